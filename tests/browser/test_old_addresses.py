"""A page's old address leads to the page: links, bookmarks and paper still hold it."""

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.pages import MOVED
from harness.visiting import visit
from tests.browser.conftest import OpenPage


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage) -> Page:
    return lasting_page()


@pytest.mark.parametrize("before", MOVED)
def test_an_old_address_leads_to_the_page_of_now(before: str, window: Page, site: str, aid: Aid) -> None:
    visit(window, site, before)
    window.get_by_test_id("stMain").get_by_text(aid.words.pages[MOVED[before]].menu).first.wait_for()
    assert MOVED[before] in window.url or MOVED[before] == "start"
