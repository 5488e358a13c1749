"""Am I ready: what I lean to, what is still unclear, what I know, and how sure and how far along I am."""

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import prose, readiness, screens, understanding


def ready(aid: Aid, answers: Answers) -> None:
    """What I lean to and what is unclear; the rest opens in place."""
    with st.container(key="ready"):
        with st.container(key="ready-leaning"):
            session.alone(readiness.leaning)
        with st.container(key="ready-unclear"):
            session.alone(readiness.unclear)
    understanding.knowledge(aid, answers)
    if room := prose.folded_section(aid, answers, "readiness", "steps"):
        with room:
            understanding.sure(aid, answers)
            understanding.stage(aid, answers, "stage_at_end")


def step(aid: Aid, answers: Answers) -> None:
    """The step has one screen."""
    screens.show(aid, answers, "readiness", screens.single(aid, "readiness", ready))


session.alone(step)
