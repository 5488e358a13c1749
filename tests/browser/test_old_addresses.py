"""A page's old address leads to the page: links, bookmarks and paper still hold it."""

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, MOVED
from decision_aid.saving.link import link
from harness.people import ordinary
from harness.visiting import KEPT, settle, visit
from tests.browser.conftest import OpenPage


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage) -> Page:
    return lasting_page()


@pytest.mark.parametrize("before", MOVED)
def test_an_old_address_leads_to_the_page_of_now(before: str, window: Page, site: str, aid: Aid) -> None:
    visit(window, site, before)
    window.get_by_test_id("stMain").get_by_text(aid.words.pages[MOVED[before]].menu).first.wait_for()
    assert MOVED[before] in window.url or MOVED[before] == "start"


def test_answers_in_a_link_to_an_old_address_arrive_at_the_page_of_now(page: OpenPage, site: str, aid: Aid) -> None:
    opened, (before, now) = page(), next((before, now) for before, now in MOVED.items() if now != FIRST)
    opened.goto(link(f"{site}/{before}", aid, ordinary(aid), own_words=True))
    offer = opened.locator(".st-key-offer")
    offer.get_by_role("button", name=aid.words.app["offer.open"], exact=True).click()
    offer.get_by_role("button", name=aid.words.app["offer.close"], exact=True).wait_for()
    assert opened.url == f"{site}/{now}"
    settle(opened)
    assert "I look after my husband." in opened.evaluate("name => sessionStorage.getItem(name)", KEPT)
