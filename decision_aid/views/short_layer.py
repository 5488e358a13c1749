"""The short layer: a few words first, and the rest behind "Tell me more" for those who want to see little at first."""

from contextlib import AbstractContextManager, nullcontext

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers


def is_on(answers: Answers) -> bool:
    """Whether the person wants to see a few words first."""
    return answers.look.layer == "short"


def note(aid: Aid, answers: Answers) -> None:
    """Says that a page starts short, and what of it is printed. Nothing in the layer of all that is on a page."""
    if is_on(answers):
        st.caption(aid.words.app["more.note"])


def more(aid: Aid, answers: Answers, name: str, about: str) -> AbstractContextManager[object] | None:
    """The place for what follows a few words: the page itself, or in the short layer a part that opens.

    None while that part is closed: what nobody looks at is then not made.
    """
    if not is_on(answers):
        return nullcontext()
    part = st.expander(
        aid.words.app["more.about"].format(about=about), on_change="rerun", **session.shown(f"more-{name}")
    )
    return part if part.open else None
