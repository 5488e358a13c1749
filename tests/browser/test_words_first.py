"""In a browser: links from a term to its meaning and back, folded parts, and equal room for the options."""

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from harness.visiting import settle, visit
from tests.browser.access import OURS, too_small, too_wide, violations
from tests.browser.conftest import OpenPage

PHONE = {"width": 390, "height": 844}
HEAD = 60
"""Height of the fixed head of the page, in pixels."""


@pytest.fixture(scope="module")
def clinicians(lasting_page: OpenPage, site: str) -> Page:
    """A phone with a page whose terms are links."""
    page = lasting_page(**PHONE)
    visit(page, site, "clinicians")
    return page


@pytest.fixture(scope="module")
def chances(lasting_page: OpenPage, site: str) -> Page:
    """A phone with one outcome of the page of all chances."""
    page = lasting_page(**PHONE)
    visit(page, site, "chances?at=new_fracture")
    return page


@pytest.fixture(scope="module")
def two_ways(lasting_page: OpenPage, site: str) -> Page:
    """A phone with the options side by side."""
    page = lasting_page(**PHONE)
    visit(page, site, "two_ways")
    return page


def top_of_target(page: Page) -> float:
    return float(page.evaluate("document.querySelector(':target').getBoundingClientRect().top"))


def test_a_word_leads_to_its_meaning_and_back_by_keyboard(clinicians: Page) -> None:
    listed = clinicians.locator("details.terms")
    assert not listed.evaluate("list => list.open")
    word = clinicians.locator("a.term").nth(2)
    word.focus()
    clinicians.keyboard.press("Enter")
    settle(clinicians)
    assert listed.evaluate("list => list.open")
    assert HEAD < top_of_target(clinicians) < PHONE["height"] / 2
    assert clinicians.locator(":target dd").is_visible()
    clinicians.keyboard.press("Tab")
    clinicians.keyboard.press("Enter")
    settle(clinicians)
    assert clinicians.evaluate("document.querySelector(':target').id") == word.get_attribute("id")
    assert HEAD < top_of_target(clinicians) < PHONE["height"]


def test_the_list_of_words_keeps_the_rules(clinicians: Page) -> None:
    clinicians.locator("details.terms").evaluate("list => { list.open = true }")
    assert violations(clinicians) == []
    assert too_wide(clinicians) == []
    assert too_small(clinicians, ".terms summary") == []


def test_the_list_of_words_prints_open(clinicians: Page) -> None:
    clinicians.locator("details.terms").evaluate("list => { list.open = false }")
    clinicians.emulate_media(media="print")
    assert clinicians.locator(".terms dd").first.bounding_box()
    clinicians.emulate_media(media="screen")
    assert not clinicians.locator(".terms dd").first.is_visible()


def test_what_opens_keeps_the_rules_closed_and_open(chances: Page) -> None:
    assert violations(chances) == []
    assert too_small(chances, OURS) == []
    chances.get_by_test_id("stExpander").last.locator("summary").click()
    settle(chances)
    assert chances.get_by_test_id("stExpander").last.locator(".block").count()
    assert violations(chances) == []
    assert too_wide(chances) == []


def test_what_is_opened_is_printed_and_what_is_closed_is_not(chances: Page) -> None:
    chances.emulate_media(media="print")
    parts = chances.get_by_test_id("stExpander")
    assert parts.last.locator(".block").first.bounding_box()
    assert [part.is_visible() for part in parts.all()].count(True) == 1
    chances.emulate_media(media="screen")


def test_the_list_of_the_chances_stays_in_sight_and_what_is_picked_begins_under_it(chances: Page, aid: Aid) -> None:
    settle(chances)
    box = chances.get_by_test_id("stSelectbox")
    chances.locator(".icon-array").last.scroll_into_view_if_needed()
    before = box.bounding_box()
    assert before
    assert 0 < before["y"] < PHONE["height"] / 3
    picked = aid.words.outcomes["procedure_harm"].name
    box.get_by_role("combobox").focus()
    settle(chances)  # a list that opens while the page still moves closes again
    box.get_by_role("combobox").press("ArrowDown")
    chances.get_by_role("option", name=picked, exact=True).click()
    heading = chances.get_by_role("heading", name=picked, exact=True)
    heading.wait_for()
    settle(chances)
    assert "at=procedure_harm" in chances.url
    heading_box, list_box = heading.bounding_box(), box.bounding_box()
    assert heading_box
    assert list_box
    assert list_box["y"] + list_box["height"] <= heading_box["y"] < PHONE["height"]
    assert box.evaluate("box => box.contains(document.activeElement)")
    chances.go_back()
    chances.get_by_role("heading", name=aid.words.outcomes["new_fracture"].name, exact=True).wait_for()


@pytest.mark.parametrize(("width", "side_by_side"), [(1280, True), (390, True), (320, False)])
def test_the_options_have_the_same_room_beside_each_other_or_under_their_names(
    two_ways: Page, width: int, side_by_side: bool
) -> None:
    two_ways.set_viewport_size({"width": width, "height": 844})
    settle(two_ways)
    for row in two_ways.locator(".ways tbody tr").all():
        boxes = [cell.bounding_box() for cell in row.locator("td").all()]
        assert len({round(box["width"]) for box in boxes if box}) == 1
        assert len({round(box["y"]) for box in boxes if box}) == (1 if side_by_side else len(boxes))
        named = row.locator("td").first.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert (named == "none") == side_by_side
    assert too_wide(two_ways) == []
    assert violations(two_ways) == []
