"""What to do next: where to ask for an appointment and how to find a specialist, once a service has said so."""

from functools import partial

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.site import Contact
from decision_aid.views import prose
from decision_aid.views.contacts import contact


def show(aid: Aid, answers: Answers) -> None:
    """What to do next, and each step that has somewhere to turn to."""
    prose.fold(aid, answers, "questions", "next", partial(_contacts, aid))


def _contacts(aid: Aid) -> None:
    app, site = aid.words.app, aid.site
    steps = ((app["next_steps.appointment"], site.appointment), (app["next_steps.specialist"], site.specialist))
    for heading, where in steps:
        if where != Contact():
            st.subheader(heading, anchor=False)
            contact(aid, where)
