"""Accessibility of each page: axe's rules, no sideways scrolling, headings in order, named pictures, large targets."""

import re

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, PAGES
from deploy import ROOT
from harness.visiting import jump, settle, visit
from tests.browser.access import (
    CAUSED_BY_STREAMLIT,
    OF_COLOR,
    OF_SIZE,
    OURS,
    cut_off,
    resize,
    too_small,
    too_wide,
    violations,
)
from tests.browser.conftest import OpenPage
from tests.browser.looking_at import EVERYWHERE

ALL: tuple[str, ...] = ()
WINDOWS = [(1280, "light", ALL), (390, "dark", (*OF_COLOR, *OF_SIZE))]
"""Window width in pixels, color scheme and rules.

All rules in a narrow window, with answers and all details: `test_page_language.py`, in Spanish.
"""
SMALLEST_TEXT = 16


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage, site: str) -> Page:
    """A window without answers."""
    page = lasting_page()
    visit(page, site, FIRST)
    return page


@pytest.fixture(scope="module", params=EVERYWHERE, ids="/".join)
def screen(request: pytest.FixtureRequest, window: Page, aid: Aid) -> Page:
    """One screen of the aid, opened once for all its tests."""
    jump(window, aid, *request.param)
    return window


@pytest.mark.parametrize(("width", "scheme", "rules"), WINDOWS)
def test_axe_finds_nothing_wrong(screen: Page, width: int, scheme: str, rules: tuple[str, ...]) -> None:
    resize(screen, width, scheme)
    assert violations(screen, rules) == []


def test_what_is_tapped_on_a_phone_is_large_enough(screen: Page) -> None:
    resize(screen, 390, "dark")
    assert too_small(screen, OURS) == []


def test_nothing_is_wider_than_the_smallest_phone(screen: Page) -> None:
    resize(screen, 320)
    assert [*too_wide(screen), *cut_off(screen)] == []


def test_a_page_has_one_title_and_its_headings_skip_no_level(screen: Page) -> None:
    levels = screen.evaluate(
        """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
          .filter(node => node.checkVisibility()).map(node => [Number(node.tagName[1]), node.innerText])"""
    )
    assert [text for level, text in levels if level == 1] == [screen.locator("h1").inner_text()]
    assert levels[0][0] == 1
    skipped = [text for (before, _), (level, text) in zip(levels, levels[1:], strict=False) if level > before + 1]
    assert skipped == []
    assert all(text.strip() for _, text in levels)


def test_every_picture_has_a_name(screen: Page) -> None:
    nameless = screen.evaluate(
        """() => [...document.querySelectorAll('svg[role="img"], [role="graphics-document"], img')]
          .filter(node => !(node.getAttribute("aria-label") || node.getAttribute("alt") || node.querySelector("title")))
          .map(node => node.outerHTML.slice(0, 160))"""
    )
    assert nameless == []


def test_text_is_large(screen: Page) -> None:
    small = screen.evaluate(
        """least => [...document.querySelectorAll("[data-testid=stMain] :is(p, li, dd, td)")]
          .filter(node => node.checkVisibility() && !node.closest(
            "a, button, [data-testid=stSlider], [data-testid=stCaptionContainer], .imprint"))
          .map(node => [parseFloat(getComputedStyle(node).fontSize), node.innerText.slice(0, 60)])
          .filter(([size]) => size < least)""",
        SMALLEST_TEXT,
    )
    assert small == []


def test_the_menu_keeps_the_rules_and_its_links_are_large_enough_on_a_phone(window: Page, aid: Aid) -> None:
    jump(window, aid, "about")
    resize(window, 390)
    assert too_small(window, '[data-testid="stExpandSidebarButton"]') == []
    window.get_by_test_id("stExpandSidebarButton").click()
    settle(window)
    links = window.get_by_test_id("stSidebarNavLink")
    assert [link.inner_text().strip() for link in links.all()] == [aid.words.pages[name].menu for name in PAGES]
    assert too_small(window, '[data-testid="stSidebar"] a, [data-testid="stSidebar"] button') == []
    assert violations(window) == []
    window.keyboard.press("Escape")
    resize(window, 1280, "dark")
    assert violations(window, OF_COLOR) == [], "the menu of a wide window"


def test_what_streamlit_causes_is_listed_for_readers_and_nothing_else_is_allowed() -> None:
    text = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| [^|]+ \| [^|]+ \|$", text, flags=re.MULTILINE)
    assert len(listed) == len(CAUSED_BY_STREAMLIT)
    assert set(listed) == set(CAUSED_BY_STREAMLIT)


@pytest.mark.parametrize(
    ("rules", "fault"),
    [
        (ALL, "<svg id=planted role='img'></svg>"),
        (OF_COLOR, "<p id=planted style='color: #777; background: #888'>Pale</p>"),
        (
            OF_SIZE,
            "<p><a id=planted href='#a' style='font-size: 4px'>a</a><a href='#b' style='font-size: 4px'>b</a></p>",
        ),
    ],
)
def test_the_checker_would_see_a_fault(window: Page, rules: tuple[str, ...], fault: str) -> None:
    resize(window, 1280)
    window.evaluate("fault => document.querySelector('h1').insertAdjacentHTML('afterend', fault)", fault)
    faults = [line for line in violations(window, rules) if "planted" in line]
    window.evaluate("planted.remove()")
    assert faults
