"""What an answer changes on the page: announced to screen readers, with the keyboard focus kept.

The same script opens links of our own HTML in place, lets a press wait until typed text is sent, and keeps touches that
scroll from setting a slider.
"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from decision_aid.components import component, read_beside

PARTS = ("page_links.js", "presses.js", "slider_touch.js", "answer_effects.js")
_watch = component("after_an_answer", js=read_beside(__file__, *PARTS))


def result(name: str) -> DeltaGenerator:
    """A container for what follows from an answer. Screen readers announce its changes (WCAG 4.1.3)."""
    return st.container(key=f"told-{name}")


def watch() -> None:
    """Start the script; called once per page."""
    _watch(key="after_an_answer")
