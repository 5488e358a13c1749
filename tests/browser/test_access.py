"""Can everyone use each page: axe's rules, no sideways scrolling, headings in order, named pictures, large targets."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from deploy import ROOT
from harness.visiting import settle, visit
from tests.browser.answering import give_answers, go_to
from tests.browser.conftest import OpenPage

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}

IN_SECTIONS = "Streamlit 1.67 puts the menu's sections as div between ul and li; no style can mend that"
CAUSED_BY_STREAMLIT = {
    ("list", '[data-testid="stSidebarNavItems"]'): IN_SECTIONS,
    ("listitem", '[data-testid="stSidebarNavItems"]'): IN_SECTIONS,
}
"""What Streamlit itself breaks and we cannot mend: the rule and the part of the page, each with the reason."""

WINDOWS = [(1280, "light"), (1280, "dark"), (390, "dark"), (390, "light"), (320, "light")]
FEWER_WINDOWS = [(1280, "light"), (390, "dark")]
HEIGHTS = {1280: 900, 390: 844, 320: 640}
SMALLEST_TARGET = 44
ANSWERED_ON = ("situation", "options", "priorities", "questions")
OURS = (
    ".st-key-back a, .st-key-next a, [data-testid='stButtonGroup'] button, [data-testid='stButton'] button, "
    "[data-testid='stPopoverButton'], [data-testid='stFormSubmitButton'] button, "
    "[data-testid='stDownloadButton'] button, [data-testid='stCheckbox'] label, summary, "
    ".st-key-taking button"
)


def violations(page: Page) -> list[str]:
    """What axe finds wrong, one line for each node, without what Streamlit causes."""
    found: list[dict[str, Any]] = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{one['id']} ({one['help']}) {node['target']}: {node['html'][:160]}"
        for one in found
        for node in one["nodes"]
        if not streamlit_causes(page, one["id"], node["target"][0])
    ]


def streamlit_causes(page: Page, rule: str, target: str) -> bool:
    """Whether a broken rule is one that we know of, in the part of the page where we know of it."""
    parts = [part for known, part in CAUSED_BY_STREAMLIT if known == rule]
    return any(page.locator(target).first.evaluate("(node, part) => !!node.closest(part)", part) for part in parts)


def too_wide(page: Page) -> list[str]:
    """What makes the page scroll sideways; nothing where it does not."""
    found: list[str] = page.evaluate(
        """() => {
          const main = document.querySelector('[data-testid="stMain"]')
          if (![document.documentElement, main].some(part => part.scrollWidth > part.clientWidth)) return []
          const wide = [...main.querySelectorAll("*")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
          return ["the page scrolls sideways", ...wide.map(one => one.outerHTML.slice(0, 120))]
        }"""
    )
    return found


def too_small(page: Page, targets: str) -> list[str]:
    """The targets that are less than 44 px high, with their size."""
    found: list[str] = page.evaluate(
        """([targets, least]) => [...document.querySelectorAll(targets)].filter(one => one.checkVisibility())
          .map(one => [one.innerText.slice(0, 60), one.getBoundingClientRect()])
          .filter(([, box]) => box.height < least - 0.1 || box.width < 24)
          .map(([text, box]) => `${text}: ${Math.round(box.width)} x ${box.height.toFixed(1)}`)""",
        [targets, SMALLEST_TARGET],
    )
    return found


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage) -> Page:
    """The window in which the pages without answers are opened, one after the other."""
    return lasting_page()


@pytest.fixture(scope="module")
def answered(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """A window in which someone has answered, a warning sign among the answers."""
    page = lasting_page()
    give_answers(page, site, aid)
    return page


@pytest.fixture(scope="module", params=PAGES)
def shown(request: pytest.FixtureRequest, window: Page, site: str) -> Page:
    """One page of the aid, loaded once for all tests that look at it."""
    visit(window, site, request.param)
    return window


@pytest.fixture(scope="module", params=ANSWERED_ON)
def shown_with_answers(request: pytest.FixtureRequest, answered: Page, aid: Aid) -> Page:
    """One page of the aid as it looks to someone who has answered."""
    resize(answered, 1280)
    go_to(answered, aid, request.param)
    return answered


def resize(page: Page, width: int, scheme: str = "light") -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    settle(page)


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
def test_axe_finds_nothing_wrong(shown: Page, width: int, scheme: str) -> None:
    resize(shown, width, scheme)
    assert violations(shown) == []


@pytest.mark.parametrize(("width", "scheme"), FEWER_WINDOWS)
def test_axe_finds_nothing_wrong_once_there_are_answers(shown_with_answers: Page, width: int, scheme: str) -> None:
    resize(shown_with_answers, width, scheme)
    assert violations(shown_with_answers) == []


def test_nothing_scrolls_sideways_once_there_are_answers(shown_with_answers: Page) -> None:
    resize(shown_with_answers, 320)
    assert too_wide(shown_with_answers) == []


def test_nothing_scrolls_sideways_on_the_smallest_phone(shown: Page) -> None:
    resize(shown, 320)
    assert too_wide(shown) == []


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


def test_what_is_tapped_on_a_phone_is_large_enough(shown: Page) -> None:
    resize(shown, 390)
    assert too_small(shown, OURS) == []


def test_the_menu_of_a_phone_opens_and_its_links_are_large_enough(page: OpenPage, site: str, aid: Aid) -> None:
    opened = page(width=390, height=844)
    visit(opened, site, "about")
    assert too_small(opened, '[data-testid="stExpandSidebarButton"]') == []
    opened.get_by_test_id("stExpandSidebarButton").click()
    settle(opened)
    links = opened.get_by_test_id("stSidebarNavLink")
    assert [link.inner_text().strip() for link in links.all()] == [aid.words.pages[name].menu for name in PAGES]
    assert too_small(opened, '[data-testid="stSidebar"] a, [data-testid="stSidebar"] button') == []
    assert violations(opened) == []


def test_what_streamlit_causes_is_listed_for_readers_and_nothing_else_is_allowed() -> None:
    told = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| [^|]+ \| [^|]+ \|$", told, flags=re.MULTILINE)
    assert len(listed) == len(CAUSED_BY_STREAMLIT)
    assert set(listed) == set(CAUSED_BY_STREAMLIT)


def test_the_checker_would_see_a_fault(window: Page, site: str) -> None:
    visit(window, site, "about")
    window.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<svg id=planted role=\"img\"></svg>')"
    )
    found = [line for line in violations(window) if "planted" in line]
    assert found
