"""The views by example: each is shown as it was made, and as many people are drawn as are counted."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page

from harness.serving import by_streamlit, served
from harness.visiting import settle
from tests.browser.access import too_wide, violations
from tests.browser.conftest import OpenPage
from tests.gallery import APP
from tests.gallery.examples import EXAMPLES, PEOPLE


@pytest.fixture(scope="module")
def gallery(lasting_page: OpenPage) -> Iterator[Page]:
    with served(by_streamlit(APP)) as address:
        page = lasting_page()
        page.goto(address)
        settle(page)
        yield page


def example(page: Page, name: str) -> Locator:
    return page.locator(f".st-key-example-{list(EXAMPLES).index(name)}")


def drawn(picture: Locator) -> dict[str, int]:
    """People in each state of a picture, counted in what the browser shows."""
    found: dict[str, int] = picture.evaluate(
        """svg => Object.fromEntries([...svg.querySelectorAll(":scope > path")]
          .map(path => [path.classList[0], path.getAttribute("d").split("M").length - 1]))"""
    )
    return found


def test_every_example_is_shown_under_its_name(gallery: Page) -> None:
    assert gallery.locator("h2").filter(has_not_text=re.compile("^$")).count() >= len(EXAMPLES)
    for name in EXAMPLES:
        shown = example(gallery, name)
        assert shown.locator("h2").first.inner_text() == name
        body = shown.get_by_test_id("stMarkdownContainer").last
        assert (body.bounding_box() or {}).get("height", 0) > 40


@pytest.mark.parametrize("name", PEOPLE)
def test_as_many_people_are_drawn_as_are_counted(gallery: Page, name: str) -> None:
    picture = example(gallery, name).locator("svg.icon-array")
    counted = {state: getattr(PEOPLE[name], state) for state in ("certain", "likely", "possible", "without")}
    assert drawn(picture) == {state: number for state, number in counted.items() if number}
    box = picture.bounding_box() or {}
    assert box["width"] > 100
    assert box["height"] > 100


def test_the_people_of_real_figures_are_as_many_as_the_large_number_beside_them_says(gallery: Page) -> None:
    figures = example(gallery, "an estimate that is a frequency").locator("figure").filter(has=gallery.locator("svg"))
    assert figures.count() >= 1
    for figure in figures.all():
        told = re.fullmatch(r"(\d+) of (\d+)", figure.locator(".count").inner_text())
        people = drawn(figure.locator("svg.icon-array"))
        assert told
        assert people.get("certain", 0) + people.get("likely", 0) == int(told[1])
        assert sum(people.values()) == int(told[2])


def test_axe_finds_nothing_wrong_in_the_gallery(gallery: Page) -> None:
    for width, scheme in ((1280, "light"), (390, "dark")):
        gallery.emulate_media(color_scheme=scheme)
        gallery.set_viewport_size({"width": width, "height": 900})
        settle(gallery)
        assert violations(gallery) == []
        assert too_wide(gallery) == []
