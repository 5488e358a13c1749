"""The session state: the Aid and the Answers of one person. No other package touches it.

The Answers in the session are the source of truth. Widgets are filled from them and write back to them, since
Streamlit forgets a widget's own value on the second page away from it. The storage of the browser tab mirrors them,
and restores them to a new session: after a reload, or on another server.
"""

import secrets
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from decision_aid import address, reader
from decision_aid.content.folder import ContentFolder
from decision_aid.content.languages import choose_language
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.outlook import Outlook, outlook_of
from decision_aid.saving.known_answers import SEEDS
from decision_aid.session.callbacks import uninterrupted

CONTENT = Path(__file__).parents[2] / "content"

UNSET = "unset"
"""The value of a widget that cannot be empty, while there is no answer."""
Put = Callable[[Answers, Any], Answers]
Change = Callable[[Answers], Answers]
MOST_CHANGES = 50
"""How many changes are replayed on answers that the tab restores later: more than anyone makes until then."""

content = ContentFolder(CONTENT)


def begin_run() -> None:
    """Set up the session from the browser. The frame calls this first in every run.

    A language in the address wins: the person opened that address or followed such a link.
    """
    st.session_state.setdefault("own_name", secrets.token_urlsafe(12))
    st.session_state.setdefault("answers", Answers(order_seed=secrets.randbelow(SEEDS)))
    st.session_state.setdefault("preferred", reader.languages())
    requested = address.language()
    if requested in content.languages and requested != answers().language:
        keep(lambda before: before.model_copy(update={"language": requested}))


def session_id() -> str:
    """The id of this session, by which its browser tab recognizes it."""
    return str(st.session_state["own_name"])


def aid() -> Aid:
    """The aid in this person's language and wording. Raises ContentFaults when the content cannot be used."""
    return reader.with_local_dates(content.aid(language(), answers().helping))


def aid_for_the_record() -> Aid:
    """The aid in its first language, in which clinicians keep the record."""
    return reader.with_local_dates(content.aid(content.languages[0], answers().helping))


def language() -> str:
    """The language that the address or the language menu set, else the one that the browser prefers."""
    return choose_language(answers().language, st.session_state.get("preferred", ""), content.languages)


def switch_language(before: Answers, language: str) -> Answers:
    """The answers with a language that was chosen in the app; removes the language from the address."""
    address.forget_language()
    return before.model_copy(update={"language": language})


def answers() -> Answers:
    """What this person has answered so far."""
    current: Answers = st.session_state.get("answers", Answers())
    return current


def outlook() -> Outlook:
    """What this person's answers point to. Kept in the session, so that the same ratings are computed once."""
    st.session_state["outlook"] = current = outlook_of(aid(), answers())
    return current


def keep(change: Change) -> None:
    """Replace the answers with the result of `change`.

    The change is remembered until the tab has restored older answers, and is then applied to those as well.
    """
    changes = st.session_state.setdefault("changes", deque(maxlen=MOST_CHANGES))
    restored = st.session_state.get("restored")
    st.session_state["answers"] = change(answers())  # the last access, see `uninterrupted`
    if not restored:
        changes.append(change)


def note_opened(page: str) -> None:
    """Remember that this person has opened a page."""

    def put(before: Answers) -> Answers:
        return before if page in before.opened else before.model_copy(update={"opened": (*before.opened, page)})

    if page not in answers().opened:
        keep(put)


def bind(name: str, value: Any, put: Put) -> dict[str, Any]:
    """The key and callback that bind a widget to the answers: it shows `value`, and calls `put` with a new one.

    The widget's state is set only if it differs: setting it while someone drags would pull the handle away.
    """
    key = f"answer.{name}"
    if _is_empty(value) and "turn" not in st.session_state:
        st.session_state.setdefault("left_alone", {})[key] = put
    elif _must_be_set(key, value):
        st.session_state[key] = value
    return {"key": key, "on_change": uninterrupted(submit, key, put)}


def _must_be_set(key: str, value: Any) -> bool:
    """Whether to set a widget's state, since the browser may show another value. A value is lost if the next run starts
    before the page is drawn, so restored answers are set in every run until the page has arrived."""
    if key in st.session_state and (_is_empty(value) or not st.session_state.get("on_the_way")):
        return bool(st.session_state[key] != value)
    return not _is_empty(value)


def _is_empty(value: Any) -> bool:
    """Whether this is the value of an untouched widget."""
    return value is None or value is False or value in ("", [], UNSET)


def may_lack_answers() -> bool:
    """Whether the tab may have answers that this session has not: in its first run, after a reload or on a new server.

    Who asks says nothing of missing answers then. The page runs once more, with the answers if there are any.
    """
    if lacks := "turn" not in st.session_state:
        st.session_state["runs_again"] = True
    return lacks


def submit(key: str, put: Put) -> None:
    """Write a widget's value into the answers.

    While the browser may not show the restored answers yet, an empty widget may only have been drawn without them. It
    then clears no answer, and is filled again.
    """
    value = st.session_state[key]
    if st.session_state.get("on_the_way") and _is_empty(value):
        st.session_state["filled_again"] = True
    else:
        keep(lambda before: put(before, value))


def submit_survivors() -> bool:
    """Save the values of widgets on a page that outlived its server session. Returns whether there were any.

    The new session does not know these widgets, but their values were entered before. An empty widget is ignored: it
    may have been cleared, or just been drawn.
    """
    left_alone: dict[str, Put] = st.session_state.pop("left_alone", {})
    survivors = {key: put for key, put in left_alone.items() if not _is_empty(st.session_state.get(key))}
    for key, put in survivors.items():
        submit(key, put)
    return bool(survivors)


def clear() -> None:
    """Delete all answers of this person, except language and display settings."""
    keep(lambda before: Answers(order_seed=secrets.randbelow(SEEDS)).with_settings_of(before))


def switch_key(name: str) -> dict[str, Any]:
    """The widget key of a switch that shows or hides a part of a page. It is not an answer, and is kept apart."""
    return {"key": f"shown.{name}"}


def screen_index(name: str) -> int:
    """The index of the current screen of a page, from 0. Like a switch, it is not an answer."""
    return int(st.session_state.get(f"shown.{name}", 0))


def show_screen(name: str, screen: int) -> None:
    """Show another screen of a page."""
    st.session_state[f"shown.{name}"] = screen


def remember_screen(step: str, screen: str) -> None:
    """Remember the open screen of a step, to return to it. If it changed, forget the widgets' own values: Streamlit
    would not send those in nested fragments to the browser, and would take what it then shows for answers.
    """
    if opened_item(step) != screen:
        for key in [key for key in map(str, st.session_state) if key.startswith("answer.")]:
            del st.session_state[key]
    st.session_state[f"shown.{step}"] = screen


def opened_item(area: str) -> str:
    """The open item of an area that shows one at a time, or the last screen of a step; "" if there is none."""
    return str(st.session_state.get(f"shown.{area}", ""))


def open_item(area: str, item: str) -> None:
    """Open an item in an area that shows one at a time; "" closes it."""
    st.session_state[f"shown.{area}"] = item


def widget_value(key: str) -> Any:
    """The value of the widget with this key; None if it is not on the page."""
    return st.session_state.get(key)


def component_value(component: str, name: str) -> Any:
    """A value that a component has just sent under this name; None if it sent nothing."""
    return st.session_state.get(component, {}).get(name)


def set_pending(arrival: object | None) -> None:
    """Set aside an import from outside until the person decides about it; None discards it."""
    st.session_state["pending"] = arrival
    st.session_state["pending_number"] = pending_number() + 1


def pending_number() -> int:
    """How often something was set aside in this session, which tells the box about it from the one before."""
    number: int = st.session_state.get("pending_number", 0)
    return number


def pending() -> object | None:
    """The import that waits for the person's decision, if any."""
    return st.session_state.get("pending")
