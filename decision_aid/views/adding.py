"""More questions for the list: one of the person's own, and those that the aid has left over or that were removed."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_QUESTION, MOST_QUESTIONS, Answers
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.question_list import MOST_BY_HAND
from decision_aid.summary.summary import Summary, SummaryQuestion
from decision_aid.views.folded import folded
from decision_aid.views.html import show_html


def add(aid: Aid, answers: Answers, summary: Summary) -> None:
    """What opens to add a question, as long as the list has room for one; and whether it has."""
    app, full = aid.words.app, len(summary.questions) >= MOST_BY_HAND
    no_more_of_ones_own = full or len(answers.question_edits.own) >= MOST_QUESTIONS
    if no_more_of_ones_own:
        st.markdown(app["questions_full"])
    more = len(summary.more)
    if room := folded(answers, "add", app["add_more"].format(number=more) if more else app["add_one"]):
        with room:
            if not no_more_of_ones_own:
                _own(aid)
            _offered(aid, app["more_questions"], summary.more, full)
            _offered(aid, app["removed_questions"], summary.removed, full)


def _own(aid: Aid) -> None:
    app = aid.words.app
    with st.form("own_question", clear_on_submit=True, border=False):
        st.text_input(app["own_question"], key="own_question.text", max_chars=LONGEST_QUESTION)
        st.form_submit_button(app["add_question"], on_click=session.submit, args=("own_question.text", editing.add))


def _offered(aid: Aid, heading: str, questions: tuple[SummaryQuestion, ...], full: bool) -> None:
    """Questions that are not on the list, each with a way onto it."""
    if questions:
        st.subheader(heading, anchor=False)
    for question in questions:
        with st.container(key=f"offered-{question.id}"):
            told = Markup('<p class="asked">{}</p><p class="because">{}</p>')
            show_html(told.format(question.text, question.because))
            if not full:
                put = _put(aid, question.id)
                st.button(aid.words.app["put_on_list"], key=f"put.{question.id}", on_click=session.keep, args=(put,))


def _put(aid: Aid, name: str) -> Callable[[Answers], Answers]:
    return lambda before: editing.put_on_list(aid, before, name)
