"""The chart note on screen: fields to fill in, the full note, and buttons that copy or save it."""

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import awaiting, visit_fields
from decision_aid.views.export_buttons import copy_button, save_button
from decision_aid.views.export_catalog import note
from decision_aid.views.html import show_html

MOST_CHARACTERS = 20
"""The most characters to list as lost; a whole text in another script is seen to be lost without a list."""


def record(aid: Aid, answers: Answers) -> None:
    """Fields for the result of the visit, and the note beside them."""
    fields, beside = st.columns([2, 3], gap="large")
    with fields.container(key="card-record-fields"):
        st.header(aid.words.app["record.fields"], anchor=False)
        visit_fields.result(aid, answers, "record")
    with beside:
        _note(aid, note(answers))


def _note(aid: Aid, text: str) -> None:
    awaiting.hide_until_restored(".st-key-record-note")
    app, most = aid.words.app, aid.decision.chart_note.longest
    st.header(app["record.heading"], anchor=False)
    with st.container(key="record-note"):
        show_html(Markup('<pre class="record" lang="en">{}</pre>').format(text))
        st.caption(app["record.length"].format(number=len(text), most=most))
        if len(text) > most:
            st.markdown(app["record.longer"].format(most=most))
        if lost := "".join(sorted({character for character in text if not character.isascii()})):
            st.text(app["record.loses"].format(signs=" ".join(lost[:MOST_CHARACTERS])))
    with st.container(horizontal=True, key="record-taking"):
        done, failed = app["record.copied"], app["record.not_copied"]
        copy_button(aid, app["record.copy"], "note", "copy_record", done, failed, filled=True)
        save_button(aid, app["record.download"], "note")
