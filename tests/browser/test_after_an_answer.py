"""After an answer: screen readers are told what is new, and the focus stays or moves to what is next."""

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import RESULT
from decision_aid.reasoning.things_to_weigh import asking_order
from harness.people import ordinary
from harness.visiting import bring, jump, settle, visit
from tests.browser.answering import pick, tap, unfold
from tests.browser.conftest import OpenPage

VOICE = "#told"
HAS_BEEN_SAID = """([origin, voice]) => {
  const text = document.querySelector(origin)?.innerText.replace(/\\s+/g, " ").trim()
  return text && document.querySelector(voice).textContent.includes(text)
}"""
FOCUS_AND_SIGHT = """() => {
  const on = document.activeElement, box = on.getBoundingClientRect()
  const seen = box.top >= 0 && box.bottom <= innerHeight && on.checkVisibility()
  return [on.closest("[data-testid=stMain]") ? on.closest("[class*='st-key-']").classList.value : "", seen]
}"""
LIVE_KEY = "node => [...node.closest('[class*=st-key-told-]').classList].find(name => name.startsWith('st-key-told-'))"
MENU = "[class*=st-key-menu-] button"
KEY = """node => [...node.closest('[class*=st-key-menu-]').classList]
  .find(name => name.startsWith('st-key-menu-')).slice(12)"""
LONGER_THAN_THE_WAIT = 600
"""Milliseconds: longer than the page waits after a change before it restores the focus."""
CONTROLS = [
    ("weigh", "new_fracture", "[class*=st-key-answer-importance] input[type=range]", "ArrowRight"),
    ("weigh", "new_fracture", "[class*=st-key-answer-not_sure] input", "Space"),
    ("weigh", RESULT, "[class*=st-key-answer-gut_leaning] button >> nth=1", "Space"),
    ("situation", "break", "[class*=st-key-answer-situation-pain_now] input[type=range]", "ArrowRight"),
    ("chances", "", "[class*=st-key-answer-display-per] button >> nth=1", "Space"),
    ("readiness", "", "[class*=st-key-answer-leaning] button >> nth=1", "Space"),
]


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """A window with ordinary answers."""
    page = lasting_page()
    bring(page, site, ordinary(aid))
    return page


def wait_for_focus(page: Page) -> None:
    """Wait until the page has restored the focus and announced what is new, after its last change."""
    settle(page)
    page.wait_for_function("decisionAidAfterwards.soon === 0")


def wait_until_said(page: Page, selector: str) -> None:
    """Wait until the text of an element, which may be drawn anew, has been announced."""
    page.wait_for_function(HAS_BEEN_SAID, arg=[selector, VOICE])


def press_key(control: Locator, key: str) -> None:
    control.focus()
    control.press(key)
    wait_for_focus(control.page)


def test_a_page_that_opens_says_nothing(window: Page, aid: Aid) -> None:
    for name, screen in (("readiness", ""), ("weigh", RESULT), ("questions", ""), ("evidence", "")):
        jump(window, aid, name, screen)
        wait_for_focus(window)
        assert window.locator("[class*='st-key-told-']").count() > 0 or name == "readiness"
        assert window.locator(VOICE).text_content() == "", name


def test_what_is_known_is_said_after_a_question_about_it(window: Page, aid: Aid) -> None:
    jump(window, aid, "readiness")
    item = next(iter(aid.knowledge))
    unfold(window, aid.words.app["knowledge_heading"])
    window.locator(f".st-key-answer-knowledge-{item} button[aria-checked=false]").first.click()
    wait_until_said(window, f".st-key-told-knowledge-{item}")


def test_the_number_of_hits_is_said_after_a_search(window: Page, aid: Aid) -> None:
    jump(window, aid, "evidence")
    window.locator(".st-key-shown-ledger-text input").fill("VERTOS")
    window.locator(".st-key-shown-ledger-text input").press("Enter")
    wait_until_said(window, ".st-key-told-ledger")


def test_what_the_ratings_point_to_is_said_when_it_changes(window: Page, aid: Aid) -> None:
    jump(window, aid, "weigh", RESULT)
    selectors = [f".st-key-told-fit-{comparator}" for comparator in aid.decision.comparators]
    before = [window.locator(selector).inner_text() for selector in selectors]
    unfold(window, aid.words.app["what_matters"])
    window.locator(".st-key-clear_ratings button").click()
    settle(window)
    assert [window.locator(selector).inner_text() for selector in selectors] != before
    wait_until_said(window, selectors[-1])


def test_the_way_past_the_rest_is_renamed_by_the_rating_that_makes_enough(page: OpenPage, site: str, aid: Aid) -> None:
    opened, skip = page(), ".st-key-skip button"
    two = Answers(importance={"pain_first_month": 9, "new_fracture": 4}, order_seed=5)
    assert asking_order(aid, two.order_seed)[-1] != "avoid_procedure"
    bring(opened, site, two, "weigh", "avoid_procedure")
    assert opened.locator(skip).inner_text() == aid.words.app["weigh.skip"]
    opened.locator("[class*=st-key-answer-importance] input[type=range]").press("End")
    wait_for_focus(opened)
    assert opened.locator(skip).inner_text() == aid.words.app["weigh.see_result"]


def test_what_opens_further_down_is_brought_into_sight(page: OpenPage, site: str, aid: Aid) -> None:
    opened = page(1280, 800)
    visit(opened, site, "weigh", "new_fracture")
    opener = opened.locator("[class*='st-key-shown-more-thing-'] summary").first
    before = (opener.bounding_box() or {})["y"]
    opener.click()
    wait_for_focus(opened)
    box, part = opener.bounding_box() or {}, opened.get_by_test_id("stExpanderDetails").first.bounding_box() or {}
    assert part["width"] > 800 > before + 100, "it opens at its full width, below the figure"
    assert 0 < box["y"] < 800 * 0.6


def test_the_new_places_of_two_questions_are_said(window: Page, aid: Aid) -> None:
    jump(window, aid, "questions")
    pick(window, aid, 1, "move_down")
    first, second = (window.locator(".question").nth(index) for index in (0, 1))
    for card in (first, second):
        wait_until_said(window, f".{card.evaluate(LIVE_KEY)} .asked")


@pytest.mark.parametrize(("name", "screen", "where", "key"), CONTROLS)
def test_the_focus_stays_where_the_answer_was_given(
    window: Page, aid: Aid, name: str, screen: str, where: str, key: str
) -> None:
    jump(window, aid, name, screen)
    if name == "chances":
        unfold(window, aid.words.app["show"])
    control = window.locator(where).first
    control.focus()
    before, _ = window.evaluate(FOCUS_AND_SIGHT)
    press_key(control, key)
    after, in_sight = window.evaluate(FOCUS_AND_SIGHT)
    assert after == before != ""
    assert in_sight


def test_the_focus_is_on_a_moved_question_again_that_a_slow_line_took_away_for_a_while(
    page: OpenPage, site: str, aid: Aid
) -> None:
    opened, sockets, delayed, late = page(), list[WebSocketRoute](), set[bytes](), list[str | bytes]()

    def delay(socket: WebSocketRoute) -> None:
        sockets.append(socket)

        def forward(message: str | bytes) -> None:
            assert isinstance(message, bytes)
            if late or any(key in message for key in delayed):
                late.append(message)
            else:
                socket.send(message)

        socket.connect_to_server().on_message(forward)

    opened.route_web_socket("**/_stcore/stream", delay)
    bring(opened, site, ordinary(aid))
    jump(opened, aid, "questions")
    moved: str = opened.locator(MENU).first.evaluate(KEY)
    delayed.add(moved.encode())
    control = opened.locator(f".st-key-menu-{moved} button")
    before, _ = focus(control)
    control.press("Enter")
    opened.get_by_role("menuitem", name=aid.words.app["move_down"], exact=True).press("Enter")
    control.wait_for(state="hidden")
    opened.wait_for_timeout(LONGER_THAN_THE_WAIT)
    delayed.clear()
    while late:
        sockets[-1].send(late.pop(0))
    wait_for_focus(opened)
    after, in_sight = opened.evaluate(FOCUS_AND_SIGHT)
    assert after == before != ""
    assert in_sight


def test_the_focus_stays_on_the_menu_of_a_question_that_moves_and_goes_on_to_the_next_when_one_is_removed(
    window: Page, aid: Aid
) -> None:
    jump(window, aid, "questions")
    before, _ = focus(window.locator(MENU).nth(1))
    for act in ("move_up", "move_down"):
        pick(window, aid, 1 + (act == "move_up"), act)
        wait_for_focus(window)
        assert window.evaluate(FOCUS_AND_SIGHT) == [before, True]
    following = window.locator(MENU).nth(2).evaluate(KEY)
    pick(window, aid, 2, "remove")
    wait_for_focus(window)
    after, in_sight = window.evaluate(FOCUS_AND_SIGHT)
    assert following in after
    assert before != after
    assert in_sight


def test_room_to_write_in_has_the_focus_once_opened_and_gives_it_back_to_its_menu(window: Page, aid: Aid) -> None:
    jump(window, aid, "questions")
    before, _ = focus(window.locator(MENU).nth(2))
    for act, label in (("reword", "reword_label"), ("add_note", "note_label")):
        pick(window, aid, 3, act)
        wait_for_focus(window)
        assert window.get_by_label(aid.words.app[label]).evaluate("node => node === document.activeElement")
        press_key(window.get_by_role("button", name=aid.words.app["done"], exact=True), "Enter")
        assert window.evaluate(FOCUS_AND_SIGHT) == [before, True]


def focus(control: Locator) -> list[object]:
    """Focus a control; returns its classes, and whether it is in sight."""
    control.focus()
    state: list[object] = control.page.evaluate(FOCUS_AND_SIGHT)
    return state


def test_advice_on_a_warning_sign_is_in_sight_at_once_on_a_phone(page: OpenPage, site: str, aid: Aid) -> None:
    window, signs = page(390, 664), aid.words.situation["urgent_signs"]
    visit(window, site, "situation")
    tap(window, signs.question, signs.choices["fever"].label)
    in_sight = """() => {
      const advice = document.querySelector(".urgent[role=alert]").getBoundingClientRect()
      const foot = document.querySelector(".st-key-onward").getBoundingClientRect()
      return advice.top >= 0 && advice.bottom <= foot.top
    }"""
    window.wait_for_function(in_sight, timeout=5_000)
