"""A shared tablet: after a while without input the page asks whose the answers are."""

import pytest
from playwright.sync_api import Page, expect

from decision_aid.model.aid import Aid
from harness.visiting import CHOSEN, bring, settle, visit
from tests.browser.answering import answered, assert_the_tab_keeps_all
from tests.browser.conftest import OpenPage

BOX = ".st-key-offer"


def fast_forward(page: Page, minutes: float) -> None:
    page.clock.fast_forward(int(minutes * 60_000))


@pytest.fixture
def tablet(page: OpenPage, site: str, aid: Aid) -> Page:
    """A tablet with answers, left alone."""
    opened = page(820, 1180)
    opened.clock.install()
    bring(opened, site, answered(aid), "situation", "break")
    opened.mouse.click(5, 5)
    return opened


def test_whose_the_answers_are_is_asked_once_and_they_stay_for_who_says_so(tablet: Page, aid: Aid) -> None:
    patience = aid.decision.ask_whose_after
    fast_forward(tablet, patience - 1)
    tablet.keyboard.press("Shift")
    fast_forward(tablet, patience - 1)
    settle(tablet)
    expect(tablet.locator(BOX)).to_have_count(0)
    fast_forward(tablet, 2)
    expect(tablet.locator(BOX)).to_be_visible()
    tablet.wait_for_function("document.activeElement.closest('.st-key-offer') !== null")
    tablet.locator(f"{BOX} .st-key-whose-mine button").click()
    expect(tablet.locator(BOX)).to_have_count(0)
    settle(tablet)
    assert tablet.locator(CHOSEN).all_inner_texts() == [aid.words.situation["pain_trend"].choices["worse"].label]
    assert_the_tab_keeps_all(tablet, aid)


def test_one_press_clears_them_for_the_next_person(tablet: Page, aid: Aid) -> None:
    fast_forward(tablet, aid.decision.ask_whose_after + 1)
    tablet.locator(f"{BOX} .st-key-whose-clear button").click()
    expect(tablet.locator(BOX)).to_have_count(0)
    settle(tablet)
    assert tablet.locator('[data-testid="stButtonGroup"] [aria-checked="true"]').count() == 0
    assert tablet.evaluate("JSON.stringify({ ...sessionStorage })").count("blood_thinner") == 0


def test_where_nothing_was_answered_nothing_is_asked(page: OpenPage, site: str, aid: Aid) -> None:
    opened = page()
    opened.clock.install()
    visit(opened, site, "situation")
    fast_forward(opened, aid.decision.ask_whose_after + 1)
    settle(opened)
    expect(opened.locator(BOX)).to_have_count(0)


def test_a_service_can_turn_it_off(tablet: Page, aid: Aid) -> None:
    tablet.evaluate("Object.defineProperty(decisionAidIdle, 'patience', { get: () => 0, set: () => {} })")
    fast_forward(tablet, aid.decision.ask_whose_after + 1)
    settle(tablet)
    expect(tablet.locator(BOX)).to_have_count(0)
