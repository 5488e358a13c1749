"""Words that were just typed are sent before the next press opens another page."""

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from harness.visiting import KEPT, settle, visit
from tests.browser.answering import TYPED, go_on, unfold
from tests.browser.conftest import OpenPage

BACK = ".st-key-back :is(a, button)"
FIELD = "[data-testid=stMain] textarea"


@pytest.fixture
def phone(page: OpenPage) -> Page:
    return page(width=390, height=844)


def test_words_in_a_part_of_a_page_are_kept_and_the_next_page_is_there(phone: Page, site: str, aid: Aid) -> None:
    visit(phone, site, "situation", "help")
    phone.locator(FIELD).press_sequentially(TYPED)
    go_on(phone)
    phone.locator(BACK).click()
    phone.locator(FIELD).wait_for()
    settle(phone)
    assert phone.locator(FIELD).input_value() == TYPED


def test_words_that_were_typed_a_while_ago_outlive_a_reload_and_go_on(phone: Page, site: str, aid: Aid) -> None:
    visit(phone, site, "situation", "help")
    field = phone.locator(FIELD)
    field.press_sequentially(TYPED)
    phone.wait_for_function("([name, text]) => sessionStorage.getItem(name)?.includes(text)", arg=[KEPT, TYPED])
    field.press_sequentially(" Yes.")
    assert field.input_value() == f"{TYPED} Yes."
    phone.reload()
    settle(phone)
    assert field.input_value().startswith(TYPED)


def test_words_on_a_page_drawn_as_a_whole_let_the_next_page_come(phone: Page, site: str, aid: Aid) -> None:
    visit(phone, site, "readiness")
    unfold(phone, aid.words.app["unclear_else"])
    phone.locator(FIELD).first.press_sequentially(TYPED)
    go_on(phone)
