"""Adding a question to the list: the person's own, a further one of the aid, or one that was removed."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_QUESTION, MOST_QUESTIONS, Answers
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.question_list import MOST_BY_HAND
from decision_aid.session.callbacks import uninterrupted
from decision_aid.summary.summary import Summary, SummaryQuestion
from decision_aid.views.expander import expander
from decision_aid.views.html import show_html


def add(aid: Aid, answers: Answers, summary: Summary) -> None:
    """Draw the expander for adding questions. While the list is full, say so and offer no button."""
    app, full = aid.words.app, len(summary.questions) >= MOST_BY_HAND
    no_room_for_own = full or len(answers.question_edits.own) >= MOST_QUESTIONS
    if no_room_for_own:
        st.markdown(app["questions_full"])
    further_count = len(summary.more)
    if part := expander(
        answers, "add", app["add_more"].format(number=further_count) if further_count else app["add_one"]
    ):
        with part:
            if not no_room_for_own:
                _own_question(aid)
            _offer(aid, app["more_questions"], summary.more, full)
            _offer(aid, app["removed_questions"], summary.removed, full)


def _own_question(aid: Aid) -> None:
    app = aid.words.app
    with st.form("own_question", clear_on_submit=True, border=False):
        st.text_input(app["own_question"], key="own_question.text", max_chars=LONGEST_QUESTION)
        st.form_submit_button(
            app["add_question"], on_click=uninterrupted(session.submit, "own_question.text", editing.add)
        )


def _offer(aid: Aid, heading: str, questions: tuple[SummaryQuestion, ...], full: bool) -> None:
    """Questions that are not on the list, each with a button that adds it while there is room."""
    if questions:
        st.subheader(heading, anchor=False)
    for question in questions:
        with st.container(key=f"offered-{question.id}"):
            html = Markup('<p class="asked">{}</p><p class="because">{}</p>')
            show_html(html.format(question.text, question.because))
            if not full:
                edit = _put_on_list(aid, question.id)
                st.button(
                    aid.words.app["put_on_list"],
                    key=f"put.{question.id}",
                    on_click=uninterrupted(session.keep, edit),
                )


def _put_on_list(aid: Aid, name: str) -> Callable[[Answers], Answers]:
    return lambda before: editing.put_on_list(aid, before, name)
