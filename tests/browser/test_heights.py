"""On a phone, each page outside the way is at most eight screens tall as it opens. Spanish is the taller language."""

from decision_aid.address import LANGUAGE, SCREEN
from decision_aid.pages import ALL_FACTS, FIRST, PAGES, STEPS
from harness.aids import real_aid
from harness.visiting import JUMP, jump, settle, visit
from tests.browser.conftest import OpenPage

WIDTH, HEIGHT = 390, 844
MOST_SCREENS = 8
TALL = "document.querySelector('[data-testid=stMain]').scrollHeight"


def test_a_page_outside_the_way_is_at_most_eight_screens_tall(page: OpenPage, site: str) -> None:
    window, aid, heights = page(WIDTH, HEIGHT), real_aid("es"), dict[str, int]()
    visit(window, f"{site}?{LANGUAGE}=es", FIRST)
    for name in PAGES:
        if name not in STEPS:
            jump(window, aid, name)
            heights[name] = window.evaluate(TALL)
    for name, outcome in aid.decision.outcomes.items():
        if outcome.rows:
            window.evaluate(JUMP, f"/{ALL_FACTS}?{SCREEN}={name}")
            window.get_by_role("heading", level=2, name=aid.words.outcomes[name].name, exact=True).wait_for()
            settle(window)
            heights[name] = window.evaluate(TALL)
    assert {view: height for view, height in heights.items() if not HEIGHT <= height <= MOST_SCREENS * HEIGHT} == {}
