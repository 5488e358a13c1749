"""What opens by a press, in place. It is not made until it is opened; "Show all details" opens all of it."""

from typing import Literal

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from decision_aid import session
from decision_aid.model.answers import Answers
from decision_aid.views.html import show_html

_HEADING = Markup('<h{level} class="visually-hidden">{label}</h{level}>')
"""What opens has its label as a heading for who goes by headings: those within it then skip no level."""


def folded(answers: Answers, name: str, label: str, level: Literal[2, 3] = 2) -> DeltaGenerator | None:
    """The room for what stands behind a label; None while that is closed. `name` is its key among all.

    `level` is that of its heading: 3 for what belongs to a heading of level 2.
    """
    if answers.look.details:
        room = st.container(key=f"unfolded-{name}")
        (room.header if level == 2 else room.subheader)(label, anchor=False)
        return room
    part = st.expander(label, on_change="rerun", **session.switch_key(f"more-{name}"))
    if not part.open:
        return None
    with part:
        show_html(_HEADING.format(level=level, label=label))
    return part


def folds(name: str) -> DeltaGenerator:
    """Room for several of them: beside each other while they are closed."""
    return st.container(key=f"folds-{name}")
