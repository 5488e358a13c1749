"""Expanders. Their content is not made until they are opened; "Show all details" opens all of them."""

from typing import Literal

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from decision_aid import session
from decision_aid.model.answers import Answers
from decision_aid.views.html import show_html

_HEADING = Markup('<h{level} class="visually-hidden">{label}</h{level}>')
"""An open expander repeats its label as a heading for screen readers, so that no heading level is skipped."""


def expander(answers: Answers, name: str, label: str, level: Literal[2, 3] = 2) -> DeltaGenerator | None:
    """The container of an expander; None while it is closed. `name` is its key.

    `level`: of its heading, 3 under a heading of level 2.
    """
    if answers.look.details:
        container = st.container(key=f"unfolded-{name}")
        (container.header if level == 2 else container.subheader)(label, anchor=False)
        return container
    panel = st.expander(label, on_change="rerun", **session.switch_key(f"more-{name}"))
    if not panel.open:
        return None
    with panel:
        show_html(_HEADING.format(level=level, label=label))
    return panel


def expander_group(name: str) -> DeltaGenerator:
    """A container for several expanders, side by side while they are closed."""
    return st.container(key=f"folds-{name}")
