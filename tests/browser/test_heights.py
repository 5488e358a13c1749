"""No page outside the way is a corridor: on a phone, each is at most eight screens tall as it opens."""

import pytest
from playwright.sync_api import Page

from decision_aid.pages import PAGES, STEPS
from harness.aids import real_aid
from harness.visiting import visit
from tests.browser.conftest import OpenPage

WIDTH, HEIGHT = 390, 844
MOST_SCREENS = 8
VIEWS = [
    *(name for name in PAGES if name not in STEPS),
    *(f"chances?at={name}" for name, outcome in real_aid().decision.outcomes.items() if outcome.rows),
]
TALL = "document.querySelector('[data-testid=stMain]').scrollHeight"


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage) -> Page:
    return lasting_page(WIDTH, HEIGHT)


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_outside_the_way_is_at_most_eight_screens_tall(view: str, window: Page, site: str) -> None:
    for language in ("en", "es"):
        visit(window, site, f"{view}{'&' if '?' in view else '?'}lang={language}")
        assert HEIGHT <= window.evaluate(TALL) <= MOST_SCREENS * HEIGHT, language
