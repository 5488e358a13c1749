"""Answers stay in the open tab on every page, and nothing of them leaves the browser."""

import json
from dataclasses import dataclass, field
from urllib.parse import unquote_plus, urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page

from decision_aid.model.aid import Aid
from decision_aid.pages import RESULT, WEIGH
from harness.people import ordinary
from harness.visiting import KEPT, arrive, bring, jump, screens
from tests.browser.answering import (
    REASON,
    TYPED,
    assert_ratings_are_kept,
    assert_situation_is_kept,
    assert_the_tab_keeps_all,
    give_answers,
    go_on,
    go_to,
    pick,
)
from tests.browser.conftest import OpenPage

OF_THE_PERSON = {
    (WEIGH, RESULT): ".pointing, .st-key-to-facts",
    ("questions", ""): ".question .said",
    ("record", ""): "pre.record, [data-testid=stElementContainer]:has(pre.record) + *",
}
"""What a screen says of the person, or that it lacks answers."""
WATCH = """selector => {
  window.said = new Set()
  const isSeen = part => part.checkVisibility({ checkVisibilityCSS: true })
  const look = () => {
    const seen = [...document.querySelectorAll(selector)].find(isSeen)
    if (seen) said.add(seen.textContent)
    requestAnimationFrame(look)
  }
  look()
}"""


@dataclass
class Traffic:
    """The addresses that a window requested, and its error messages."""

    page: Page
    addresses: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.addresses.append(request.url))
        self.page.on("websocket", lambda socket: self.addresses.append(socket.url))
        self.page.on("framenavigated", lambda frame: self.addresses.append(frame.url))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location.get('url')})")


@pytest.fixture(scope="module")
def answering_window(lasting_page: OpenPage, site: str, aid: Aid) -> Traffic:
    """A window with an answer on every page that asks."""
    window = Traffic(lasting_page())
    give_answers(window.page, site, aid)
    return window


@pytest.fixture(scope="module")
def page_of_answers(answering_window: Traffic) -> Page:
    answering_window.page.evaluate("window.marked = true")
    return answering_window.page


def test_the_tab_keeps_what_was_answered_under_one_name(page_of_answers: Page, aid: Aid) -> None:
    ours = [name for name in page_of_answers.evaluate("Object.keys(sessionStorage)") if "stcore" not in name.lower()]
    assert ours == [KEPT]
    assert_the_tab_keeps_all(page_of_answers, aid)


def test_the_browsers_back_and_forward_go_one_screen_at_a_time(page_of_answers: Page, aid: Aid) -> None:
    page, titles = page_of_answers, list[str]()
    jump(page, aid, "situation")
    for step in (
        go_on,
        go_on,
        lambda page: go_to(page, aid, "weigh"),
        go_on,
        lambda page: go_to(page, aid, "evidence"),
    ):
        titles.append(page.locator("h1").inner_text())
        step(page)
    last, situation_titles = page.locator("h1").inner_text(), list(screens(aid, "situation").values())
    assert titles[:3] == situation_titles[:3]
    assert len({*titles, last}) == 6
    for title in reversed(titles):
        page.go_back()
        arrive(page, title)
    for title in (*titles[1:], last):
        page.go_forward()
        arrive(page, title)
    assert_situation_is_kept(page, aid)
    assert_ratings_are_kept(page, aid)
    assert page.evaluate("window.marked"), "the tab was reloaded on the way"


def test_the_list_keeps_its_changes_and_the_warning_stays_in_sight(page_of_answers: Page, aid: Aid) -> None:
    page = page_of_answers
    go_to(page, aid, "questions")
    before = question_texts(page)
    pick(page, aid, 2, "move_up")
    go_to(page, aid, "start")
    alert = page.locator('.urgent[role="alert"]')
    assert aid.words.situation["urgent_signs"].choices["fever"].label in alert.inner_text()
    go_to(page, aid, "questions")
    assert question_texts(page) == [before[1], before[0], *before[2:]]


def question_texts(page: Page) -> list[str]:
    """The questions on the list, without their numbers."""
    return [question.partition(" ")[2] for question in page.locator(".question .asked").all_text_contents()]


def stored(page: Page) -> str:
    """All that the browser stores for the aid beyond the tab's life, or shows to other pages."""
    text: str = page.evaluate("JSON.stringify([{ ...localStorage }, history.state, name])")
    return text


def answer_words(aid: Aid) -> list[str]:
    """Words that only a person's answers contain."""
    factors = aid.words.situation
    return [
        *TYPED.split()[:1],
        *REASON.split()[-1:],
        factors["urgent_signs"].choices["fever"].label,
        factors["medicines"].choices["blood_thinner"].label,
        "blood_thinner",
        "in_between",
        aid.words.leanings["in_between"].label,
    ]


def test_no_answer_outlives_the_tab(page_of_answers: Page, aid: Aid) -> None:
    storage = stored(page_of_answers)
    assert [word for word in answer_words(aid) if word in storage] == []


def test_nothing_is_asked_of_another_host(answering_window: Traffic, site: str) -> None:
    addresses = answering_window.addresses
    hosts = {urlsplit(address).netloc for address in addresses if not address.startswith(("data:", "blob:"))}
    assert hosts - {"", urlsplit(site).netloc} == set()
    assert len(addresses) > 50


def test_no_answer_is_in_an_address(answering_window: Traffic, aid: Aid) -> None:
    leaks = [
        (word, address)
        for address in map(unquote_plus, answering_window.addresses)
        for word in answer_words(aid)
        if word in address
    ]
    assert leaks == []


def test_the_browser_has_nothing_to_complain_about(answering_window: Traffic) -> None:
    assert answering_window.complaints == []


@pytest.mark.parametrize(("name", "screen"), OF_THE_PERSON)
def test_a_reload_shows_what_was_answered_and_nothing_else_before_it(
    name: str, screen: str, page: OpenPage, site: str, aid: Aid
) -> None:
    opened, selector = page(), OF_THE_PERSON[name, screen]
    opened.add_init_script(f"({WATCH})({json.dumps(selector)})")
    bring(opened, site, ordinary(aid), name, screen)
    shown = opened.locator(selector).first
    shown.wait_for()
    assert opened.evaluate("[...said]") == [shown.text_content()]
