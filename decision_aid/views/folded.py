"""What opens by a press, in place. It is not made until it is opened; "Show all details" opens all of it."""

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from decision_aid import session
from decision_aid.model.answers import Answers
from decision_aid.views.html import show_html

_HEADING = Markup('<h2 class="visually-hidden">{}</h2>')
"""What opens has its label as a heading for who goes by headings: those within it then skip no level."""


def folded(answers: Answers, name: str, label: str) -> DeltaGenerator | None:
    """The room for what stands behind a label; None while that is closed. `name` is its key among all."""
    if answers.look.details:
        room = st.container(key=f"unfolded-{name}")
        room.header(label, anchor=False)
        return room
    part = st.expander(label, on_change="rerun", **session.shown(f"more-{name}"))
    if not part.open:
        return None
    with part:
        show_html(_HEADING.format(label))
    return part


def folds(name: str) -> DeltaGenerator:
    """Room for several of them: beside each other while they are closed."""
    return st.container(key=f"folds-{name}")
