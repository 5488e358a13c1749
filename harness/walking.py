"""Walking through the aid as a person does: open a page, tap an answer, read what is there."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element, MenuButton

from decision_aid.address import SCREEN
from decision_aid.model.answers import Answers
from decision_aid.pages import ALL_FACTS, PAGES, VISIT
from deploy import ROOT
from harness.aids import real_aid

APP = ROOT / "app.py"
TIMEOUT = 60
AIDS = {language: real_aid(language) for language in ("en", "es")}
DISPLAY = "my-display-opener"
NOT_GIVEN = {"order_seed", "opened"}
"""What the answers hold that no person gave: the seed of the asking order, and which pages were opened."""

Case = Mapping[str, Mapping[str, Any]]
"""A described person: by page, what they answer there, by the name of the question."""


def arrive(language: str | None = None) -> AppTest:
    """Open the aid for the first time, perhaps by a link that asks for a language."""
    at = AppTest.from_file(str(APP), default_timeout=TIMEOUT)
    if language:
        at.query_params["lang"] = language
    return check(at.run())


def go(at: AppTest, page: str, screen: str = "") -> AppTest:
    """Open a page, or a screen of it, and see that it is whole."""
    at.query_params.pop(SCREEN, None)
    if screen:
        at.query_params[SCREEN] = screen
    return check(at.switch_page(PAGES[page].file).run())


def check(at: AppTest) -> AppTest:
    """See that nothing broke and that the page has exactly one title."""
    assert not at.exception, [exception.message for exception in at.exception]
    assert len(at.title) == 1
    assert not re.search(r"<h1\b|^# ", "\n".join(texts(at)), flags=re.MULTILINE)
    return at


def has(at: AppTest, key: str) -> bool:
    """Whether something stands on the page under a key."""
    try:
        at.get_by_key(key)
    except KeyError:
        return False
    return True


def is_button(at: AppTest, key: str) -> bool:
    """Whether a button stands on the page under a key. The ways on and back of a step's ends are links."""
    return any(button.key == key for button in at.button)


def screens(at: AppTest, page: str) -> Iterator[AppTest]:
    """The screens of a page one after the other: by the way on, by turning in the visit, by picking from the list of
    all chances.
    """
    at.session_state[f"shown.{VISIT}"] = 0
    yield go(at, page)
    while onward := next((key for key in ("next", "turn-next") if is_button(at, key)), None):
        yield press(at, onward)
    if page == ALL_FACTS:
        for index in range(1, len(at.selectbox(f"shown.{ALL_FACTS}").options)):
            at.selectbox(f"shown.{ALL_FACTS}").select_index(index)
            yield check(at.run())


def everything(at: AppTest) -> Iterator[AppTest]:
    """Every screen of every page, with all open that opens by a press."""
    for page in PAGES:
        yield from screens(with_details(at), page)


def unfold(at: AppTest) -> AppTest:
    """Open all that opens by a press, and what opens in that."""
    while closed := [fold.key for fold in at.expander if fold.key and not at.session_state[fold.key]]:
        for key in closed:
            at.session_state[key] = True
        check(at.run())
    return at


def title(at: AppTest) -> str:
    """The heading of the page."""
    return str(at.title[0].value)


def texts(at: AppTest) -> list[str]:
    """Every text and piece of HTML on the page."""
    return [str(text.value) for kind in (at.markdown, at.html, at.caption, at.text) for text in kind]


def element(at: AppTest, key: str) -> Element:
    """What stands on the page under a key. Raises KeyError where nothing does."""
    widget = at.get_by_key(key)
    assert isinstance(widget, Element), f"'{key}' is a container"
    return widget


def component_data(at: AppTest, name: str) -> Any:
    """What the page tells a component of this name."""
    (data,) = [part.proto.json for part in at.get("bidi_component") if part.proto.component_name == name]
    return json.loads(data)


def brought(at: AppTest, what: str) -> str:
    """What a press on the button for it brings, as text."""
    at.session_state["courier"] = {"asked": {"id": "1", "what": what, "session": at.session_state["own_name"]}}
    answer = component_data(check(at.run()), "courier")["given"]
    at.session_state["courier"] = {}
    return b64decode(answer["bytes"]).decode()


def offered(at: AppTest) -> dict[str, str]:
    """The exports that the page offers, by their names in views/export_catalog.py, with the labels of their buttons."""
    parts = [json.loads(part.proto.json) for part in at.get("bidi_component") if part.proto.component_name == "leaving"]
    return {part["what"]: part["label"] for part in parts}


def seek(at: AppTest, name: str) -> AppTest:
    """Go to where a question of the open page is asked: here, behind a press, or on another screen of its step."""
    if not has(at, f"answer.{name}"):
        at.query_params.pop(SCREEN, None)
        check(at.run())
        while not has(unfold(at), f"answer.{name}") and is_button(at, "next"):
            press(at, "next")
    assert has(at, f"answer.{name}"), f"'{name}' is asked nowhere on this page"
    return at


def answer(at: AppTest, name: str, value: Any) -> AppTest:
    """Give an answer on the page that is open; None takes an answer of one or several back."""
    element(seek(at, name), f"answer.{name}").set_value(value)
    return check(at.run())


def tap(at: AppTest, name: str, choice: str) -> AppTest:
    """Tap one choice of a question that takes several, once more to take it back."""
    picked = shown(at, name)
    return answer(at, name, [other for other in picked if other != choice] if choice in picked else [*picked, choice])


def opened(at: AppTest, opener: str) -> AppTest:
    """The page with something open that draws its contents when it is."""
    at.session_state[opener] = True
    return check(at.run())


def choose(at: AppTest, name: str, value: Any) -> AppTest:
    """Open My display and choose there."""
    return answer(opened(at, DISPLAY), name, value)


def with_details(at: AppTest, details: bool = True) -> AppTest:
    """Someone who has all open that would open by a press, from the next page on."""
    look = answers(at).look.model_copy(update={"details": details})
    at.session_state["answers"] = answers(at).model_copy(update={"look": look})
    return at


def shown(at: AppTest, name: str) -> Any:
    """What a widget of the page shows as its answer."""
    return element(seek(at, name), f"answer.{name}").value


def press(at: AppTest, key: str) -> AppTest:
    """Press a button."""
    element(at, key).click()
    return check(at.run())


def walk(at: AppTest, case: Case) -> AppTest:
    """All pages in order, with the answers of a described person on the way, and on to the question list."""
    for page in PAGES:
        go(at, page)
        for name, value in case.get(page, {}).items():
            answer(at, name, value)
    return go(at, "questions")


def answers(at: AppTest) -> Answers:
    """All answers so far."""
    kept: Answers = at.session_state["answers"]
    return kept


def given(kept: Answers) -> dict[str, Any]:
    """What the person gave, and nothing that the aid noted by itself."""
    return kept.model_dump(exclude=NOT_GIVEN)


def listed(at: AppTest) -> list[str]:
    """The ids of the questions on the list, in order."""
    return [key.removeprefix("menu.") for menu in at.menu_button if (key := menu.key or "").startswith("menu.")]


def listed_texts(at: AppTest) -> list[str]:
    """The questions on the list as they are shown, in order."""
    return [html.value for html in at.html if 'class="question"' in html.value]


def pick(at: AppTest, question: str, act: str) -> AppTest:
    """Pick an act in the menu of a question: up, down, reword, note or remove."""
    menu = element(at, f"menu.{question}")
    assert isinstance(menu, MenuButton)
    menu.click(act)
    return check(at.run())


def put_back_buttons(at: AppTest) -> list[str]:
    """The ids of the questions that can be put on the list, once what is left over is opened."""
    opened(at, "shown.more-add")
    return [key.removeprefix("put.") for button in at.button if (key := button.key or "").startswith("put.")]


def urgent(at: AppTest) -> list[str]:
    """The urgent advice on the page: none, or one."""
    return [
        html.value
        for html in at.html
        if re.search(r'class="urgent"[^>]*role="alert"|role="alert"[^>]*class="urgent"', html.value)
    ]
