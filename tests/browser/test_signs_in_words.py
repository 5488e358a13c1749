"""Signs in a translator's words that only a browser shows: in Streamlit's labels, and in the menu."""

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

ALL_TEXT = """() => [...document.querySelectorAll("body, [aria-label], [placeholder]")]
  .map(node => node === document.body ? node.innerText : node.ariaLabel ?? node.placeholder).join("\\n")"""
CLOSED = "[data-testid=stMain] details:not([open]) > summary:visible"
"""Folded parts that are still closed."""


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
    intact, broken = signed(window.evaluate(ALL_TEXT))
    assert broken == []
    assert len(intact) > 50


def test_the_menu_shows_its_name_whatever_signs_are_in_it(window: Page) -> None:
    menu = window.get_by_test_id("stExpandSidebarButton")
    content = json.loads(menu.evaluate("node => getComputedStyle(node, '::after').content"))
    assert content == menu.get_attribute("aria-label")
    assert [len(signs) for signs in signed(content)] == [1, 0]
