"""Under a real thumb: who scrolls past a slider has answered nothing, who taps it has."""

from collections.abc import Sequence

import pytest

from decision_aid.model.aid import Aid
from decision_aid.pages import WARNING_SIGNS, WEIGH
from harness.engines.firefox import Firefox
from harness.engines.window import Window
from harness.serving import Server
from harness.visiting import address_of
from tests.browser.answering import rated_outcomes
from tests.browser.touching import MIDDLE, SCROLLED, SLIDERS, SWIPE, Point, along

SHOWN = "return document.querySelector(arguments[0]).valueAsNumber"
IN_THE_MIDDLE = f"""
const slider = document.querySelector(arguments[0])
slider.scrollIntoView({{ block: "center", behavior: "instant" }})
return ({MIDDLE})(slider, arguments[1])
"""


def point(window: Window, share: float | None) -> Point:
    """Where a slider's knob is, or its line at a share of its width, in the middle of the window."""
    x, y = window.run(IN_THE_MIDDLE, SLIDERS, share)
    return x, y


def touch(window: Window, path: Sequence[Point]) -> float:
    """What the first slider shows after a touch."""
    window.touch(path)
    window.settle()
    shown: float = window.run(SHOWN, SLIDERS)
    return shown


@pytest.mark.parametrize("window", [390], indirect=True)
def test_a_thumb_that_scrolls_past_a_slider_rates_nothing_and_a_tap_does(
    window: Window, server: Server, aid: Aid
) -> None:
    for name, screen in ((WEIGH, rated_outcomes(aid)[-1]), (WARNING_SIGNS, "break")):
        window.go(server.address)
        window.run("sessionStorage.clear()")
        window.go(address_of(server.address, name, screen))
        window.settle()
        moved = 0
        for share in (None, 0.5):
            for way in (-SWIPE, SWIPE):
                x, y = point(window, share)
                before = window.run(f"return ({SCROLLED})()")
                assert touch(window, along((x, y), (x + 6, y + way))) == 0, (screen, share, way)
                moved += window.run(f"return ({SCROLLED})()") != before
        assert moved >= 2, "these swipes are to scroll the page"
        tapped = touch(window, [point(window, 0.5)])
        assert tapped in {5, 6, 7}
        if isinstance(window, Firefox):  # WebKitGTK tells a page of no touch that moves aside; Safari does
            x, y = point(window, None)
            assert touch(window, along((x, y), (x + 90, y))) > tapped + 1
