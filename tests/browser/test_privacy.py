"""What leaves the browser: nothing to others, nothing about the person in an address, a cookie or storage."""

from dataclasses import dataclass, field
from urllib.parse import unquote_plus, urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page

from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from harness.visiting import KEPT, visit
from tests.browser.answering import ASKING, REASON, TYPED, give_answers, go_to
from tests.browser.conftest import OpenPage

BY_ADDRESS = ("welcome", "chances", "evidence")


@dataclass
class Heard:
    """What a window asked for and complained about."""

    page: Page
    addresses: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    stored: str = ""

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.addresses.append(request.url))
        self.page.on("websocket", lambda socket: self.addresses.append(socket.url))
        self.page.on("framenavigated", lambda frame: self.addresses.append(frame.url))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        # On a deep link Streamlit first looks for its own addresses beside the page, and gets a 404.
        probe = "/_stcore/" in message.location.get("url", "") and "404" in message.text
        if message.type == "error" and not probe:
            self.complaints.append(f"{message.text} ({message.location.get('url')})")


@pytest.fixture(scope="module")
def heard(lasting_page: OpenPage, site: str, aid: Aid) -> Heard:
    """Someone has answered, been on every page by the menu, and opened some pages by their address."""
    listening = Heard(lasting_page())
    give_answers(listening.page, site, aid)
    for name in (*(page for page in PAGES if page not in ASKING), "questions"):
        go_to(listening.page, aid, name)
    listening.stored = stored(listening.page)
    for name in BY_ADDRESS:
        visit(listening.page, site, name)
    return listening


def stored(page: Page) -> str:
    """All that the browser keeps for the aid beyond the life of the tab, or shows to other pages."""
    told: str = page.evaluate("JSON.stringify([{ ...localStorage }, history.state, name])")
    return told


def said(aid: Aid) -> list[str]:
    """Words that only a person's answers could have brought there."""
    asked = aid.words.situation
    return [
        *TYPED.split()[:1],
        *REASON.split()[-1:],
        asked["urgent_signs"].choices["fever"].label,
        asked["medicines"].choices["blood_thinner"].label,
        "blood_thinner",
        "in_between",
        aid.words.leanings["in_between"].label,
    ]


def test_nothing_is_asked_of_another_host(heard: Heard, site: str) -> None:
    hosts = {urlsplit(address).netloc for address in heard.addresses if not address.startswith(("data:", "blob:"))}
    assert hosts - {"", urlsplit(site).netloc} == set()
    assert len(heard.addresses) > 50


def test_no_answer_is_in_an_address(heard: Heard, aid: Aid) -> None:
    found = [(word, address) for address in map(unquote_plus, heard.addresses) for word in said(aid) if word in address]
    assert found == []


def test_no_answer_outlives_the_tab(heard: Heard, aid: Aid) -> None:
    kept = heard.stored
    assert [word for word in said(aid) if word in kept] == []


def test_the_tab_itself_keeps_the_answers_under_one_name(heard: Heard) -> None:
    ours = [name for name in heard.page.evaluate("Object.keys(sessionStorage)") if "stcore" not in name.lower()]
    assert ours == [KEPT]


def test_the_one_cookie_is_streamlits_own_against_forged_requests(heard: Heard) -> None:
    assert {cookie["name"] for cookie in heard.page.context.cookies()} <= {"_streamlit_xsrf"}


def test_the_browser_has_nothing_to_complain_about(heard: Heard) -> None:
    assert heard.complaints == []
