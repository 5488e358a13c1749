"""The appointment for the person's calendar: its time, and whether the event lists the questions."""

from datetime import datetime
from typing import Any
from uuid import uuid4

import streamlit as st

from decision_aid import reader, session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views.export_buttons import save_button
from decision_aid.wording.dates import clock, day
from decision_aid.wording.interface_words import DATE_ORDER

LISTS = "appointment_lists_questions"
FORMATS = {"month_first": "MM/DD/YYYY", "day_first": "DD/MM/YYYY", "year_first": "YYYY/MM/DD"}


def show(aid: Aid, answers: Answers) -> None:
    """One field for date and time, empty until both are set; once they are, the button for the calendar file."""
    app, when = aid.words.app, answers.appointment and answers.appointment.replace(tzinfo=None)
    order = reader.date_order(aid)
    bound = session.bind("appointment", when, _put_visit)
    st.datetime_input(app["appointment.when"], None, format=FORMATS[order], step=60 * 5, width=380, **bound)
    st.caption(aid.words.variant(DATE_ORDER, order))
    lists_questions = answers.appointment_lists_questions
    st.checkbox(app["appointment.lists_questions"], **session.bind(LISTS, lists_questions, _put(LISTS)))
    st.caption(app["appointment.shared"])
    if when is None:
        return
    # Streamlit's field has a clock of 24 hours for all; this is the one of the reader's place.
    st.markdown(f"{day(aid, when)}, {clock(aid, when)}")
    if when.date() < reader.today():
        st.markdown(app["appointment.past"])
    save_button(aid, app["appointment.download"], "appointment")


def _put_visit(before: Answers, when: datetime | None) -> Answers:
    """The answers with the time of the visit. Its id is made with the first time and kept when the time changes."""
    uid = (before.appointment_uid or str(uuid4())) if when else None
    return before.model_copy(update={"appointment": when, "appointment_uid": uid})


def _put(field: str) -> session.Put:
    def put(before: Answers, value: Any) -> Answers:
        return before.model_copy(update={field: value})

    return put
