"""A person takes along everything that our ASGI app offers, and nothing else leaves the browser."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
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
from harness.aids import real_aid
from harness.people import ordinary
from harness.visiting import jump, settle, visit
from tests.browser.answering import choose
from tests.browser.conftest import OpenPage
from tests.browser.test_answers_stay import stored
from tests.browser.test_first_sight import WATCH

TYPED = "Xylophone"
CODES = ("blood_thinner", "too_little", "rather_vertebroplasty", "apixaban", "weeks_2_to_6")
"""Ids of answers that no address of the aid itself holds."""
TAKES = (("weigh", RESULT), ("questions", ""), ("record", ""), ("clinicians", ""), ("evidence", ""))
"""The screens from which something can be taken along."""
TIME = re.compile(r"-\d{4}-\d\d-\d\d-\d{4}(?=\.)")
FILES = {
    TIME.sub("", export.name(real_aid(), size, datetime.now(UTC)))
    for export in EXPORTS.values()
    for size in ((None, 18) if "booklet" in (export.file or "") else (None,))
    if export.file
}
"""File names without the time of day."""


@dataclass
class Traffic:
    """A window's requests, its downloaded files with their sizes, its other presses, and its error messages."""

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
        self.page.on(
            "console", lambda message: self.complaints.append(message.text) if message.type == "error" else None
        )

    def _hear(self, request: Request) -> None:
        if request.url.startswith("mailto:"):  # goes to the person's own mail program, and to no server
            return
        self.requests.append(request)
        self.addresses.append(request.url)

    def take(self, folder: Path) -> None:
        """Press every button of the page that gives a file or hands something to the browser."""
        for button in self.page.locator("[data-testid^=stBidiComponent] button.act:visible").all():
            if "save" in (button.get_attribute("class") or ""):
                with self.page.expect_download() as download:
                    button.click()
                file = folder / download.value.suggested_filename
                download.value.save_as(file)
                self.files[TIME.sub("", file.name)] = file.stat().st_size
                self.addresses.append(download.value.url)
            else:
                self.pressed.append(button.inner_text())
                button.click()
            expect(button).not_to_have_attribute("aria-busy", "true")  # what leaves comes a moment after the press
        settle(self.page)


def person_with_all(aid: Aid) -> Answers:
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
def traffic(lasting_page: OpenPage, own_server: str, aid: Aid, tmp_path_factory: pytest.TempPathFactory) -> Traffic:
    """The traffic of a person who opened their save file and took along everything."""
    app, window, folder = aid.words.app, Traffic(lasting_page()), tmp_path_factory.mktemp("taken")
    page = window.page
    visit(page, own_server, "start")
    choose(page, aid, "display.details")
    saved = save_file(aid, person_with_all(aid), reader.now()).encode()
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


def answer_words(aid: Aid) -> list[str]:
    return [TYPED, *CODES, "answers=", aid.words.leanings["in_between"].label]


def test_everything_was_taken_along(traffic: Traffic, aid: Aid) -> None:
    assert set(traffic.files) == FILES
    presses = ("print", "copy_text", "mail.link", "hand.copy", "record.copy")
    assert set(traffic.pressed) == {aid.words.app[word] for word in presses}
    assert min(traffic.files.values()) > 100
    assert len(traffic.addresses) > 50


def test_nothing_is_asked_of_another_host(traffic: Traffic, own_server: str) -> None:
    requested = [address for address in traffic.addresses if not address.startswith(("data:", "blob:"))]
    assert {urlsplit(address).netloc for address in requested} == {urlsplit(own_server).netloc}


def test_no_answer_is_in_what_is_asked_of_the_server(traffic: Traffic, aid: Aid) -> None:
    sent_texts = [unquote_plus(address) for address in traffic.addresses]
    sent_texts += [f"{request.headers} {request.post_data}" for request in traffic.requests]
    assert [(word, text) for text in sent_texts for word in answer_words(aid) if word in text] == []


def test_no_file_lies_on_the_server(traffic: Traffic) -> None:
    """Files come over the page's connection: the browser saves them from its own memory."""
    assert [address for address in traffic.addresses if "/media/" in address and "/static/" not in address] == []
    assert sum(address.startswith("blob:") for address in traffic.addresses) >= len(FILES)


def test_nothing_is_kept_beyond_the_tab(traffic: Traffic, aid: Aid) -> None:
    cookies = traffic.page.context.cookies()
    assert [word for word in answer_words(aid) if word in stored(traffic.page) + str(cookies)] == []
    assert {cookie["name"] for cookie in cookies} <= {"_streamlit_xsrf"}


def test_no_control_breaks_the_policy(traffic: Traffic) -> None:
    assert traffic.page.evaluate("violations") == []
    assert traffic.complaints == []


def test_the_log_knows_of_no_answer_and_no_file(traffic: Traffic, log: Path, aid: Aid) -> None:
    text = log.read_text()
    assert [word for word in (*answer_words(aid), "/media/", "GET /") if word in text] == []
