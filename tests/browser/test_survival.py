"""Answers stay while the tab is open: by the menu, by Back and Next, and by the browser's own Back and Forward."""

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from harness.visiting import arrive, settle
from tests.browser.answering import REASON, TYPED, give_answers, go_to, open_question, rated_outcomes
from tests.browser.conftest import OpenPage


@pytest.fixture(scope="module")
def answered(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    page = lasting_page()
    give_answers(page, site, aid)
    page.evaluate("window.marked = true")
    return page


def assert_situation_is_kept(page: Page, aid: Aid) -> None:
    asked = aid.words.situation
    for factor, choice in (("urgent_signs", "fever"), ("medicines", "blood_thinner"), ("pain_trend", "worse")):
        group = page.get_by_test_id("stButtonGroup").filter(has_text=asked[factor].question)
        picked = group.locator('[aria-checked="true"], [aria-pressed="true"]').all_inner_texts()
        assert [text.strip() for text in picked] == [asked[factor].choices[choice].label]
    assert page.get_by_label(open_question(aid)).input_value() == TYPED


def assert_ratings_are_kept(page: Page, aid: Aid) -> None:
    rated = rated_outcomes(aid)
    slider = page.get_by_role("slider", name=aid.words.outcomes[rated[0]].question or "").first
    assert slider.get_attribute("aria-valuetext") == aid.words.app["rated"].format(rating=10)
    assert page.get_by_label(
        aid.words.app["not_sure_about"].format(outcome=aid.words.outcomes[rated[1]].name)
    ).is_checked()
    assert page.get_by_label(aid.words.app["own_reason"].format(number=1)).input_value() == REASON


def test_answers_are_there_after_going_all_round_by_the_menu(answered: Page, aid: Aid) -> None:
    for name in ("about", "chances", "welcome", "evidence"):
        go_to(answered, aid, name)
    go_to(answered, aid, "situation")
    assert_situation_is_kept(answered, aid)
    go_to(answered, aid, "priorities")
    assert_ratings_are_kept(answered, aid)
    assert answered.evaluate("window.marked"), "the tab was reloaded on the way"


def test_answers_are_there_after_the_browsers_back_and_forward(answered: Page, aid: Aid) -> None:
    titles = aid.words.pages
    for name in ("situation", "procedure", "priorities", "questions"):
        go_to(answered, aid, name)
    answered.go_back()
    arrive(answered, titles["priorities"].title)
    assert_ratings_are_kept(answered, aid)
    for name in ("procedure", "situation"):
        answered.go_back()
        arrive(answered, titles[name].title)
    assert_situation_is_kept(answered, aid)
    for name in ("procedure", "priorities", "questions"):
        answered.go_forward()
        arrive(answered, titles[name].title)
    assert TYPED in " ".join(answered.locator(".taken").all_inner_texts())
    assert answered.evaluate("window.marked"), "the tab was reloaded on the way"


def test_the_list_keeps_its_changes_and_the_warning_stays_in_sight(answered: Page, aid: Aid) -> None:
    go_to(answered, aid, "questions")
    first, second = (answered.locator(".question .asked").nth(place).inner_text()[3:].split("?")[0] for place in (0, 1))
    answered.get_by_role("button", name=aid.words.app["move_up"].format(number=2), exact=True).click()
    settle(answered)
    go_to(answered, aid, "welcome")
    alert = answered.locator('.urgent[role="alert"]')
    assert aid.words.situation["urgent_signs"].choices["fever"].label in alert.inner_text()
    go_to(answered, aid, "questions")
    now = [answered.locator(".question .asked").nth(place).inner_text() for place in (0, 1)]
    assert second in now[0]
    assert first in now[1]
