"""Each example of a view fits, narrow and wide, light and dark; pictures draw as many people as are counted."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page

from harness.serving import ForkedServer, by_streamlit, served
from harness.visiting import JUMP, settle
from tests.browser.access import OF_COLOR, OF_SIZE, cut_off, resize, too_wide, violations
from tests.browser.conftest import OpenPage, Scheme
from tests.gallery import APP, address_of
from tests.gallery.examples import EXAMPLES
from tests.gallery.figures import PEOPLE
from tests.gallery.states import LANGUAGES

WINDOWS: tuple[tuple[int, Scheme], ...] = ((320, "dark"), (1280, "light"))
"""Pseudo languages are checked in the first alone, in which their words have the least room."""


@pytest.fixture(scope="module")
def gallery(lasting_page: OpenPage) -> Iterator[Page]:
    with served(by_streamlit(APP, kind=ForkedServer)) as address:
        page = lasting_page()
        page.goto(address)
        settle(page)
        yield page


def show(gallery: Page, name: str) -> None:
    """Show an example in the open tab; wait for its end marker or for an error."""
    gallery.evaluate(JUMP, address_of("", name))
    gallery.locator(f'[data-example="{name}"], [data-testid=stException]').first.wait_for(state="attached")
    settle(gallery)


def figure(gallery: Page, name: str) -> Locator:
    """One figure of the open sheet."""
    return gallery.locator('[class*="st-key-figure-"]').filter(
        has=gallery.get_by_role("heading", level=2, name=name, exact=True)
    )


def people_drawn(picture: Locator) -> dict[str, int]:
    """The number of people in each state of a picture, counted in the browser."""
    counted: dict[str, int] = picture.evaluate(
        """svg => Object.fromEntries([...svg.querySelectorAll(":scope > path")]
          .map(path => [path.classList[0], path.getAttribute("d").split("M").length - 1]))"""
    )
    return counted


@pytest.mark.parametrize("name", EXAMPLES)
def test_axe_finds_nothing_wrong_in_an_example_and_nothing_is_cut_off(gallery: Page, name: str) -> None:
    show(gallery, name)
    assert gallery.get_by_test_id("stException").all_inner_texts() == []
    width_now = (gallery.viewport_size or {})["width"]
    windows = WINDOWS[:1] if EXAMPLES[name].state in LANGUAGES else WINDOWS
    for width, scheme in sorted(windows, key=lambda window: window[0] != width_now):  # the current width first
        resize(gallery, width, scheme)
        narrow = width == WINDOWS[0][0]
        assert violations(gallery, () if narrow else (*OF_COLOR, *OF_SIZE)) == []
        assert [*too_wide(gallery), *(cut_off(gallery) if narrow else ())] == []


def test_as_many_people_are_drawn_as_are_counted(gallery: Page) -> None:
    show(gallery, "figures-people-empty")
    for name, (_, expected) in PEOPLE.items():
        picture = figure(gallery, name).locator("svg.icon-array")
        assert people_drawn(picture) == expected, name
        box = picture.bounding_box() or {}
        assert min(box["width"], box["height"]) > 100, name


def test_the_people_of_real_figures_are_as_many_as_the_large_number_beside_them_says(gallery: Page) -> None:
    show(gallery, "figures-estimates-empty")
    frequency = figure(gallery, "an estimate that is a frequency")
    pictures = frequency.locator("figure").filter(has=gallery.locator("svg"))
    assert pictures.count() >= 1
    for picture in pictures.all():
        large = re.fullmatch(r"(\d+) of (\d+)", picture.locator(".count").inner_text())
        people = people_drawn(picture.locator("svg.icon-array"))
        assert large
        assert people.get("certain", 0) + people.get("likely", 0) == int(large[1])
        assert sum(people.values()) == int(large[2])
