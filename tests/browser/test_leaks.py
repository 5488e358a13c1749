"""Everything that a person can take along, taken along from a server of one's own: and nothing else leaves."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote_plus, urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from decision_aid import reader
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, Look, QuestionEdits, Visit
from decision_aid.pages import RESULT
from decision_aid.saving.save_file import save_file
from decision_aid.views.export_catalog import EXPORTS
from harness.people import ordinary
from harness.visiting import jump, settle, visit
from tests.browser.answering import choose
from tests.browser.conftest import OpenPage
from tests.browser.test_answers_stay import stored
from tests.browser.test_first_sight import WATCH

TYPED = "Xylophone"
CODES = ("blood_thinner", "too_little", "rather_vertebroplasty", "apixaban", "weeks_2_to_6")
"""Answers as the machine knows them, which no address of the aid itself holds."""
TAKES = (("weigh", RESULT), ("questions", ""), ("record", ""), ("clinicians", ""), ("evidence", ""))
"""The screens that let something be taken along."""
FILES = {name.format(language="en") for export in EXPORTS.values() for name in (export.file, export.large) if name}
"""Without the times of day."""
TIME = re.compile(r"-\d{4}-\d\d-\d\d-\d{4}(?=\.)")


@dataclass
class Left:
    """What a window asked a server for, what it handed over as files, and what it complained about."""

    page: Page
    requests: list[Request] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)
    pressed: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(f"window.print = () => {{}}\n{WATCH}")
        self.page.on("request", self._hear)
        self.page.on("websocket", lambda socket: self.addresses.append(socket.url))
        self.page.on("framenavigated", lambda frame: self.addresses.append(frame.url))
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def _hear(self, request: Request) -> None:
        if request.url.startswith("mailto:"):  # goes to the person's own mail program, and to no server
            return
        self.requests.append(request)
        self.addresses.append(request.url)

    def take(self, folder: Path) -> None:
        """Press every button of the page that gives a file, and every button that hands something to the browser."""
        for button in self.page.locator("[data-testid^=stBidiComponent] button.act:visible").all():
            if "save" in (button.get_attribute("class") or ""):
                with self.page.expect_download() as download:
                    button.click()
                kept = folder / download.value.suggested_filename
                download.value.save_as(kept)
                self.files[TIME.sub("", kept.name)] = kept.stat().st_size
                self.addresses.append(download.value.url)
            else:
                self.pressed.append(button.inner_text())
                button.click()
            expect(button).not_to_have_attribute("aria-busy", "true")  # what leaves comes a moment after the press
        settle(self.page)


def someone(aid: Aid) -> Answers:
    """A person with many answers, an appointment, and words of their own, who wants to see all details."""
    return ordinary(aid).model_copy(
        update={
            "still_unclear": TYPED,
            "medicines": ("apixaban", TYPED),
            "question_edits": QuestionEdits(own={"own_1": TYPED}, notes={"own_1": TYPED}),
            "visit": Visit(reason=TYPED, next_step=TYPED),
            "appointment": datetime(2027, 3, 1, 9, 30),
            "appointment_lists_questions": True,
            "look": Look(details=True),  # a save file brings its look along
        }
    )


@pytest.fixture(scope="module")
def left(lasting_page: OpenPage, own_server: str, aid: Aid, tmp_path_factory: pytest.TempPathFactory) -> Left:
    """Someone opened their save file, and took along all that there is."""
    app, window, folder = aid.words.app, Left(lasting_page()), tmp_path_factory.mktemp("taken")
    page = window.page
    visit(page, own_server, "start")
    choose(page, aid, "display.details")
    saved = save_file(aid, someone(aid), reader.now()).encode()
    page.get_by_label(app["open.choose"]).set_input_files(
        {"name": "my-answers.json", "mimeType": "application/json", "buffer": saved}
    )
    for word in ("offer.open", "offer.close"):
        page.get_by_role("button", name=app[word], exact=True).click()
        settle(page)
    for name, screen in TAKES:
        jump(page, aid, name, screen)
        for switch in ("hand.show", "hand.own_words"):
            if page.get_by_text(app[switch], exact=True).count():
                page.get_by_text(app[switch], exact=True).click()
                settle(page)
        window.take(folder)
    return window


def words(aid: Aid) -> list[str]:
    return [TYPED, *CODES, "answers=", aid.words.leanings["in_between"].label]


def test_everything_was_taken_along(left: Left, aid: Aid) -> None:
    assert set(left.files) == FILES
    presses = ("print", "copy_text", "mail.link", "hand.copy", "record.copy")
    assert set(left.pressed) == {aid.words.app[word] for word in presses}
    assert min(left.files.values()) > 100
    assert len(left.addresses) > 50


def test_nothing_is_asked_of_another_host(left: Left, own_server: str) -> None:
    asked = [address for address in left.addresses if not address.startswith(("data:", "blob:"))]
    assert {urlsplit(address).netloc for address in asked} == {urlsplit(own_server).netloc}


def test_no_answer_is_in_what_is_asked_of_the_server(left: Left, aid: Aid) -> None:
    told = [unquote_plus(address) for address in left.addresses]
    told += [f"{request.headers} {request.post_data}" for request in left.requests]
    assert [(word, text) for text in told for word in words(aid) if word in text] == []


def test_no_file_lies_on_the_server(left: Left) -> None:
    """What leaves comes over the connection that the page has: the browser saves it from its own memory."""
    assert [address for address in left.addresses if "/media/" in address and "/static/" not in address] == []
    assert sum(address.startswith("blob:") for address in left.addresses) >= len(FILES)


def test_nothing_is_kept_beyond_the_tab(left: Left, aid: Aid) -> None:
    cookies = left.page.context.cookies()
    assert [word for word in words(aid) if word in stored(left.page) + str(cookies)] == []
    assert {cookie["name"] for cookie in cookies} <= {"_streamlit_xsrf"}


def test_no_control_breaks_the_policy(left: Left) -> None:
    assert left.page.evaluate("violations") == []
    assert left.complaints == []


def test_the_log_knows_of_no_answer_and_no_file(left: Left, log: Path, aid: Aid) -> None:
    written = log.read_text()
    assert [word for word in (*words(aid), "/media/", "GET /") if word in written] == []
