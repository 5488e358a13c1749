"""The only room that touches the session: where the Aid and the Answers are kept.

The Answers in the session are the truth. A widget is filled from them and writes back to them, so that they outlive
the widget: Streamlit forgets a widget's own value on the second page away from it. The storage of the browser's tab
mirrors them, and gives them back to a session that does not know them: after a reload, or on another server.
"""

import secrets
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from decision_aid import address, reader
from decision_aid.content.folder import ContentFolder
from decision_aid.content.languages import chosen
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.outlook import Outlook, outlook_of
from decision_aid.saving.known_answers import SEEDS

CONTENT = Path(__file__).parents[2] / "content"

UNSET = "unset"
"""What a widget that has to show something shows while nothing was answered."""
Put = Callable[[Answers, Any], Answers]
Change = Callable[[Answers], Answers]
MOST_CHANGES = 50
"""How many answers are made to older ones that the tab hands over: more than anyone gives before it does."""

content = ContentFolder(CONTENT)


def begin_run() -> None:
    """Take in what the browser says. The frame calls it before all else; what only reads changes nothing after it.

    While the address asks for a language, it is spoken: someone opened that address, or came by such a link.
    """
    st.session_state.setdefault("own_name", secrets.token_urlsafe(12))
    st.session_state.setdefault("answers", Answers(order_seed=secrets.randbelow(SEEDS)))
    st.session_state.setdefault("preferred", reader.languages())
    asked = address.language()
    if asked in content.languages and asked != answers().language:
        keep(lambda before: before.model_copy(update={"language": asked}))


def own_name() -> str:
    """The name of this session, by which its tab knows it."""
    return str(st.session_state["own_name"])


def aid() -> Aid:
    """The aid in this person's language and wording. Raises ContentFaults when the content cannot be used."""
    return reader.dated(content.aid(language(), answers().helping))


def aid_for_the_record() -> Aid:
    """The aid in its first language, in which clinicians keep the record; it says whose word it is."""
    return reader.dated(content.aid(content.languages[0], answers().helping))


def language() -> str:
    """The language that was asked for by the address or the switch, else the one that the browser prefers."""
    return chosen(answers().language, st.session_state.get("preferred", ""), content.languages)


def speak(before: Answers, language: str) -> Answers:
    """Go on in a language that was chosen here; what the address had asked for no longer holds."""
    address.forget_language()
    return before.model_copy(update={"language": language})


def answers() -> Answers:
    """What this person has answered so far."""
    kept: Answers = st.session_state.get("answers", Answers())
    return kept


def outlook() -> Outlook:
    """What this person's answers point to. The session holds it, so that the same ratings are weighed once."""
    st.session_state["outlook"] = now = outlook_of(aid(), answers())
    return now


def keep(change: Change) -> None:
    """Replace the answers by what `change` makes of them.

    The tab may still hand over older answers. The change is then made to those as well, so it is remembered.
    """
    st.session_state["answers"] = change(answers())
    if not st.session_state.get("restored"):
        st.session_state.setdefault("changes", deque(maxlen=MOST_CHANGES)).append(change)


def note_opened(page: str) -> None:
    """Remember that this person has opened a page."""

    def put(before: Answers) -> Answers:
        return before if page in before.opened else before.model_copy(update={"opened": (*before.opened, page)})

    if page not in answers().opened:
        keep(put)


def bound(name: str, value: Any, put: Put) -> dict[str, Any]:
    """The key and callback that tie a widget to the answers: it shows `value` and hands a new one to `put`.

    The widget's state is set when it differs: a value sent back while someone drags would pull the handle away.
    """
    key = f"answer.{name}"
    if _says_nothing(value) and "turn" not in st.session_state:
        st.session_state.setdefault("left_alone", {})[key] = put
    elif _is_to_be_set(key, value):
        st.session_state[key] = value
    return {"key": key, "on_change": submit, "args": (key, put)}


def _is_to_be_set(key: str, value: Any) -> bool:
    """Whether the browser may show something else. What a run sets is lost where the next one comes before it is drawn,
    so what the tab handed over is set by every run until the page has come."""
    if key in st.session_state and (_says_nothing(value) or not st.session_state.get("on_the_way")):
        return bool(st.session_state[key] != value)
    return not _says_nothing(value)


def _says_nothing(value: Any) -> bool:
    """Whether a widget shows this when nobody has touched it."""
    return value is None or value is False or value in ("", [], UNSET)


def submit(key: str, put: Put) -> None:
    """Put what a widget holds into the answers.

    As long as the browser may not yet show what its tab handed over, an empty widget may be one that has just been
    drawn without it. So it empties no answer, and is filled again.
    """
    value = st.session_state[key]
    if st.session_state.get("on_the_way") and _says_nothing(value):
        st.session_state["filled_again"] = True
    else:
        keep(lambda before: put(before, value))


def submit_survivors() -> bool:
    """Put into the answers what the browser still shows of a page that outlived its server; False if nothing.

    To a new session the widgets of such a page are new, but what they hold was typed or tapped before. A widget that
    holds nothing tells nothing: that it was emptied, or that it has only just been drawn.
    """
    left_alone: dict[str, Put] = st.session_state.pop("left_alone", {})
    survivors = {key: put for key, put in left_alone.items() if not _says_nothing(st.session_state.get(key))}
    for key, put in survivors.items():
        submit(key, put)
    return bool(survivors)


def clear() -> None:
    """Forget everything that this person has told the aid, but for the language and look to read it by."""
    keep(lambda before: Answers(order_seed=secrets.randbelow(SEEDS)).read_like(before))


def shown(name: str) -> dict[str, Any]:
    """The key of a switch that shows or hides a part of a page. It is no answer, and is kept apart from the answers."""
    return {"key": f"shown.{name}"}


def turned_to(name: str) -> int:
    """Which of several screens of a page is shown, the first being 0. Like a switch, it is no answer."""
    return int(st.session_state.get(f"shown.{name}", 0))


def turn_to(name: str, screen: int) -> None:
    """Show another screen of a page."""
    st.session_state[f"shown.{name}"] = screen


def leave_at(step: str, screen: str) -> None:
    """Remember which screen of a step is open, to come back to it. The widgets of one that was left start anew:
    of those in a part of a part Streamlit would tell the browser nothing, and take what it shows then for answers.
    """
    if opened(step) != screen:
        for key in [one for one in map(str, st.session_state) if one.startswith("answer.")]:
            del st.session_state[key]
    st.session_state[f"shown.{step}"] = screen


def opened(room: str) -> str:
    """What is open in a room where one thing is open at a time, or was last in a step; "" where nothing is."""
    return str(st.session_state.get(f"shown.{room}", ""))


def open_one(room: str, thing: str) -> None:
    """Open a thing in a room where one is open at a time; "" closes it."""
    st.session_state[f"shown.{room}"] = thing


def showing(key: str) -> Any:
    """What a menu, a field or a switch with this key shows; None where none stands on the page."""
    return st.session_state.get(key)


def handed_over(component: str, name: str) -> Any:
    """What a component of the page has just handed over under a name; None where it has handed over nothing."""
    return st.session_state.get(component, {}).get(name)


def set_pending(arrival: object | None) -> None:
    """Set aside what came from outside until the person has said what to do with it; None lets go of it."""
    st.session_state["pending"] = arrival


def pending() -> object | None:
    """What came from outside and waits for the person's word."""
    return st.session_state.get("pending")
