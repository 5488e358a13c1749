"""In a frame of a clinic's page none of our cookies is sent, so each request may reach either of two replicas.

The browser of this test also refuses storage to a page in a frame of another site.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Frame, Page

from decision_aid.model.aid import Aid
from decision_aid.saving.save_file import save_file
from deploy.nginx import HOST
from harness.people import ordinary
from harness.replicas import running
from harness.serving import free_port
from harness.settling import SETTLED
from tests.unit.test_nginx import needs_nginx

pytestmark = needs_nginx
ROUNDS = 2


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page of another site that shows the aid in a frame."""
    folder, port = tmp_path_factory.mktemp("clinic"), free_port()
    (folder / "index.html").write_text(f'<iframe name="aid" src="http://{HOST}:{port}/" width="390" height="800">')
    pages = ThreadingHTTPServer((HOST, 0), partial(_Quiet, directory=str(folder)))
    other_site = f"http://localhost:{pages.server_port}"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("FRAME_ANCESTORS", other_site)
        Thread(target=pages.serve_forever, daemon=True).start()
        with running(2, port):
            yield other_site
    pages.shutdown()
    pages.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def page(browser: Browser, clinic: str) -> Iterator[Page]:
    with browser.new_context(reduced_motion="reduce") as context:
        opened = context.new_page()
        opened.goto(clinic)
        yield opened
        assert [cookie for cookie in context.cookies() if cookie["name"] == "replica"] == []


def test_files_loads_and_chosen_files_work_on_whichever_replica(page: Page, aid: Aid, tmp_path: Path) -> None:
    frame = page.frame("aid")
    assert frame is not None
    assert go_round(page, frame, aid, tmp_path, ROUNDS) == (ROUNDS, ROUNDS, ROUNDS)


def go_round(page: Page, frame: Frame, aid: Aid, folder: Path, rounds: int) -> tuple[int, int, int]:
    """The numbers of files that came with the letter typed last, of loads with a whole page, and of files offered."""
    app, site = aid.words.app, frame.url.rstrip("/")
    saved, offer = folder / "my-answers.json", frame.locator(".st-key-offer")
    saved.write_text(save_file(aid, ordinary(aid), datetime(2026, 11, 29, tzinfo=UTC)), encoding="utf-8")
    files = reloads = chosen = 0
    for number in range(rounds):
        frame.goto(f"{site}/record")
        frame.evaluate(SETTLED)
        field = frame.locator('.st-key-card-record-fields input[type="text"]').first
        field.fill(f"Yak{number}")
        with page.expect_download() as download:
            frame.get_by_role("button", name=app["record.download"], exact=True).click()
        files += f"Yak{number}" in Path(download.value.path()).read_text()
        frame.goto(f"{site}/")  # the text of the field is gone: this browser stores it no more than a cookie
        frame.evaluate(SETTLED)
        reloads += frame.locator("h1").count()
        frame.locator("summary").filter(has_text=app["start.my_answers"]).first.click()
        frame.get_by_label(app["open.choose"]).set_input_files(saved)
        offer.wait_for()
        chosen += 1
        frame.locator(".st-key-offer-leave button").click()
        offer.wait_for(state="detached")
    return files, reloads, chosen
