"""A page's old address leads to the page: links, bookmarks and paper still hold it."""

import pytest
from playwright.sync_api import Page

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, MOVED, page_at
from decision_aid.saving.link import link
from harness.people import ordinary
from harness.visiting import KEPT, arrive, settle, visit
from tests.browser.conftest import OpenPage

WATCH = """
window.said = new Set()
const hear = () => document.querySelectorAll("h1, .step, .where-i-am").forEach(part => said.add(part.textContent))
new MutationObserver(hear).observe(document, { childList: true, subtree: true })
"""


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage) -> Page:
    return lasting_page()


@pytest.mark.parametrize("before", [*MOVED, FIRST, "Two_Ways"])
def test_an_old_address_leads_to_the_page_of_now(before: str, window: Page, site: str, aid: Aid) -> None:
    page = page_at(before)
    visit(window, site, before)
    window.get_by_test_id("stMain").get_by_text(aid.words.pages[page].menu).first.wait_for()
    assert window.url.removeprefix(site) == ("/" if page == FIRST else f"/{page}")
    assert window.get_by_role("dialog").count() == 0


def test_answers_in_a_link_to_an_old_address_arrive_at_the_page_of_now(page: OpenPage, site: str, aid: Aid) -> None:
    opened, (before, now) = page(), next((before, now) for before, now in MOVED.items() if now != FIRST)
    opened.goto(link(f"{site}/{before}", aid, ordinary(aid), own_words=True))
    offer = opened.locator(".st-key-offer")
    offer.get_by_role("button", name=aid.words.app["offer.open"], exact=True).click()
    offer.get_by_role("button", name=aid.words.app["offer.close"], exact=True).wait_for()
    assert opened.url == f"{site}/{now}"
    settle(opened)
    assert "I look after my husband." in opened.evaluate("name => sessionStorage.getItem(name)", KEPT)


@pytest.mark.parametrize(
    ("server", "language", "address"), [("site", "en", "weigh%20it"), ("own_server", "es", "a/wiegh")]
)
def test_an_address_of_no_page_says_nothing_else_in_the_language_of_the_page_and_leads_to_the_first(
    server: str, language: str, address: str, page: OpenPage, request: pytest.FixtureRequest
) -> None:
    opened, words = page(390, 844), load(session.CONTENT, language).words
    opened.add_init_script(WATCH)
    opened.goto(f"{request.getfixturevalue(server)}/{address}?lang={language}")
    settle(opened)  # both titles may stand there for a moment: that of the first sight, and the program's
    assert opened.evaluate("[...said]") == [words.app["no_page"]]
    assert opened.get_by_role("dialog").count() == 0
    opened.locator(".st-key-next a").click()
    arrive(opened, words.pages[FIRST].title)
