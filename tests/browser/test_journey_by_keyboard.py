"""The whole way by keyboard alone."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, STEPS
from harness.visiting import screens, settle, visit
from tests.browser.answering import rated_outcomes
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import Stop, all_stops, press_until_value, tab_to

RATED = 3
"""The number of ratings that a result needs."""


@dataclass
class Walk:
    """A person at the keyboard: what they do, and every stop of the Tab key on the way."""

    page: Page
    aid: Aid
    stops: list[Stop] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def tab_to(self, name: str) -> None:
        self.stops += tab_to(self.page, name)

    def go(self, way: str = "next") -> None:
        """Open another screen by a control of the foot; checks that the focus is on its heading."""
        control = self.page.locator(f".st-key-{way} :is(a, button)")
        self.tab_to(control.inner_text().strip())
        assert control.evaluate("element => element === document.activeElement")
        before = self.page.locator("h1").inner_text()
        self.page.keyboard.press("Enter")
        self.page.wait_for_function("before => document.querySelector('h1')?.innerText !== before", arg=before)
        settle(self.page)
        assert self.page.evaluate("document.activeElement.tagName") == "H1"
        self.titles.append(self.page.locator("h1").inner_text())

    def pick(self, first: str, answer: str) -> None:
        """Pick an answer: Tab to the group's first answer, arrow keys to this one, Space."""
        self.tab_to(first)
        for _ in range(12):
            if self.page.evaluate("document.activeElement.innerText").strip() == answer:
                break
            self.page.keyboard.press("ArrowRight")
        self.page.keyboard.press("Space")
        settle(self.page)
        picked = self.page.evaluate(
            "[document.activeElement.innerText.trim(),"
            " document.activeElement.ariaChecked || document.activeElement.ariaPressed]"
        )
        assert picked == [answer, "true"]

    def slide(self, question: str, rating: int) -> None:
        self.tab_to(question)
        press_until_value(self.page, "ArrowRight", self.aid.words.app["rated"].format(rating=rating))
        settle(self.page)


@pytest.fixture(scope="module")
def walk(lasting_page: OpenPage, site: str, aid: Aid) -> Walk:
    """A person without a mouse, who has answered on the way and reached the last page."""
    walk, words = Walk(lasting_page(), aid), aid.words
    visit(walk.page, site, FIRST)
    walk.go()
    signs = words.situation["urgent_signs"].choices
    walk.pick(signs["weak_legs"].label, signs["none"].label)
    walk.go()
    walk.slide(words.situation["pain_now"].question, 8)
    trend = words.situation["pain_trend"].choices
    walk.pick(trend["better"].label, trend["worse"].label)
    walk.go("back")
    for _ in words.situation_groups:
        walk.go()
    assert walk.titles[-1] == words.pages["two_ways"].title
    walk.go()
    for _ in range(RATED):
        question, _, _ = (walk.page.get_by_role("slider").get_attribute("aria-label") or "").partition("\n")
        walk.slide(question, 9)
        walk.go()
    for _ in rated_outcomes(aid)[RATED:]:
        walk.go()
    walk.go()
    leanings = [words.leanings[name].label for name in aid.decision.leanings]
    walk.pick(leanings[0], leanings[1])
    walk.go()
    return walk


@pytest.fixture
def walked_page(walk: Walk) -> Page:
    return walk.page


def test_the_keyboard_alone_reaches_every_screen_of_the_way_and_the_list_with_the_answers_in_it(
    walk: Walk, aid: Aid
) -> None:
    page, words = walk.page, aid.words
    on_the_way = {title for name in STEPS[1:] for title in screens(aid, name).values()}
    assert set(walk.titles) == on_the_way
    list_of_questions = page.locator(".question .asked").all_inner_texts()
    assert 1 <= len(list_of_questions) <= 7
    assert any(words.questions["strong_pain_now"].text in question for question in list_of_questions)
    walk.tab_to(words.pages["questions"].sections["tell_team"].heading or "")
    page.keyboard.press("Enter")
    page.locator(".taken").first.wait_for()
    settle(page)
    summary = " ".join(page.locator(".taken").all_inner_texts())
    assert words.situation["pain_trend"].choices["worse"].tell in summary
    assert words.leanings[list(aid.decision.leanings)[1]].label in summary
    assert summary.count(words.app["rated"].format(rating=9)) == RATED


def assert_all_seen(stops: list[Stop]) -> None:
    assert [f"{stop.kind} {stop.name}" for stop in stops if not stop.ring] == [], "no outline is seen on these"
    assert [f"{stop.kind} {stop.name}" for stop in stops if stop.covered] == [], "the head or the foot covers these"
    assert [stop.kind for stop in stops if not stop.name] == [], "these have no name"


def test_the_focus_is_seen_on_every_stop_of_the_way(walk: Walk) -> None:
    assert len(walk.stops) > 100
    assert_all_seen(walk.stops)


def test_the_focus_is_seen_on_every_stop_from_the_top_of_a_page_to_its_end(walked_page: Page) -> None:
    before = walked_page.locator("h1").inner_text()
    stops = all_stops(walked_page)
    assert walked_page.locator("h1").inner_text() == before, "reaching a stop has changed the page"
    assert len(stops) > 20
    assert_all_seen(stops)


def test_the_first_stop_skips_the_menu_and_leads_to_the_content(page: OpenPage, site: str) -> None:
    window = page()
    visit(window, site, FIRST)
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.getAttribute('href')") == "#stMain"
    window.keyboard.press("Enter")
    assert window.evaluate("document.activeElement.tagName") == "MAIN"
