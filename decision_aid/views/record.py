"""The note for the chart on the screen: what is still to be filled in, the note in full, and how to take it over."""

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import visit_fields
from decision_aid.views.browser_button import copy_button
from decision_aid.views.html import show_html

MOST_SIGNS = 20
"""As many as can be looked for. Whole texts in another script are seen to be missing without a list."""


def record(aid: Aid, answers: Answers, note: str) -> None:
    """What came of the visit, to be filled in or mended, and beside it the note."""
    fields, beside = st.columns([2, 3], gap="large")
    with fields.container(key="card-record-fields"):
        st.header(aid.words.app["record.fields"], anchor=False)
        visit_fields.settled(aid, answers, "record")
    with beside:
        _note(aid, note)


def _note(aid: Aid, note: str) -> None:
    app, most = aid.words.app, aid.decision.chart_note.longest
    st.header(app["record.heading"], anchor=False)
    show_html(Markup('<pre class="record" lang="en">{}</pre>').format(note))
    st.caption(app["record.length"].format(number=len(note), most=most))
    if len(note) > most:
        st.markdown(app["record.longer"].format(most=most))
    if signs := "".join(sorted({sign for sign in note if not sign.isascii()})):
        st.text(app["record.loses"].format(signs=" ".join(signs[:MOST_SIGNS])))
    with st.container(horizontal=True, key="record-taking"):
        failed = app["record.not_copied"]
        copy_button(app["record.copy"], app["record.copied"], note, "copy_record", failed, filled=True)
        st.download_button(
            app["record.download"],
            lambda: note,
            "visit-note.txt",
            "text/plain",
            on_click="ignore",
            key="download_record",
        )
