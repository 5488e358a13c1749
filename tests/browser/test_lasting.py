"""Answers outlive a reload, a killed server and damaged storage, and are deleted when the person says so."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute

from decision_aid.model.aid import Aid
from decision_aid.pages import RESULT, STEPS, WEIGH
from harness.serving import ForkedServer, Server, by_streamlit, ending
from harness.visiting import CHOSEN, KEPT, arrive, bring, screens, settle, visit
from tests.browser import answering
from tests.browser.answering import (
    TYPED,
    assert_ratings_are_kept,
    assert_situation_is_kept,
    go_to,
    open_factor,
    open_question,
    tap,
    to_question,
)
from tests.browser.coming_back import HAS_NEW_SESSION, new_session, reload
from tests.browser.conftest import OpenPage

LATER = "and I live on the third floor"
DAMAGES = ("{", "[]", '{"session": "x", "answers": "{\\"version\\": 99}"}')
"""What the browser cannot read, what holds no answers, and what the aid cannot read."""
PRESS_AT_ONCE = """link => {
  const app = document.querySelector("[data-testid=stApp]"), title = document.querySelector("h1").textContent
  const press = () => {
    const isStillHere = (document.querySelector("h1")?.textContent ?? title) === title
    const pressed = isStillHere && document.querySelector(link)
    if (pressed) pressed.click()
    if (pressed && pressed.matches("button:enabled")) return  // once more would go one more screen back
    if (!isStillHere && decisionAidAnswers.restored && !decisionAidAnswers.next) return
    setTimeout(press, 10)
  }
  const watcher = new MutationObserver(() => {
    if (app.dataset.testConnectionState !== "CONNECTED") return
    watcher.disconnect()
    press()
  })
  watcher.observe(app, { attributes: true })
}"""
"""Press a link, or a button once, as soon as the server is reachable again, until another page has settled."""
BACK, NEXT = (f".st-key-{way} :is(a, button)" for way in ("back", "next"))
HANDED_OVER, ARRIVED = b'"event":"found"', b'"event":"arrived"'
"""Parts of the messages by which the tab sends the answers, and says that the page shows them."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server that tests can kill."""
    with ending(by_streamlit("app.py", kind=ForkedServer)) as server:
        server.start()
        yield server


@pytest.fixture
def answered(page: OpenPage, server: Server, aid: Aid) -> Page:
    opened = page()
    bring(opened, server.address, answering.answered(aid))
    return opened


def stored_answers(page: Page) -> str | None:
    stored: str | None = page.evaluate("name => sessionStorage.getItem(name)", KEPT)
    return stored


def kill_server(page: Page, server: Server) -> Locator:
    """Kill the server and wait until the page has noticed; returns the page's notice."""
    server.kill()
    notice = page.locator("#away")
    notice.wait_for(state="visible")
    return notice


def test_a_screen_of_each_step_is_there_with_its_answers_after_a_reload_and_after_the_server_was_killed(
    page: OpenPage, server: Server, aid: Aid
) -> None:
    tabs = {screen: page(390, 844) for screen in screens_of_every_step(aid)}
    for screen, tab in tabs.items():
        bring(tab, server.address, answering.answered(aid), *screen)
    before = {screen: screen_state(tab) for screen, tab in tabs.items()}
    assert len({title for _, title, _ in before.values()}) == len(tabs)
    assert sum(len(values) for _, _, values in before.values()) >= 5
    reloaded = tabs[WEIGH, RESULT]  # the restart below restores every screen
    reload(reloaded)
    assert screen_state(reloaded) == before[WEIGH, RESULT]
    with ExitStack() as sessions:
        for tab in tabs.values():
            sessions.enter_context(new_session(tab))
        server.kill()
        for tab in tabs.values():
            tab.locator("#away").wait_for(state="visible", timeout=20_000)
        server.start()
    assert {screen: screen_state(tab) for screen, tab in tabs.items()} == before
    assert {
        screen: text for screen, tab in tabs.items() if TYPED not in (text := stored_answers(tab) or "nothing")
    } == {}


def screens_of_every_step(aid: Aid) -> list[tuple[str, str]]:
    """The first screen of each step, and the further screens that show an answer of a kind of their own."""
    shown = (("situation", aid.situation[open_factor(aid)].group), (WEIGH, RESULT))
    return [*((step, next(iter(screens(aid, step)))) for step in STEPS), *shown]


def screen_state(page: Page) -> tuple[str, str, list[str | None]]:
    """The address of a screen, its title, and the answers that it shows."""
    sliders = [slider.get_attribute("aria-valuetext") for slider in page.get_by_role("slider").all()]
    fields = [field.input_value() for field in page.get_by_test_id("stTextArea").locator("textarea").all()]
    return page.url, page.locator("h1").inner_text(), [*page.locator(CHOSEN).all_inner_texts(), *sliders, *fields]


def test_answers_and_half_typed_words_are_there_after_the_server_was_killed(
    answered: Page, server: Server, aid: Aid
) -> None:
    to_question(answered, aid, "helper")
    helper = aid.words.situation["helper"]
    for _ in range(2):  # where a part of the page ran last, Streamlit asks for a run of its own
        tap(answered, helper.question, helper.choices[next(iter(helper.choices))].label)
    field = answered.get_by_label(open_question(aid))
    field.fill(f"{TYPED} {LATER}")
    with new_session(answered):
        notice = kill_server(answered, server)
        assert aid.words.app["away"] in notice.inner_text()
        assert notice.get_attribute("role") == "status"
        server.start()
    assert not notice.is_visible()
    assert field.input_value() == f"{TYPED} {LATER}"
    assert LATER in (stored_answers(answered) or "")
    field.fill(TYPED)
    field.blur()
    settle(answered)
    assert_situation_is_kept(answered, aid)
    assert_ratings_are_kept(answered, aid)


def test_answers_of_a_page_are_there_for_who_goes_to_it_as_soon_as_the_server_is_back(
    answered: Page, server: Server, aid: Aid
) -> None:
    go_to(answered, aid, "two_ways")
    with new_session(answered):
        kill_server(answered, server)
        answered.evaluate(PRESS_AT_ONCE, BACK)
        server.start()
    answered.locator(".step-now a[href^=situation]").wait_for(state="attached")
    assert_situation_is_kept(answered, aid)
    assert TYPED in (stored_answers(answered) or "")


@pytest.mark.parametrize("way", [BACK, NEXT])
def test_words_that_no_server_knew_are_there_though_their_screen_was_left_as_soon_as_one_was_back(
    page: OpenPage, server: Server, aid: Aid, way: str
) -> None:
    """Next leads to another page, and Back to another screen of the step."""
    opened = page()
    visit(opened, server.address, "situation", aid.situation[open_factor(aid)].group)
    opened.get_by_label(open_question(aid)).fill(LATER)
    with new_session(opened):
        kill_server(opened, server)
        opened.evaluate(PRESS_AT_ONCE, way)
        server.start()
    arrive(opened, screens(aid, "situation")["safety"] if way == BACK else aid.words.pages["two_ways"].title)
    assert LATER in (stored_answers(opened) or "")


def test_back_right_after_typing_shows_the_screen_before_and_keeps_the_words(
    page: OpenPage, server: Server, aid: Aid
) -> None:
    """Back is a button here: Streamlit would send words and press in one message."""
    opened = page(390, 844)
    visit(opened, server.address, "situation", aid.situation[open_factor(aid)].group)
    opened.get_by_label(open_question(aid)).click()
    opened.keyboard.type(LATER)
    opened.locator(BACK).click()
    arrive(opened, screens(aid, "situation")["safety"])
    assert LATER in (stored_answers(opened) or "")


@pytest.mark.parametrize(("step", "screen"), [("situation", "break"), ("weigh", "new_fracture")])
def test_an_answer_is_there_for_who_goes_on_and_back_within_a_step(
    page: OpenPage, server: Server, step: str, screen: str
) -> None:
    window = page()
    visit(window, server.address, step, screen)
    slider = window.locator("[data-testid=stMain] [data-testid=stSlider] input[type=range]").first
    slider.press("End")
    settle(window)
    value = slider.get_attribute("aria-valuetext")
    assert "10" in str(value)
    for _ in range(2):  # what is shown empty would be handed over by the second press
        for way in (NEXT, BACK):
            before = window.locator("h1").inner_text()
            window.locator(way).click()
            window.wait_for_function("before => document.querySelector('h1')?.innerText !== before", arg=before)
            settle(window)
        assert slider.get_attribute("aria-valuetext") == value


def test_a_press_that_waits_for_a_page_that_never_comes_is_let_go(page: OpenPage, server: Server, aid: Aid) -> None:
    opened = page()
    opened.clock.install()
    visit(opened, server.address, "situation", aid.situation[open_factor(aid)].group)
    opened.evaluate("decisionAidAnswers.ask = () => {}")
    for state in ("DISCONNECTED_FOREVER", "CONNECTED"):
        opened.evaluate(
            "state => { document.querySelector('[data-testid=stApp]').dataset.testConnectionState = state }", state
        )
    opened.locator(NEXT).click()
    opened.wait_for_function("decisionAidPresses.held")
    opened.clock.fast_forward(10_000)
    arrive(opened, aid.words.pages["two_ways"].title)


def test_no_answer_is_lost_by_a_press_that_breaks_off_the_handing_over_nor_by_late_news_of_empty_fields(
    page: OpenPage, server: Server, aid: Aid
) -> None:
    opened, handed_over, late, killed = page(), list[bytes](), list[bytes](), False

    def send_late(socket: WebSocketRoute) -> None:
        connection = socket.connect_to_server()

        def forward(message: str | bytes) -> None:
            assert isinstance(message, bytes)
            if HANDED_OVER in message and killed:
                handed_over.append(message)
            # First, what the fields held when the page had no answers yet.
            if ARRIVED in message and killed and not late:
                late.extend(handed_over[1:])
                connection.send(late[0])
            if message not in handed_over[:1]:
                connection.send(message)

        socket.on_message(forward)

    opened.route_web_socket("**/_stcore/stream", send_late)
    bring(opened, server.address, answering.answered(aid))
    go_to(opened, aid, "two_ways")
    with new_session(opened) as before:
        kill_server(opened, server)
        killed = True
        server.start()
        opened.wait_for_function(HAS_NEW_SESSION, arg=before, timeout=60_000)
        opened.locator(BACK).click()
    opened.locator(".step-now a[href^=situation]").wait_for(state="attached")
    assert late
    assert_situation_is_kept(opened, aid)
    assert TYPED in (stored_answers(opened) or "")


def test_who_comes_first_of_all_by_the_address_of_a_page_sees_it_and_nothing_over_it(
    page: OpenPage, server: Server, aid: Aid
) -> None:
    server.kill()
    server.start()
    opened = page()
    visit(opened, server.address, "situation")
    assert opened.locator("h1").inner_text() == screens(aid, "situation")["urgent"]
    assert opened.get_by_role("dialog").count() == 0


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
        assert stored_answers(opened) is None
    opened.reload()
    settle(opened)
    assert kind_word.count() == 0


def test_everything_is_cleared_at_once_when_the_person_says_so(answered: Page, aid: Aid) -> None:
    to_question(answered, aid, open_factor(aid))
    answered.get_by_text(aid.words.app["clear"], exact=True).click()
    answered.get_by_role("button", name=aid.words.app["clear.sure"]).click()
    settle(answered)
    assert TYPED not in (stored_answers(answered) or "")
    assert answered.get_by_label(open_question(aid)).input_value() == ""
    reload(answered)
    assert answered.locator(CHOSEN).count() == 0
