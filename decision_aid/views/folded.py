"""What opens by a press, in place. It is not made until it is opened; "Show all details" opens all of it."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from decision_aid import session
from decision_aid.model.answers import Answers


def folded(answers: Answers, name: str, label: str) -> DeltaGenerator | None:
    """The room for what stands behind a label; None while that is closed. `name` is its key among all."""
    if answers.look.details:
        room = st.container(key=f"unfolded-{name}")
        room.subheader(label, anchor=False)
        return room
    part = st.expander(label, on_change="rerun", **session.shown(f"more-{name}"))
    return part if part.open else None


def folds(name: str) -> DeltaGenerator:
    """Room for several of them: beside each other while they are closed."""
    return st.container(key=f"folds-{name}")
