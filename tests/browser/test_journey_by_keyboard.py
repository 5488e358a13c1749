"""The whole way by keyboard alone, and on paper at the end of it."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST
from harness.visiting import arrive, jump, settle, visit
from tests.browser.access import resize
from tests.browser.answering import rated_outcomes
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import Stop, all_stops, press_until_told, tab_to


@dataclass
class Walk:
    """What a person at the keyboard does, and every stop of the Tab key on the way."""

    page: Page
    aid: Aid
    stops: list[Stop] = field(default_factory=list)

    def tab_to(self, name: str) -> None:
        self.stops += tab_to(self.page, name)

    def go_on(self, name: str) -> None:
        """On to the next step."""
        self.tab_to(self.aid.words.app["next"].format(page=self.aid.words.pages[name].menu))
        self.page.keyboard.press("Enter")
        arrive(self.page, self.aid.words.pages[name].title)

    def pick(self, first: str, wanted: str) -> None:
        """Pick an answer: Tab to the group's first answer, arrow to the wanted one, Space."""
        self.tab_to(first)
        for _ in range(12):
            if self.page.evaluate("document.activeElement.innerText").strip() == wanted:
                break
            self.page.keyboard.press("ArrowRight")
        self.page.keyboard.press("Space")
        settle(self.page)
        picked = self.page.evaluate(
            "[document.activeElement.innerText.trim(),"
            " document.activeElement.ariaChecked || document.activeElement.ariaPressed]"
        )
        assert picked == [wanted, "true"]

    def slide(self, question: str, rating: int) -> None:
        self.tab_to(question)
        press_until_told(self.page, "ArrowRight", self.aid.words.app["rated"].format(rating=rating))
        settle(self.page)


@pytest.fixture(scope="module")
def walk(lasting_page: OpenPage, site: str, aid: Aid) -> Walk:
    """A person who uses no mouse has come to the last page, and answered on the way."""
    walk, words = Walk(lasting_page(), aid), aid.words
    visit(walk.page, site, FIRST)
    walk.go_on("situation")
    signs = words.situation["urgent_signs"].choices
    walk.pick(signs["weak_legs"].label, signs["none"].label)
    walk.slide(words.situation["pain_now"].question, 8)
    trend = words.situation["pain_trend"].choices
    walk.pick(trend["better"].label, trend["worse"].label)
    for name in ("two_ways", "chances", "step_by_step", "weigh"):
        walk.go_on(name)
    walk.slide(words.outcomes[rated_outcomes(aid)[0]].question or "", 9)
    walk.go_on("readiness")
    leanings = [words.leanings[name].label for name in aid.decision.leanings]
    walk.pick(leanings[0], leanings[1])
    walk.go_on("questions")
    return walk


@pytest.fixture
def walked(walk: Walk) -> Page:
    return walk.page


def test_the_keyboard_alone_reaches_the_question_list_with_the_answers_in_it(walked: Page, aid: Aid) -> None:
    list_of_questions = walked.locator(".question .asked").all_inner_texts()
    assert 1 <= len(list_of_questions) <= 7
    assert any(aid.words.questions["strong_pain_now"].text in question for question in list_of_questions)
    taken = " ".join(walked.locator(".taken").all_inner_texts())
    assert aid.words.situation["pain_trend"].choices["worse"].tell in taken
    assert aid.words.leanings[list(aid.decision.leanings)[1]].label in taken
    assert aid.words.app["rated"].format(rating=9) in taken


def test_on_paper_the_list_has_every_question_with_lines_to_write_on_and_no_menus(walked: Page, aid: Aid) -> None:
    on_screen = [asked.text_content() for asked in walked.locator(".question .asked").all()]
    walked.emulate_media(media="print")
    try:
        settle(walked)
        printed = walked.locator(".paper ol > li")
        assert printed.count() == len(on_screen)
        for one, asked in zip(printed.all(), on_screen, strict=True):
            told = one.locator(".asked-for").inner_text().split(" (")[0]
            assert one.is_visible()
            assert told in (asked or "")
            assert all((line.bounding_box() or {}).get("height", 0) > 10 for line in one.locator(".line").all())
            assert one.locator(".line").count() == 2
        unwanted = walked.locator('[data-testid="stHeader"], .st-key-foot, .st-key-taking, .question, button')
        assert unwanted.count() > len(on_screen)
        assert [one.get_attribute("class") for one in unwanted.all() if one.is_visible()] == []
    finally:
        walked.emulate_media(media="screen")


def assert_all_are_seen(stops: list[Stop]) -> None:
    assert [f"{stop.kind} {stop.name}" for stop in stops if not stop.ring] == [], "no outline is seen on these"
    assert [f"{stop.kind} {stop.name}" for stop in stops if stop.covered] == [], "the head of the page covers these"
    assert [stop.kind for stop in stops if not stop.name] == [], "these have no name"


def test_the_focus_is_seen_on_every_stop_of_the_way(walk: Walk) -> None:
    assert len(walk.stops) > 100
    assert_all_are_seen(walk.stops)


def test_the_focus_is_seen_on_every_stop_from_the_top_of_a_page_to_its_end(walked: Page) -> None:
    before = walked.locator("h1").inner_text()
    stops = all_stops(walked)
    assert walked.locator("h1").inner_text() == before, "reaching a stop has changed the page"
    assert len(stops) > 20
    assert_all_are_seen(stops)


def test_the_first_stop_skips_the_menu_and_leads_to_the_content(page: OpenPage, site: str) -> None:
    window = page()
    visit(window, site, FIRST)
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.getAttribute('href')") == "#stMain"
    window.keyboard.press("Enter")
    assert window.evaluate("document.activeElement.tagName") == "MAIN"


def test_a_phone_has_no_stops_in_a_closed_menu(walked: Page, aid: Aid) -> None:
    jump(walked, aid, "about")
    resize(walked, 390)
    assert [stop.name for stop in all_stops(walked) if stop.off_screen] == []
