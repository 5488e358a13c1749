"""A browser whose storage is refused or full: nothing breaks, a line says so, and no older answer wins."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from decision_aid.model.aid import Aid
from decision_aid.pages import STEPS
from harness.serving import ForkedServer, Server, by_streamlit, ending
from harness.visiting import KEPT, bring, jump, visit
from tests.browser import answering
from tests.browser.answering import (
    TYPED,
    answer_situation,
    assert_situation_is_kept,
    open_factor,
    open_question,
    to_question,
)
from tests.browser.coming_back import new_session
from tests.browser.conftest import OpenPage

REFUSES = "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('', 'SecurityError') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
LINE = ".st-key-mirror p[role=status]"
NEWER = "Accordion lessons on Fridays"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server that tests can kill."""
    with ending(by_streamlit("app.py", kind=ForkedServer)) as server:
        server.start()
        yield server


@pytest.mark.parametrize("storage", [REFUSES, FULL], ids=["refused", "full"])
def test_a_page_works_says_that_nothing_is_kept_and_outlives_its_server(
    page: OpenPage, server: Server, aid: Aid, storage: str
) -> None:
    opened, complaints = page(390, 844), list[str]()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.add_init_script(storage)
    visit(opened, server.address, "situation")
    assert opened.locator(".st-key-offer").count() == 0, "nothing was kept, so nothing is unreadable"
    answer_situation(opened, aid)
    for name in STEPS[:2]:
        jump(opened, aid, name)
        expect(opened.locator(LINE)).to_be_visible()
        expect(opened.locator(LINE)).to_contain_text(aid.words.app["take.more"])
    with new_session(opened):
        server.kill()
        opened.locator("#away").wait_for(state="visible")
        server.start()
    assert_situation_is_kept(opened, aid)
    assert complaints == []


def test_an_older_copy_never_wins_over_a_newer_answer(page: OpenPage, server: Server, aid: Aid) -> None:
    opened = page()
    bring(opened, server.address, answering.answered(aid), "situation", aid.situation[open_factor(aid)].group)
    field = opened.get_by_label(open_question(aid))
    expect(field).to_have_value(TYPED)
    opened.evaluate(f"() => {{ {FULL} }}")
    field.fill(NEWER)
    field.blur()
    expect(opened.locator(LINE)).to_be_visible()
    assert stored_answers(opened) is None
    opened.reload()
    to_question(opened, aid, open_factor(aid))
    expect(opened.get_by_label(open_question(aid))).to_have_value("")


def test_where_all_is_kept_nothing_is_said(page: OpenPage, server: Server, aid: Aid) -> None:
    opened = page()
    bring(opened, server.address, answering.answered(aid))
    assert opened.locator(LINE).all_inner_texts() in ([], [""])


def stored_answers(page: Page) -> str | None:
    stored: str | None = page.evaluate("name => sessionStorage.getItem(name)", KEPT)
    return stored
