"""What only a browser shows of the signs that a translator may write: what Streamlit makes of labels, and the menu."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from decision_aid import session
from harness.serving import by_uvicorn, served
from harness.visiting import settle
from tests.browser.conftest import OpenPage
from tests.pseudo import signed, with_signs

SEEN = """() => [...document.querySelectorAll("body, [aria-label], [placeholder]")].map(one => one === document.body
  ? one.innerText : one.ariaLabel ?? one.placeholder).join("\\n")"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, _ = with_signs(session.CONTENT, tmp_path_factory.mktemp("signs"))
    with served(by_uvicorn("tests.browser.pseudo_languages:app", CONTENT=str(folder))) as address:
        yield address


def opened(name: str, site: str, lasting_page: OpenPage) -> Page:
    page = lasting_page(390, 844)
    page.goto(f"{site}/{name}")
    page.locator("html[data-text]").wait_for(state="attached")
    settle(page)
    return page


@pytest.mark.parametrize("name", ["situation", "priorities", "questions"])
def test_streamlit_shows_every_sign_of_a_word(name: str, site: str, lasting_page: OpenPage) -> None:
    whole, broken = signed(opened(name, site, lasting_page).evaluate(SEEN))
    assert broken == []
    assert len(whole) > 50


def test_the_menu_shows_its_name_whatever_signs_are_in_it(site: str, lasting_page: OpenPage) -> None:
    menu = opened("questions", site, lasting_page).get_by_test_id("stExpandSidebarButton")
    shown = json.loads(menu.evaluate("one => getComputedStyle(one, '::after').content"))
    assert shown == menu.get_attribute("aria-label")
    assert [len(found) for found in signed(shown)] == [1, 0]
