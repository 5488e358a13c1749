"""The whole way by keyboard alone, and on paper at the end of it."""

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST
from harness.visiting import arrive, settle, visit
from tests.browser.answering import rated_outcomes
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import all_stops, press_until_told, tab_to


def next_step(page: Page, aid: Aid, name: str) -> None:
    label = aid.words.app["next"].format(page=aid.words.pages[name].menu)
    tab_to(page, label)
    page.keyboard.press("Enter")
    arrive(page, aid.words.pages[name].title)


def pick(page: Page, aid: Aid, first: str, wanted: str) -> None:
    """Pick an answer: Tab to the group's first answer, arrow to the wanted one, Space."""
    tab_to(page, first)
    for _ in range(12):
        if page.evaluate("document.activeElement.innerText").strip() == wanted:
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    settle(page)
    picked = page.evaluate(
        "[document.activeElement.innerText.trim(),"
        " document.activeElement.ariaChecked || document.activeElement.ariaPressed]"
    )
    assert picked == [wanted, "true"]


@pytest.fixture(scope="module")
def walked(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """A person who uses no mouse has come to the last page, and answered on the way."""
    page, words = lasting_page(), aid.words
    visit(page, site, FIRST)

    next_step(page, aid, "situation")
    signs = words.situation["urgent_signs"].choices
    pick(page, aid, signs["weak_legs"].label, signs["none"].label)
    trend = words.situation["pain_trend"].choices
    tab_to(page, words.situation["pain_now"].question)
    press_until_told(page, "ArrowRight", words.app["rated"].format(rating=8))
    settle(page)
    pick(page, aid, trend["better"].label, trend["worse"].label)

    for name in ("options", "chances", "procedure", "priorities"):
        next_step(page, aid, name)
    tab_to(page, words.outcomes[rated_outcomes(aid)[0]].question or "")
    press_until_told(page, "ArrowRight", words.app["rated"].format(rating=9))
    settle(page)

    next_step(page, aid, "readiness")
    leanings = [words.leanings[name].label for name in aid.decision.leanings]
    pick(page, aid, leanings[0], leanings[1])
    next_step(page, aid, "questions")
    return page


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


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage) -> Page:
    return lasting_page()


@pytest.mark.parametrize("name", ["welcome", "situation", "chances", "priorities", "questions"])
def test_the_focus_is_seen_on_every_stop_of_the_tab_key(window: Page, site: str, name: str) -> None:
    visit(window, site, name)
    stops = all_stops(window)
    assert len(stops) >= 4
    assert [f"{stop.kind} {stop.name}" for stop in stops if not stop.ring] == [], "no outline is seen on these"
    assert [f"{stop.kind} {stop.name}" for stop in stops if stop.covered] == [], "the head of the page covers these"
    assert [stop.kind for stop in stops if not stop.name] == [], "these have no name"


def test_a_phone_has_no_stops_in_a_closed_menu(window: Page, site: str) -> None:
    window.set_viewport_size({"width": 390, "height": 844})
    visit(window, site, "about")
    assert [stop.name for stop in all_stops(window) if stop.off_screen] == []


def test_the_first_stop_skips_the_menu_and_leads_to_the_content(lasting_page: OpenPage, site: str) -> None:
    page = lasting_page()
    visit(page, site, FIRST)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#stMain"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
