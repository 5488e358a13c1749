"""Where I am: the six steps of the way as links, with the one that is open marked by name, number and bar."""

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.address import SCREEN
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES, STEPS
from decision_aid.views.html import show_html


def steps(aid: Aid, here: str) -> None:
    """The steps as links, each to the screen that was open last. On a narrow window the bar stands for their names."""
    if here in STEPS:
        number = STEPS.index(here) + 1
        where = aid.words.app["step"].format(number=number, total=len(STEPS), page=aid.words.pages[here].menu)
        show_html(Markup('<p class="where-i-am">{}</p>').format(where))
    with st.container(horizontal=True, key="step-links", gap=None):
        for step in STEPS:
            with st.container(key=f"step-{_state(step, here)}-{step}"):
                st.page_link(PAGES[step].file, label=aid.words.pages[step].menu, query_params=_back_to(step))


def _state(step: str, here: str) -> str:
    """How a step looks: done, open now, or still to come; all to come on a page that is no step."""
    at = STEPS.index(here) if here in STEPS else -1
    place = STEPS.index(step)
    return "now" if place == at else "done" if place < at else "ahead"


def _back_to(step: str) -> dict[str, str]:
    left = session.left_at(step)
    return {SCREEN: left} if left else {}
