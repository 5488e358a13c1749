"""The questions in the visit, each in a row with an "answered" box and a field for a short note."""

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_NOTE
from decision_aid.reasoning import question_editing as editing
from decision_aid.summary.summary import Summary, SummaryQuestion
from decision_aid.views.html import show_html

WIDTHS = (9, 3, 6)


def questions(aid: Aid, summary: Summary) -> None:
    """All questions of the list, in their order."""
    app = aid.words.app
    if not summary.questions:
        st.markdown(app["together.questions_none"])
        return
    with st.container(key="together-questions", gap=None):
        heads = (app["together.question"], app["together.answered"], app["together.short_note"])
        with st.container(key="together-heads"):
            for column, head in zip(st.columns(WIDTHS), heads, strict=True):
                with column:
                    show_html(Markup('<p class="head" aria-hidden="true">{}</p>').format(head))
        for number, question in enumerate(summary.questions, start=1):
            with st.container(key=f"together-question-{number}"):
                _row(aid, number, question)


def _row(aid: Aid, number: int, question: SummaryQuestion) -> None:
    app, name = aid.words.app, question.id
    text_column, box_column, note_column = st.columns(WIDTHS, vertical_alignment="center")
    with text_column:
        show_html(Markup('<p class="in-visit">{}. {}</p>').format(number, question.text))
    answered = session.bind(
        f"together.answered.{name}", question.answered, lambda before, ticked: editing.tick(before, name, ticked)
    )
    box_column.checkbox(app["together.answered_number"].format(number=number), **answered)
    note = session.bind(f"together.note.{name}", question.note, lambda before, text: editing.note(before, name, text))
    label = app["together.note_number"].format(number=number)
    short = app["together.short_note"]
    note_column.text_input(label, label_visibility="collapsed", placeholder=short, max_chars=LONGEST_NOTE, **note)
