"""What to do next: where to ask for an appointment and how to find a specialist, once a deployment has said so."""

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.decision import Contact
from decision_aid.views import prose
from decision_aid.views.contacts import contact


def show(aid: Aid, answers: Answers) -> None:
    """What to do next, and each step that has somewhere to turn to."""
    app, decision = aid.words.app, aid.decision
    steps = ((app["next_steps.appointment"], decision.appointment), (app["next_steps.specialist"], decision.specialist))
    if room := prose.folded_section(aid, answers, "questions", "next"):
        with room:
            for heading, where in steps:
                if where != Contact():
                    st.subheader(heading, anchor=False)
                    contact(aid, where)
