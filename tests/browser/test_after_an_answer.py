"""After an answer: what is new is said to those who listen, and the focus stays, or goes on to what is next."""

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute

from decision_aid.model.aid import Aid
from harness.people import ordinary
from harness.visiting import bring, jump, settle
from tests.browser.answering import go_to
from tests.browser.conftest import OpenPage

VOICE = "#told"
SAID = """([place, voice]) => {
  const told = document.querySelector(place)?.innerText.replace(/\\s+/g, " ").trim()
  return told && document.querySelector(voice).textContent.includes(told)
}"""
ON = """() => {
  const on = document.activeElement, box = on.getBoundingClientRect()
  const seen = box.top >= 0 && box.bottom <= innerHeight && on.checkVisibility()
  return [on.closest("[data-testid=stMain]") ? on.closest("[class*='st-key-']").classList.value : "", seen]
}"""
PLACE = "one => [...one.closest('[class*=st-key-told-]').classList].find(name => name.startsWith('st-key-told-'))"
QUESTION = "card => [...card.classList].find(name => name.startsWith('st-key-question-')).replace('st-key-', '')"
LONG = 600
"""Milliseconds: longer than the page waits after a change before it looks after the focus."""
CONTROLS = [
    ("weigh", "[class*=st-key-answer-importance] input[type=range]", "ArrowRight"),
    ("weigh", "[class*=st-key-answer-not_sure] input", "Space"),
    ("weigh", "[class*=st-key-answer-gut_leaning] button >> nth=1", "Space"),
    ("situation", "[class*=st-key-answer-situation-pain_now] input[type=range]", "ArrowRight"),
    ("chances", "[class*=st-key-answer-display-per] button >> nth=1", "Space"),
    ("readiness", "[class*=st-key-answer-leaning] button >> nth=1", "Space"),
    ("questions", "[class*=st-key-down-] button:enabled >> nth=0", "Enter"),
]


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """Someone with ordinary answers, at the keyboard."""
    page = lasting_page()
    bring(page, site, ordinary(aid))
    return page


def look_after(page: Page) -> None:
    """Wait until the page has looked after the focus and what is new, since its last change."""
    settle(page)
    page.wait_for_function("decisionAidAfterwards.soon === 0")


def is_said(page: Page, place: str) -> None:
    """Wait until the text of a place, which may stand there anew, has been said."""
    page.wait_for_function(SAID, arg=[place, VOICE])


def use(control: Locator, key: str) -> None:
    control.focus()
    control.press(key)
    look_after(control.page)


def test_a_page_that_opens_says_nothing(window: Page, aid: Aid) -> None:
    for name in ("readiness", "weigh", "questions", "evidence"):
        go_to(window, aid, name)
        look_after(window)
        assert window.locator("[class*='st-key-told-']").count() > 0 or name == "readiness"
        assert window.locator(VOICE).text_content() == "", name


def test_what_is_known_is_said_after_a_question_about_it(window: Page, aid: Aid) -> None:
    jump(window, aid, "readiness")
    item = next(iter(aid.knowledge))
    window.locator(f".st-key-knowledge-{item} button[aria-checked=false]").first.click()
    is_said(window, f".st-key-told-knowledge-{item}")


def test_the_number_of_hits_is_said_after_a_search(window: Page, aid: Aid) -> None:
    jump(window, aid, "evidence")
    window.locator(".st-key-shown-ledger-text input").fill("VERTOS")
    window.locator(".st-key-shown-ledger-text input").press("Enter")
    is_said(window, ".st-key-told-ledger")


def test_what_the_ratings_point_to_is_said_when_it_changes(window: Page, aid: Aid) -> None:
    jump(window, aid, "weigh")
    before = window.locator("[class*='st-key-told-fit-']").all_inner_texts()
    assert len(before) == len(aid.decision.lenses)
    for slider in window.locator("[class*=st-key-answer-importance] input[type=range]").all():
        slider.press("Home")
        settle(window)
    places = [f".st-key-told-fit-{lens}" for lens in aid.decision.lenses]
    changed = [place for place, told in zip(places, before, strict=True) if window.locator(place).count()]
    after = [window.locator(place).inner_text() for place in changed]
    assert after != before
    is_said(window, changed[-1])


def test_the_new_places_of_two_questions_are_said(window: Page, aid: Aid) -> None:
    jump(window, aid, "questions")
    window.locator("[class*=st-key-down-] button:enabled").first.click()
    settle(window)
    first, second = (window.locator(".question").nth(place) for place in (0, 1))
    for card in (first, second):
        is_said(window, f".{card.evaluate(PLACE)} .asked")


@pytest.mark.parametrize(("name", "where", "key"), CONTROLS)
def test_the_focus_stays_where_the_answer_was_given(window: Page, aid: Aid, name: str, where: str, key: str) -> None:
    jump(window, aid, name)
    control = window.locator(where).first
    control.focus()
    before, _ = window.evaluate(ON)
    use(control, key)
    after, seen = window.evaluate(ON)
    assert after == before != ""
    assert seen


def test_the_focus_is_on_a_moved_question_again_that_a_slow_line_took_away_for_a_while(
    page: OpenPage, site: str, aid: Aid
) -> None:
    opened, sockets, held, late = page(), list[WebSocketRoute](), set[bytes](), list[str | bytes]()

    def through(socket: WebSocketRoute) -> None:
        sockets.append(socket)

        def tell(message: str | bytes) -> None:
            assert isinstance(message, bytes)
            if late or any(key in message for key in held):
                late.append(message)
            else:
                socket.send(message)

        socket.connect_to_server().on_message(tell)

    opened.route_web_socket("**/_stcore/stream", through)
    bring(opened, site, ordinary(aid))
    jump(opened, aid, "questions")
    moved: str = opened.locator("[class*=st-key-question-]").first.evaluate(QUESTION)
    held.add(moved.encode())
    control = opened.locator(f".st-key-{moved}").locator("[class*=st-key-down-] button")
    control.focus()
    before, _ = opened.evaluate(ON)
    control.press("Enter")
    control.wait_for(state="detached")
    opened.wait_for_timeout(LONG)
    held.clear()
    while late:
        sockets[-1].send(late.pop(0))
    look_after(opened)
    after, seen = opened.evaluate(ON)
    assert after == before != ""
    assert seen


def test_the_focus_goes_on_to_the_next_question_when_one_is_removed(window: Page, aid: Aid) -> None:
    jump(window, aid, "questions")
    cards = window.locator(".question")
    removed, next_one = (cards.nth(place).locator(".asked").inner_text() for place in (1, 2))
    use(window.locator("[class*=st-key-remove-] button").nth(1), "Enter")
    assert wording(removed) not in cards.nth(1).inner_text()
    focused = window.evaluate_handle("document.activeElement.closest(\"[class*='st-key-question-']\")").as_element()
    assert focused
    assert wording(next_one) in focused.inner_text()
    assert window.evaluate(ON)[1]


def wording(asked: str) -> str:
    """A question without its number."""
    return asked.partition("?")[0].split(". ", 1)[1]
