"""Under a thumb: who scrolls past a slider has answered nothing, who taps or drags it has, and all is large enough."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, STEPS, WARNING_SIGNS, WEIGH
from harness.visiting import everywhere, jump, settle, visit
from tests.browser.access import SMALLEST_TARGET
from tests.browser.answering import rated_outcomes
from tests.browser.conftest import FORGET
from tests.browser.touching import MIDDLE, SCROLLED, SLIDERS, SWIPE, Point, along

PHONE = {"width": 390, "height": 844}
PRESSED = "button, summary, label:has(input), a[href], [role=button]"
TOO_SMALL = """([pressed, least]) => {
  const shown = node => node.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const inText = node => node.matches("a") && node.parentElement.innerText.trim() !== node.innerText.trim()
  const name = node => node.innerText.trim().slice(0, 60) || node.ariaLabel || node.outerHTML.slice(0, 80)
  return [...document.querySelectorAll(`[data-testid=stApp] :is(${pressed})`)]
    .filter(node => shown(node) && !inText(node)).map(node => [name(node), node.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.right > 1 && Math.min(box.height, box.width) < least - .1)
    .map(([text, box]) => `${text}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`)
}"""

TOUCHING = """() => {
  const isCard = node => parseFloat(getComputedStyle(node).borderTopLeftRadius) > 9 && node.clientWidth > 200
  const cards = [...document.querySelectorAll("[data-testid=stMain] :not(summary)")].filter(isCard)
  const [ends, starts] = ["bottom", "top"].map(side => card => card.getBoundingClientRect()[side])
  return cards.flatMap(above => cards.filter(below => Math.abs(starts(below) - ends(above)) < 4))
    .map(card => card.textContent.trim().slice(0, 40))
}"""
"""Cards with no room above them."""


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """The window of a phone that is touched."""
    with browser.new_context(has_touch=True, is_mobile=True, viewport=PHONE, reduced_motion="reduce") as context:
        page = context.new_page()
        visit(page, site, FIRST)
        yield page
        page.evaluate(FORGET)


def touch(page: Page, *path: Point) -> None:
    """A finger that goes down at the first point, along the others, and up at the last."""
    hand = page.context.new_cdp_session(page)
    for number, (x, y) in enumerate(path):
        kind = "touchMove" if number else "touchStart"
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    hand.detach()
    settle(page)


def sliders_of_the_way(aid: Aid) -> list[tuple[str, str]]:
    """A screen of each kind on which something is rated: a thing to weigh, and the pain of now."""
    return [(WEIGH, rated_outcomes(aid)[-1]), (WARNING_SIGNS, "break")]


def point(page: Page, share: float | None) -> Point:
    """Where a slider is, which is brought to the middle of the window, so that there is room to scroll both ways."""
    slider = page.locator(SLIDERS).first
    slider.evaluate("node => node.scrollIntoView({ block: 'center' })")
    x, y = slider.evaluate(MIDDLE, share)
    return x, y


def test_a_thumb_that_scrolls_past_a_slider_rates_nothing(phone: Page, aid: Aid) -> None:
    rated, moved = [], 0
    for name, screen in sliders_of_the_way(aid):
        jump(phone, aid, name, screen)
        for share in (None, 0.5):
            for way in (-SWIPE, SWIPE):
                x, y = point(phone, share)
                before = phone.evaluate(SCROLLED)
                touch(phone, *along((x, y), (x + 6, y + way)))
                moved += phone.evaluate(SCROLLED) != before
                if phone.locator(SLIDERS).first.input_value() != "0":
                    rated.append((screen, share, way))
    assert rated == []
    assert moved >= 2 * len(sliders_of_the_way(aid)), "these swipes are to scroll the page"


def test_a_tap_and_a_drag_on_a_slider_rate_and_a_key_moves_it_by_one(phone: Page, aid: Aid) -> None:
    for name, screen in sliders_of_the_way(aid)[-2:]:
        jump(phone, aid, name, screen)
        slider = phone.locator(SLIDERS).first
        touch(phone, point(phone, 0.5))
        tapped = int(slider.input_value())
        assert tapped in {5, 6, 7}
        begin = point(phone, None)
        touch(phone, *along(begin, (begin[0] + 90, begin[1])))
        dragged = int(slider.input_value())
        assert dragged > tapped + 1
        for key, step in (("ArrowUp", 1), ("ArrowDown", -1)):  # as assistive software turns a swipe up or down
            before = int(slider.input_value())
            slider.press(key)
            settle(phone)
            assert int(slider.input_value()) == before + step
            assert slider.get_attribute("aria-valuetext") == aid.words.app["rated"].format(rating=before + step - 1)


def test_what_stands_on_the_way_to_be_pressed_is_large_enough_for_a_thumb_and_cards_have_room(
    phone: Page, aid: Aid
) -> None:
    small, touching = {}, {}
    for name, screen in everywhere(aid):
        if name in STEPS:
            jump(phone, aid, name, screen)
            if targets := phone.evaluate(TOO_SMALL, [PRESSED, SMALLEST_TARGET]):
                small[name, screen] = targets
            if cards := phone.evaluate(TOUCHING):
                touching[name, screen] = cards
    assert small == {}
    assert touching == {}
