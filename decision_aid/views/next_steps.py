"""What to do next: contacts for an appointment and for a specialist, where the site has set them."""

from functools import partial

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.site import Contact
from decision_aid.views import prose
from decision_aid.views.contacts import show_contact


def show(aid: Aid, answers: Answers) -> None:
    """An expander with what to do next, and each contact that is set."""
    prose.fold(aid, answers, "questions", "next", partial(_contacts, aid))


def _contacts(aid: Aid) -> None:
    app, site = aid.words.app, aid.site
    steps = ((app["next_steps.appointment"], site.appointment), (app["next_steps.specialist"], site.specialist))
    for heading, contact in steps:
        if contact != Contact():
            st.subheader(heading, anchor=False)
            show_contact(aid, contact)
