"""A tablet that people share: after a while without an act the page asks whose the answers are."""

import pytest
from playwright.sync_api import Page, expect

from decision_aid.model.aid import Aid
from harness.visiting import CHOSEN, bring, settle, visit
from tests.browser.answering import answered, assert_the_tab_keeps_all
from tests.browser.conftest import OpenPage

BOX = ".st-key-offer"


def wait(page: Page, minutes: float) -> None:
    page.clock.fast_forward(int(minutes * 60_000))


@pytest.fixture
def left(page: OpenPage, site: str, aid: Aid) -> Page:
    """Someone has answered, and left the tablet."""
    opened = page(820, 1180)
    opened.clock.install()
    bring(opened, site, answered(aid), "situation", "break")
    opened.mouse.click(5, 5)
    return opened


def test_whose_the_answers_are_is_asked_once_and_they_stay_for_who_says_so(left: Page, aid: Aid) -> None:
    patience = aid.decision.ask_whose_after
    wait(left, patience - 1)
    left.keyboard.press("Shift")
    wait(left, patience - 1)
    settle(left)
    expect(left.locator(BOX)).to_have_count(0)
    wait(left, 2)
    expect(left.locator(BOX)).to_be_visible()
    left.wait_for_function("document.activeElement.closest('.st-key-offer') !== null")
    left.locator(f"{BOX} .st-key-whose-mine button").click()
    expect(left.locator(BOX)).to_have_count(0)
    settle(left)
    assert left.locator(CHOSEN).all_inner_texts() == [aid.words.situation["pain_trend"].choices["worse"].label]
    assert_the_tab_keeps_all(left, aid)


def test_one_press_clears_them_for_the_next_person(left: Page, aid: Aid) -> None:
    wait(left, aid.decision.ask_whose_after + 1)
    left.locator(f"{BOX} .st-key-whose-clear button").click()
    expect(left.locator(BOX)).to_have_count(0)
    settle(left)
    assert left.locator('[data-testid="stButtonGroup"] [aria-checked="true"]').count() == 0
    assert left.evaluate("JSON.stringify({ ...sessionStorage })").count("blood_thinner") == 0


def test_where_nothing_was_answered_nothing_is_asked(page: OpenPage, site: str, aid: Aid) -> None:
    opened = page()
    opened.clock.install()
    visit(opened, site, "situation")
    wait(opened, aid.decision.ask_whose_after + 1)
    settle(opened)
    expect(opened.locator(BOX)).to_have_count(0)


def test_a_service_can_turn_it_off(left: Page, aid: Aid) -> None:
    left.evaluate("Object.defineProperty(decisionAidIdle, 'patience', { get: () => 0, set: () => {} })")
    wait(left, aid.decision.ask_whose_after + 1)
    settle(left)
    expect(left.locator(BOX)).to_have_count(0)
