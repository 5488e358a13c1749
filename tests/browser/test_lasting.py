"""Answers outlive what really happens: a reload, a server that dies, a damaged memory; and end when the person says."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from harness.serving import Server, by_streamlit, ending, see_front_page
from harness.visiting import CHOSEN, KEPT, bring, jump, settle, visit
from tests.browser import answering
from tests.browser.answering import (
    TYPED,
    assert_ratings_are_kept,
    assert_situation_is_kept,
    go_to,
    open_question,
)
from tests.browser.conftest import OpenPage

LATER = "and I live on the third floor"
DAMAGES = ("{", "[]", '{"session": "x", "answers": "{\\"version\\": 99}"}', '{"answers": 7}', "null7")
GO_AT_ONCE = """() => {
  const app = document.querySelector("[data-testid=stApp]"), title = document.querySelector("h1").textContent
  const press = () => {
    if (document.querySelector("h1").textContent !== title) return
    document.querySelector(".st-key-back a").click()
    setTimeout(press, 10)
  }
  const watcher = new MutationObserver(() => {
    if (app.dataset.testConnectionState !== "CONNECTED") return
    watcher.disconnect()
    press()
  })
  watcher.observe(app, { attributes: true })
}"""
"""Press "Back" from the moment on in which the server can be reached again, until the other page is there."""
BACK = "document.querySelector('[data-testid=stApp]').dataset.testConnectionState === 'CONNECTED'"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server of our own to kill. Its front page has been seen once, as in `site`."""
    with ending(by_streamlit("app.py")) as server:
        server.start()
        see_front_page(server.address)
        yield server


@pytest.fixture
def answered(page: OpenPage, server: Server, aid: Aid) -> Page:
    opened = page()
    bring(opened, server.address, answering.answered(aid))
    return opened


def kept(page: Page) -> str | None:
    told: str | None = page.evaluate("name => sessionStorage.getItem(name)", KEPT)
    return told


def come_back(page: Page) -> None:
    """Wait until the page has its server again and has been drawn with the answers."""
    page.wait_for_function(BACK, timeout=60_000)
    page.wait_for_timeout(1500)
    settle(page)


def load_again(page: Page) -> None:
    page.reload()
    settle(page)
    page.wait_for_timeout(1000)
    settle(page)


def test_answers_are_there_after_a_reload_of_any_page(answered: Page, aid: Aid) -> None:
    for name in ("welcome", "chances", "together", "priorities"):
        jump(answered, aid, name)
        load_again(answered)
        assert TYPED in (kept(answered) or "")
    assert_ratings_are_kept(answered, aid)
    go_to(answered, aid, "situation")
    load_again(answered)
    assert_situation_is_kept(answered, aid)


def test_answers_and_half_typed_words_are_there_after_the_server_was_killed(
    answered: Page, server: Server, aid: Aid
) -> None:
    go_to(answered, aid, "situation")
    field = answered.get_by_label(open_question(aid))
    field.fill(f"{TYPED} {LATER}")
    server.kill()
    notice = answered.locator("#away")
    notice.wait_for(state="visible", timeout=20_000)
    assert notice.inner_text() == aid.words.app["away"]
    assert notice.get_attribute("role") == "status"
    server.start()
    come_back(answered)
    assert not notice.is_visible()
    assert field.input_value() == f"{TYPED} {LATER}"
    assert LATER in (kept(answered) or "")
    field.fill(TYPED)
    field.blur()
    settle(answered)
    assert_situation_is_kept(answered, aid)
    go_to(answered, aid, "priorities")
    assert_ratings_are_kept(answered, aid)


def test_answers_of_a_page_are_there_for_who_goes_to_it_as_soon_as_the_server_is_back(
    answered: Page, server: Server, aid: Aid
) -> None:
    go_to(answered, aid, "options")
    server.kill()
    answered.locator("#away").wait_for(state="visible", timeout=20_000)
    answered.evaluate(GO_AT_ONCE)
    server.start()
    come_back(answered)
    assert answered.locator("h1").inner_text() == aid.words.pages["situation"].title
    assert_situation_is_kept(answered, aid)
    assert TYPED in (kept(answered) or "")


def test_two_tabs_keep_their_own_answers(answered: Page, server: Server, aid: Aid) -> None:
    other = answered.context.new_page()
    visit(other, server.address, "situation")
    other.get_by_label(open_question(aid)).fill(LATER)
    other.get_by_label(open_question(aid)).blur()
    settle(other)
    for tab, words in ((answered, TYPED), (other, LATER)):
        load_again(tab)
        assert words in (kept(tab) or "")
    assert TYPED not in (kept(other) or "")
    other.close()


def test_a_damaged_memory_is_dropped_with_a_kind_word(page: OpenPage, server: Server, aid: Aid) -> None:
    opened = page()
    visit(opened, server.address, "situation")
    kind_word = opened.get_by_role("heading", name=aid.words.app["mirror.unreadable"])
    for damage in DAMAGES:
        opened.evaluate("([name, damage]) => sessionStorage.setItem(name, damage)", [KEPT, damage])
        opened.reload()
        kind_word.wait_for()
        settle(opened)
        assert opened.locator("h1").count() == 1
        assert kept(opened) is None
    opened.reload()
    settle(opened)
    assert kind_word.count() == 0


def test_everything_is_cleared_at_once_when_the_person_says_so(answered: Page, aid: Aid) -> None:
    go_to(answered, aid, "situation")
    answered.get_by_text(aid.words.app["clear"], exact=True).click()
    answered.get_by_role("button", name=aid.words.app["clear.sure"]).click()
    settle(answered)
    assert TYPED not in (kept(answered) or "")
    assert answered.get_by_label(open_question(aid)).input_value() == ""
    load_again(answered)
    assert answered.locator(CHOSEN).count() == 0


def test_a_closed_tab_has_forgotten(answered: Page, server: Server, aid: Aid) -> None:
    context = answered.context
    answered.close()
    again = context.new_page()
    visit(again, server.address, "situation")
    assert again.get_by_label(open_question(aid)).input_value() == ""
