"""Can everyone use each page: axe's rules, no sideways scrolling, headings in order, named pictures, large targets."""

import re

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Look
from decision_aid.pages import FIRST, PAGES, STEPS
from deploy import ROOT
from harness.visiting import bring, jump, settle, visit
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
from tests.browser.answering import answered
from tests.browser.conftest import OpenPage
from tests.browser.looking_at import EVERYWHERE

ALL: tuple[str, ...] = ()
WINDOWS = [(1280, "light", ALL), (1280, "dark", OF_COLOR), (390, "dark", ALL)]
"""Between 390 and 1280 pixels the menu is another one, and a page is made of other elements.

A narrow window by day is looked at by all rules in Spanish (`test_page_language.py`), at 320 pixels.
"""
FEWER_WINDOWS = [(1280, "light", ALL), (390, "dark", ALL)]
SMALLEST_TEXT = 16


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage, site: str) -> Page:
    """The window in which the pages without answers are opened, one after the other."""
    page = lasting_page()
    visit(page, site, FIRST)
    return page


@pytest.fixture(scope="module")
def answering(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """A window in which someone has answered, a warning sign among the answers, and has all open that opens."""
    page = lasting_page()
    bring(page, site, answered(aid).model_copy(update={"look": Look(details=True), "facts_seen": True}))
    return page


@pytest.fixture(scope="module", params=EVERYWHERE, ids="/".join)
def shown(request: pytest.FixtureRequest, window: Page, aid: Aid) -> Page:
    """One screen of the aid, opened once for all tests that look at it."""
    jump(window, aid, *request.param)
    return window


@pytest.fixture(scope="module", params=[page for page in EVERYWHERE if page[0] not in STEPS], ids="/".join)
def shown_with_all(request: pytest.FixtureRequest, answering: Page, aid: Aid) -> Page:
    """One page as it looks to someone who has answered and sees all details. The way is seen so in the gallery."""
    jump(answering, aid, *request.param)
    return answering


@pytest.mark.parametrize(("width", "scheme", "rules"), WINDOWS)
def test_axe_finds_nothing_wrong(shown: Page, width: int, scheme: str, rules: tuple[str, ...]) -> None:
    resize(shown, width, scheme)
    assert violations(shown, rules) == []


@pytest.mark.parametrize(("width", "scheme", "rules"), FEWER_WINDOWS)
def test_axe_finds_nothing_wrong_once_there_are_answers_and_all_is_open(
    shown_with_all: Page, width: int, scheme: str, rules: tuple[str, ...]
) -> None:
    resize(shown_with_all, width, scheme)
    assert violations(shown_with_all, rules) == []


def test_nothing_is_wider_than_the_smallest_phone(shown: Page) -> None:
    resize(shown, 320)
    assert [*too_wide(shown), *cut_off(shown)] == []


def test_nothing_is_wider_than_the_smallest_phone_once_there_are_answers_and_all_is_open(shown_with_all: Page) -> None:
    resize(shown_with_all, 320)
    assert [*too_wide(shown_with_all), *cut_off(shown_with_all)] == []


def test_a_page_has_one_title_and_its_headings_skip_no_level(shown: Page) -> None:
    levels = shown.evaluate(
        """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
          .filter(one => one.checkVisibility()).map(one => [Number(one.tagName[1]), one.innerText])"""
    )
    assert [text for level, text in levels if level == 1] == [shown.locator("h1").inner_text()]
    assert levels[0][0] == 1
    skipped = [text for (before, _), (level, text) in zip(levels, levels[1:], strict=False) if level > before + 1]
    assert skipped == []
    assert all(text.strip() for _, text in levels)


def test_every_picture_has_a_name(shown: Page) -> None:
    nameless = shown.evaluate(
        """() => [...document.querySelectorAll('svg[role="img"], [role="graphics-document"], img')]
          .filter(one => !(one.getAttribute("aria-label") || one.getAttribute("alt") || one.querySelector("title")))
          .map(one => one.outerHTML.slice(0, 160))"""
    )
    assert nameless == []


def test_text_is_large(shown: Page) -> None:
    small = shown.evaluate(
        """least => [...document.querySelectorAll("[data-testid=stMain] :is(p, li, dd, td)")]
          .filter(one => one.checkVisibility())
          .filter(one => !one.closest("a, button, [data-testid=stSlider], [data-testid=stCaptionContainer], .imprint"))
          .map(one => [parseFloat(getComputedStyle(one).fontSize), one.innerText.slice(0, 60)])
          .filter(([size]) => size < least)""",
        SMALLEST_TEXT,
    )
    assert small == []


def test_what_is_tapped_on_a_phone_is_large_enough(shown: Page) -> None:
    resize(shown, 390)
    assert too_small(shown, OURS) == []


def test_the_menu_of_a_phone_opens_and_its_links_are_large_enough(window: Page, aid: Aid) -> None:
    jump(window, aid, "about")
    resize(window, 390)
    assert too_small(window, '[data-testid="stExpandSidebarButton"]') == []
    window.get_by_test_id("stExpandSidebarButton").click()
    settle(window)
    links = window.get_by_test_id("stSidebarNavLink")
    assert [link.inner_text().strip() for link in links.all()] == [aid.words.pages[name].menu for name in PAGES]
    assert too_small(window, '[data-testid="stSidebar"] a, [data-testid="stSidebar"] button') == []
    assert violations(window) == []


def test_what_streamlit_causes_is_listed_for_readers_and_nothing_else_is_allowed() -> None:
    told = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| [^|]+ \| [^|]+ \|$", told, flags=re.MULTILINE)
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
    found = [line for line in violations(window, rules) if "planted" in line]
    window.evaluate("planted.remove()")
    assert found
