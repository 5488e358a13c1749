"""The only module that touches the session, the address or the browser: where the Aid and the Answers are kept.

The Answers in the session are the truth. A widget is filled from them and writes back to them, so that they outlive
the widget: Streamlit forgets a widget's own value on the second page away from it.
"""

import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers

CONTENT = Path(__file__).parent.parent / "content"
LANGUAGE = "en"
SEEDS = 2**31

Put = Callable[[Answers, Any], Answers]


def aid() -> Aid:
    """The aid in this person's language. Raises ContentFaults when the content cannot be used."""
    return _load(CONTENT, LANGUAGE)


@st.cache_resource(show_spinner=False)
def _load(folder: Path, language: str) -> Aid:
    return load(folder, language)


def answers() -> Answers:
    """What this person has answered so far."""
    if "answers" not in st.session_state:
        st.session_state["answers"] = Answers(order_seed=secrets.randbelow(SEEDS))
    kept: Answers = st.session_state["answers"]
    return kept


def keep(change: Callable[[Answers], Answers]) -> None:
    """Replace the answers by what `change` makes of them."""
    st.session_state["answers"] = change(answers())


def note_opened(page: str) -> None:
    """Remember that this person has opened a page."""
    if page not in answers().opened:
        keep(lambda before: before.model_copy(update={"opened": (*before.opened, page)}))


def bound(name: str, value: Any, put: Put) -> dict[str, Any]:
    """The key and callback that tie a widget to the answers: it shows `value` and hands a new one to `put`.

    The widget's state is set when it differs, never on every run: a value sent back while
    someone drags would pull the handle out of their hand.
    """
    key = f"answer.{name}"
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return {"key": key, "on_change": submit, "args": (key, put)}


def submit(key: str, put: Put) -> None:
    """Put what a widget holds into the answers."""
    keep(lambda before: put(before, st.session_state[key]))


def shown(name: str) -> dict[str, Any]:
    """The key of a switch that shows or hides a part of a page. It is no answer, and is kept apart from the answers."""
    return {"key": f"shown.{name}"}


def today() -> date:
    """The date on this server, for what is printed and for the review date."""
    return date.today()
