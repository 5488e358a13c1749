"""In a browser: a word that is not known leads to its meaning and back, and the short layer opens and prints."""

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, Look
from harness.visiting import bring, jump, settle, visit
from tests.browser.access import OURS, too_small, too_wide, violations
from tests.browser.conftest import OpenPage

PHONE = {"width": 390, "height": 844}
HEAD = 60
"""The fixed head of the page, in pixels: what stands above it is not seen."""


@pytest.fixture(scope="module")
def reading(lasting_page: OpenPage, site: str) -> Page:
    """A phone on which the first page is open."""
    page = lasting_page(**PHONE)
    visit(page, site, "start")
    return page


@pytest.fixture(scope="module")
def short(lasting_page: OpenPage, site: str) -> Page:
    """A phone on which little is to be seen at first."""
    page = lasting_page(**PHONE)
    bring(page, site, Answers(look=Look(layer="short")), "chances")
    return page


def top_of_target(page: Page) -> float:
    return float(page.evaluate("document.querySelector(':target').getBoundingClientRect().top"))


def test_a_word_leads_to_its_meaning_and_back_by_keyboard(reading: Page) -> None:
    listed = reading.locator("details.terms")
    assert not listed.evaluate("list => list.open")
    word = reading.locator("a.term").nth(3)
    word.focus()
    reading.keyboard.press("Enter")
    settle(reading)
    assert listed.evaluate("list => list.open")
    assert HEAD < top_of_target(reading) < PHONE["height"] / 2
    assert reading.locator(":target dd").is_visible()
    reading.keyboard.press("Tab")
    reading.keyboard.press("Enter")
    settle(reading)
    assert reading.evaluate("document.querySelector(':target').id") == word.get_attribute("id")
    assert HEAD < top_of_target(reading) < PHONE["height"]


def test_the_list_of_words_keeps_the_rules(reading: Page) -> None:
    reading.locator("details.terms").evaluate("list => { list.open = true }")
    assert violations(reading) == []
    assert too_wide(reading) == []
    assert too_small(reading, ".terms summary") == []


def test_the_list_of_words_prints_open(reading: Page) -> None:
    reading.locator("details.terms").evaluate("list => { list.open = false }")
    reading.emulate_media(media="print")
    assert reading.locator(".terms dd").first.bounding_box()
    reading.emulate_media(media="screen")
    assert not reading.locator(".terms dd").first.is_visible()


def test_the_short_layer_keeps_the_rules_closed_and_open(short: Page) -> None:
    assert violations(short) == []
    assert too_small(short, OURS) == []
    short.get_by_test_id("stExpander").first.locator("summary").click()
    settle(short)
    short.locator("[class*='st-key-section-'] details").first.evaluate("one => { one.open = true }")
    assert short.locator(".icon-array").count()
    assert violations(short) == []
    assert too_wide(short) == []


def test_what_is_opened_is_printed_and_what_is_closed_is_not(short: Page) -> None:
    short.emulate_media(media="print")
    parts = short.get_by_test_id("stExpander")
    assert parts.first.locator(".icon-array").first.bounding_box()
    assert [part.is_visible() for part in parts.all()].count(True) == 1
    sections = short.locator("[class*='st-key-section-chances'] details")
    assert all(section.locator("p").last.bounding_box() for section in sections.all())
    short.emulate_media(media="screen")


def test_each_option_has_the_same_room_first(short: Page, aid: Aid) -> None:
    short.set_viewport_size({"width": 1280, "height": 900})
    jump(short, aid, "two_ways")
    short.locator(".known").wait_for()
    widths = [round(one.bounding_box()["width"]) for one in short.locator(".known > div").all()]  # type: ignore[index]
    assert len(widths) == len(aid.decision.options)
    assert len(set(widths)) == 1
