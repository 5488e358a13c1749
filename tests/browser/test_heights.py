"""On a phone, each page outside the way is at most eight screens tall as it opens.

The chances are opened one by one, so the figures of each are checked too.
"""

import pytest

from decision_aid.address import LANGUAGE, SCREEN
from decision_aid.pages import ALL_FACTS, FIRST, PAGES, STEPS
from decision_aid.views.chance import outcomes_with_figures
from harness.aids import real_aid
from harness.visiting import JUMP, jump, settle, visit
from tests.browser.conftest import OpenPage
from tests.browser.what_is_said import badly_told, figures

WIDTH, HEIGHT = 390, 844
MOST_SCREENS = 8
PAGES_OUTSIDE = [name for name in PAGES if name not in STEPS]
CHANCES = [name for name, outcome in real_aid().decision.outcomes.items() if outcome.rows]
TALL = "document.querySelector('[data-testid=stMain]').scrollHeight"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_outside_the_way_is_at_most_eight_screens_tall(language: str, page: OpenPage, site: str) -> None:
    window, aid = page(WIDTH, HEIGHT), real_aid(language)
    visit(window, f"{site}?{LANGUAGE}={language}", FIRST)
    tall = {}
    for name in PAGES_OUTSIDE:
        jump(window, aid, name)
        tall[name] = window.evaluate(TALL)
    for outcome in CHANCES:
        window.evaluate(JUMP, f"/{ALL_FACTS}?{SCREEN}={outcome}")
        window.get_by_role("heading", level=2, name=aid.words.outcomes[outcome].name, exact=True).wait_for()
        settle(window)
        tall[outcome] = window.evaluate(TALL)
        described = figures(window)
        assert described or outcome not in outcomes_with_figures(aid), outcome
        assert badly_told(described) == [], outcome
    assert {view: height for view, height in tall.items() if not HEIGHT <= height <= MOST_SCREENS * HEIGHT} == {}
