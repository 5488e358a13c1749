"""The note for the chart on the screen: what is still to be filled in, the note in full, and how to take it over."""

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import visit_fields
from decision_aid.views.html import show_html
from decision_aid.views.leaving import copy_button, save_button
from decision_aid.views.what_leaves import note

MOST_SIGNS = 20
"""As many as can be looked for. Whole texts in another script are seen to be missing without a list."""


def record(aid: Aid, answers: Answers) -> None:
    """What came of the visit, to be filled in or mended, and beside it the note."""
    fields, beside = st.columns([2, 3], gap="large")
    with fields.container(key="card-record-fields"):
        st.header(aid.words.app["record.fields"], anchor=False)
        visit_fields.settled(aid, answers, "record")
    with beside:
        _note(aid, note(answers))


def _note(aid: Aid, told: str) -> None:
    app, most = aid.words.app, aid.decision.chart_note.longest
    st.header(app["record.heading"], anchor=False)
    show_html(Markup('<pre class="record" lang="en">{}</pre>').format(told))
    st.caption(app["record.length"].format(number=len(told), most=most))
    if len(told) > most:
        st.markdown(app["record.longer"].format(most=most))
    if signs := "".join(sorted({sign for sign in told if not sign.isascii()})):
        st.text(app["record.loses"].format(signs=" ".join(signs[:MOST_SIGNS])))
    with st.container(horizontal=True, key="record-taking"):
        done, failed = app["record.copied"], app["record.not_copied"]
        copy_button(aid, app["record.copy"], "note", "copy_record", done, failed, filled=True)
        save_button(aid, app["record.download"], "note", key="download_record")
