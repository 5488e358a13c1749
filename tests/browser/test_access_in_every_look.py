"""What axe says of another language, of the strongest look, of what opens, of what goes wrong, and of a large zoom."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from harness.visiting import settle, visit
from tests.browser.answering import go_to
from tests.browser.conftest import OpenPage
from tests.browser.test_access import resize, too_wide, violations
from tests.browser.test_handing_over import hand_in, press
from tests.browser.test_page_language import choose
from tests.browser.test_read_aloud import ENGLISH, button, with_voices

SAVED = Path(__file__).parents[1] / "saves" / "version_2.json"
ZOOMED: ViewportSize = {"width": 320, "height": 256}
"""What a window of 1280 x 1024 holds when its page is made four times as large."""
SPACING = """
  main * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  main p { margin-bottom: 2em !important; }
"""
"""The text spacing that a page must stand (WCAG 1.4.12)."""
CUT_OFF = """() => [...document.querySelectorAll("main :is(p, li, h1, h2, h3, button, summary, td, th, dd, a)")]
  .filter(one => one.checkVisibility() && !one.closest(".visually-hidden, svg, [data-testid=stTooltipIcon]"))
  .filter(one => getComputedStyle(one).overflow !== "visible" && getComputedStyle(one).clipPath !== "inset(50%)")
  .filter(one => one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2)
  .map(one => one.outerHTML.slice(0, 160))"""


def look_through(page: Page, aid: Aid, width: int, *, spaced: bool = False) -> list[str]:
    """What axe finds on every page, what scrolls sideways and, with more space in the text, what is cut off."""
    found = []
    for name in PAGES:
        resize(page, 1280)
        go_to(page, aid, name)
        resize(page, width, "dark" if spaced else "light")
        found += [f"{name}: {one}" for one in (*violations(page), *too_wide(page))]
        if spaced:
            style = page.add_style_tag(content=SPACING)
            settle(page)
            found += [f"{name}, spaced: {one}" for one in (*too_wide(page), *page.evaluate(CUT_OFF))]
            style.evaluate("one => one.remove()")
    return found


@pytest.fixture(scope="module")
def filled(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """Someone who has answered, a warning sign among the answers."""
    page = lasting_page()
    open_saved(page, site, aid)
    return page


def open_saved(page: Page, site: str, aid: Aid) -> None:
    """Bring the answers of a save file to the aid: quicker than giving them one by one."""
    visit(page, site, "welcome")
    hand_in(page, aid, SAVED)
    press(page, aid, "offer.open")
    press(page, aid, "offer.close")


def test_spanish_on_a_phone_with_answers(filled: Page, site: str) -> None:
    filled.goto(f"{site}?lang=es")
    settle(filled)
    assert look_through(filled, load(session.CONTENT, "es"), 390) == []


def test_largest_text_and_strong_contrast_on_the_smallest_phone_at_night_with_more_space(
    filled: Page, site: str, aid: Aid
) -> None:
    filled.goto(f"{site}?lang=en")
    settle(filled)
    choose(filled, aid, "display.text.larger", "display.contrast.high")
    assert look_through(filled, aid, 320, spaced=True) == []


def test_what_opens_and_what_goes_wrong(page: OpenPage, site: str, aid: Aid, tmp_path: Path) -> None:
    opened, found = with_voices(page(width=390, height=844), ENGLISH), {}
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    visit(opened, site, "welcome")
    for state, file in (("a file that cannot be read", broken), ("a file that is offered", SAVED)):
        hand_in(opened, aid, file)
        found[state] = violations(opened)
        opened.locator(".st-key-offer button").last.click()
        settle(opened)
    visit(opened, site, "chances")
    button(opened, aid, "read").click()
    found["read aloud"] = violations(opened)
    button(opened, aid, "stop").click()
    opened.locator(".st-key-my-display-opener button").first.click()
    popover = opened.get_by_test_id("stPopoverBody")
    popover.wait_for()
    settle(opened)
    found["my display"] = violations(opened)
    popover.get_by_text(aid.words.app["display.short"], exact=True).click()
    settle(opened)
    opened.keyboard.press("Escape")
    for name in ("chances", "options"):
        visit(opened, site, name)
        parts = opened.get_by_test_id("stExpander").locator("summary")
        parts.first.wait_for()
        found[f"{name}, short"] = violations(opened)
        parts.first.click()
        settle(opened)
        found[f"{name}, short, a part opened"] = violations(opened)
    assert {state: faults for state, faults in found.items() if faults} == {}


@pytest.mark.parametrize("name", ["situation", "chances", "questions"])
def test_a_page_made_four_times_as_large(filled: Page, site: str, name: str) -> None:
    filled.set_viewport_size(ZOOMED)
    visit(filled, site, name)
    assert [*violations(filled), *too_wide(filled)] == []
    head = filled.evaluate("document.querySelector('[data-testid=stHeader]').getBoundingClientRect().height")
    assert head < ZOOMED["height"] / 3, "the head leaves room for the page"
