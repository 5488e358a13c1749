"""What an answer changes on the page: said to those who listen, and with the focus kept for those at the keyboard.

With it, the links of our own HTML that open a page in place, links that wait for words that were just typed, and
touches that scroll past a slider.
"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from decision_aid.components import component, read_beside

PARTS = ("going.js", "telling_first.js", "scrolling_past.js", "after_an_answer.js")
_watch = component("after_an_answer", js=read_beside(__file__, *PARTS))


def result(name: str) -> DeltaGenerator:
    """A place for what follows from an answer. When its text changes, screen readers say it (WCAG 4.1.3)."""
    return st.container(key=f"told-{name}")


def watch() -> None:
    """Once a page: look after results and the focus."""
    _watch(key="after_an_answer")
