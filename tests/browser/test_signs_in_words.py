"""What only a browser shows of the signs that a translator may write: what Streamlit makes of labels, and the menu."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.pages import FIRST
from harness.serving import ForkedServer, by_uvicorn, served
from harness.visiting import jump, settle, visit
from tests.browser.conftest import OpenPage
from tests.pseudo import signed, with_signs

SEEN = """() => [...document.querySelectorAll("body, [aria-label], [placeholder]")].map(one => one === document.body
  ? one.innerText : one.ariaLabel ?? one.placeholder).join("\\n")"""
CLOSED = "[data-testid=stMain] details:not([open]) > summary:visible"
"""What opens by a press and has not been opened yet."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_signs(session.CONTENT, tmp_path_factory.mktemp("signs"))[0]


@pytest.fixture(scope="module")
def window(folder: Path, lasting_page: OpenPage) -> Iterator[Page]:
    with served(by_uvicorn("tests.browser.pseudo_languages:app", kind=ForkedServer, CONTENT=str(folder))) as site:
        page = lasting_page(390, 844)
        visit(page, site, FIRST)
        yield page


@pytest.mark.parametrize(
    ("name", "screen"), [("situation", "safety"), ("weigh", "pain_first_month"), ("questions", "")]
)
def test_streamlit_shows_every_sign_of_a_word(name: str, screen: str, window: Page, folder: Path) -> None:
    jump(window, load(folder, "en"), name, screen)
    while window.locator(CLOSED).count():
        window.locator(CLOSED).first.press("Enter")
        settle(window)
    whole, broken = signed(window.evaluate(SEEN))
    assert broken == []
    assert len(whole) > 50


def test_the_menu_shows_its_name_whatever_signs_are_in_it(window: Page) -> None:
    menu = window.get_by_test_id("stExpandSidebarButton")
    shown = json.loads(menu.evaluate("one => getComputedStyle(one, '::after').content"))
    assert shown == menu.get_attribute("aria-label")
    assert [len(found) for found in signed(shown)] == [1, 0]
