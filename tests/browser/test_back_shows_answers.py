"""Who goes on within a step and comes back sees what they have answered."""

from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from harness.visiting import settle, visit
from tests.browser.answering import go_on
from tests.browser.conftest import OpenPage

BACK = ".st-key-back button"
SLIDER = "[data-testid=stMain] input[type=range]"


def back(page: Page, title: str) -> None:
    page.locator(BACK).click()
    page.wait_for_function("title => document.querySelector('h1')?.innerText === title", arg=title)
    settle(page)


def test_a_rating_is_shown_to_who_comes_back(page: OpenPage, site: str, aid: Aid) -> None:
    window = page(width=390, height=844)
    visit(window, site, "weigh")
    title = window.locator("h1").inner_text()
    window.locator(SLIDER).press("End")
    settle(window)
    rated = window.locator(SLIDER).get_attribute("aria-valuetext")
    go_on(window)
    assert window.locator(SLIDER).get_attribute("aria-valuetext") != rated
    back(window, title)
    assert window.locator(SLIDER).get_attribute("aria-valuetext") == rated
