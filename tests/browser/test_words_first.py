"""In a browser: a word that is not known leads to its meaning and back; what opens by a press; the options' room."""

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from harness.visiting import settle, visit
from tests.browser.access import OURS, too_small, too_wide, violations
from tests.browser.conftest import OpenPage

PHONE = {"width": 390, "height": 844}
HEAD = 60
"""The fixed head of the page, in pixels: what stands above it is not seen."""


@pytest.fixture(scope="module")
def reading(lasting_page: OpenPage, site: str) -> Page:
    """A phone on which a page is open whose words are links."""
    page = lasting_page(**PHONE)
    visit(page, site, "clinicians")
    return page


@pytest.fixture(scope="module")
def looking(lasting_page: OpenPage, site: str) -> Page:
    """A phone on which one of all the chances is open."""
    page = lasting_page(**PHONE)
    visit(page, site, "chances?at=new_fracture")
    return page


@pytest.fixture(scope="module")
def ways(lasting_page: OpenPage, site: str) -> Page:
    """A phone on which the options stand beside each other."""
    page = lasting_page(**PHONE)
    visit(page, site, "two_ways")
    return page


def top_of_target(page: Page) -> float:
    return float(page.evaluate("document.querySelector(':target').getBoundingClientRect().top"))


def test_a_word_leads_to_its_meaning_and_back_by_keyboard(reading: Page) -> None:
    listed = reading.locator("details.terms")
    assert not listed.evaluate("list => list.open")
    word = reading.locator("a.term").nth(2)
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


def test_what_opens_keeps_the_rules_closed_and_open(looking: Page) -> None:
    assert violations(looking) == []
    assert too_small(looking, OURS) == []
    looking.get_by_test_id("stExpander").last.locator("summary").click()
    settle(looking)
    assert looking.get_by_test_id("stExpander").last.locator(".block").count()
    assert violations(looking) == []
    assert too_wide(looking) == []


def test_what_is_opened_is_printed_and_what_is_closed_is_not(looking: Page) -> None:
    looking.emulate_media(media="print")
    parts = looking.get_by_test_id("stExpander")
    assert parts.last.locator(".block").first.bounding_box()
    assert [part.is_visible() for part in parts.all()].count(True) == 1
    looking.emulate_media(media="screen")


def test_the_list_of_the_chances_stays_in_sight_and_what_is_picked_begins_under_it(looking: Page, aid: Aid) -> None:
    settle(looking)
    box = looking.get_by_test_id("stSelectbox")
    looking.locator(".icon-array").last.scroll_into_view_if_needed()
    before = box.bounding_box()
    assert before
    assert 0 < before["y"] < PHONE["height"] / 3
    picked = aid.words.outcomes["procedure_harm"].name
    box.get_by_role("combobox").focus()
    settle(looking)  # a list that opens while the page still moves closes again
    box.get_by_role("combobox").press("ArrowDown")
    looking.get_by_role("option", name=picked, exact=True).click()
    heading = looking.get_by_role("heading", name=picked, exact=True)
    heading.wait_for()
    settle(looking)
    assert "at=procedure_harm" in looking.url
    place, list_of = heading.bounding_box(), box.bounding_box()
    assert place
    assert list_of
    assert list_of["y"] + list_of["height"] <= place["y"] < PHONE["height"]
    assert box.evaluate("box => box.contains(document.activeElement)")
    looking.go_back()
    looking.get_by_role("heading", name=aid.words.outcomes["new_fracture"].name, exact=True).wait_for()


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (390, True), (320, False)])
def test_the_options_have_the_same_room_beside_each_other_or_under_their_names(
    ways: Page, width: int, beside: bool
) -> None:
    ways.set_viewport_size({"width": width, "height": 844})
    settle(ways)
    for row in ways.locator(".ways tbody tr").all():
        boxes = [cell.bounding_box() for cell in row.locator("td").all()]
        assert len({round(box["width"]) for box in boxes if box}) == 1
        assert len({round(box["y"]) for box in boxes if box}) == (1 if beside else len(boxes))
        named = row.locator("td").first.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert (named == "none") == beside
    assert too_wide(ways) == []
    assert violations(ways) == []
