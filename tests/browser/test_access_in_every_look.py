"""What axe says of the strongest look, of what opens, of what goes wrong, and of a large zoom; what is said there."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Look
from decision_aid.pages import WEIGH
from harness.visiting import bring, jump, settle, visit
from tests.browser.access import OF_COLOR, OF_SIZE, covered, cut_off, misfit, resize, set_letters, too_wide, violations
from tests.browser.answering import answered, rated_outcomes, unfold
from tests.browser.conftest import OpenPage
from tests.browser.handing_over import hand_in
from tests.browser.looking_at import EVERYWHERE
from tests.browser.voices import ENGLISH, button, with_voices
from tests.browser.what_is_said import badly_told, figures, in_english, wrongly_named

SAVED = Path(__file__).parents[1] / "saves" / "version_2.json"
ZOOMED: ViewportSize = {"width": 320, "height": 256}
"""What a window of 1280 x 1024 holds when its page is made four times as large."""
USUAL, TWICE = 16, 32
"""Sizes of letters, in pixels, that a browser may be set to."""
SPACING = """
  main * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  main p { margin-bottom: 2em !important; }
"""
"""The text spacing that a page must stand (WCAG 1.4.12)."""
CUT_OFF = """() => [...document.querySelectorAll("main :is(p, li, h1, h2, h3, button, summary, td, th, dd, a)")]
  .filter(node => node.checkVisibility() && !node.closest(".visually-hidden, svg, [data-testid=stTooltipIcon]"))
  .filter(node => getComputedStyle(node).overflow !== "visible" && getComputedStyle(node).clipPath !== "inset(50%)")
  .filter(node => node.scrollHeight > node.clientHeight + 2 || node.scrollWidth > node.clientWidth + 2)
  .map(node => node.outerHTML.slice(0, 160))"""


@pytest.fixture(scope="module")
def filled(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """Someone who has answered, a warning sign among the answers."""
    page = lasting_page()
    bring(page, site, answered(aid))
    return page


@pytest.fixture(scope="module")
def largest(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """The same, with very large letters and strong contrast."""
    page = lasting_page()
    bring(page, site, answered(aid).model_copy(update={"look": Look(text="larger", contrast="high")}))
    page.locator("html[data-contrast=high][data-text=larger]").wait_for(state="attached")
    return page


def test_largest_text_and_strong_contrast_on_the_smallest_phone_at_night_with_more_space(
    largest: Page, aid: Aid
) -> None:
    faults = []
    for page, screen in EVERYWHERE:
        jump(largest, aid, page, screen)
        name = f"{page}/{screen}"
        texts = (*wrongly_named(largest, aid, page, screen), *in_english(largest, aid), *badly_told(figures(largest)))
        faults += [f"{name} says: {text}" for text in texts]
        for width, letters in ((390, TWICE), (320, USUAL)):
            set_letters(largest, letters)
            resize(largest, width, "dark")
            cut = (*cut_off(largest), *covered(largest)) if letters == TWICE else ()
            faults += [f"{name} at {width}: {fault}" for fault in (*too_wide(largest), *misfit(largest), *cut)]
        faults += [f"{name}: {fault}" for fault in violations(largest, (*OF_COLOR, *OF_SIZE))]
        style = largest.add_style_tag(content=SPACING)
        settle(largest)
        faults += [f"{name}, spaced: {fault}" for fault in (*too_wide(largest), *largest.evaluate(CUT_OFF))]
        style.evaluate("node => node.remove()")
    assert faults == []


def test_what_opens_and_what_goes_wrong(page: OpenPage, site: str, aid: Aid, tmp_path: Path) -> None:
    opened, faults_by_state = with_voices(page(width=390, height=844), ENGLISH), {}
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    visit(opened, site, "start")
    unfold(opened, aid.words.app["start.my_answers"])
    for state, file in (("a file that cannot be read", broken), ("a file that is offered", SAVED)):
        hand_in(opened, aid, file)
        faults_by_state[state] = violations(opened)
        opened.locator(".st-key-offer button").last.click()
        settle(opened)
    jump(opened, aid, WEIGH, rated_outcomes(aid)[0])
    button(opened, aid, "read").click()
    faults_by_state["read aloud"] = violations(opened)
    button(opened, aid, "stop").click()
    opened.locator(".st-key-my-display-opener button").first.click()
    popover = opened.get_by_test_id("stPopoverBody")
    popover.wait_for()
    settle(opened)
    faults_by_state["my display"] = violations(opened)
    opened.keyboard.press("Escape")
    unfold(opened, aid.words.app["weigh.more"])
    faults_by_state["more about a thing to weigh"] = violations(opened)
    opened.get_by_text(aid.words.app["clear"], exact=True).click()
    opened.get_by_role("button", name=aid.words.app["clear.sure"]).wait_for()
    settle(opened)
    faults_by_state["the second word before all is cleared"] = violations(opened)
    opened.keyboard.press("Escape")
    jump(opened, aid, "questions")
    opened.get_by_role("button", name=aid.words.app["question_menu"].format(number=2), exact=True).press("Enter")
    opened.get_by_role("menuitem").first.wait_for()
    settle(opened)
    faults_by_state["the menu of a question"] = violations(opened)
    assert {state: faults for state, faults in faults_by_state.items() if faults} == {}


@pytest.mark.parametrize(("name", "screen"), [("situation", "safety"), ("weigh", "new_fracture"), ("questions", "")])
def test_a_page_made_four_times_as_large(filled: Page, aid: Aid, name: str, screen: str) -> None:
    filled.set_viewport_size(ZOOMED)
    jump(filled, aid, name, screen)
    assert [*violations(filled, OF_SIZE), *too_wide(filled)] == []
    head = filled.evaluate("document.querySelector('[data-testid=stHeader]').getBoundingClientRect().height")
    assert head < ZOOMED["height"] / 3, "the head leaves room for the page"
    positions = (
        "[...document.querySelectorAll('.st-key-foot, .st-key-onward')].map(node => getComputedStyle(node).position)"
    )
    assert "fixed" not in filled.evaluate(positions), "the foot takes none of it"
