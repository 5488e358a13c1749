"""The question list on screen: read, move, reword, remove, add. It shows what the Summary holds."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.exports.summary import Summary, TakenQuestion
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_NOTE, LONGEST_QUESTION, MOST_QUESTIONS, Answers
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.question_list import MOST_BY_HAND
from decision_aid.views.after_an_answer import result
from decision_aid.views.html import show_html


def question_cards(aid: Aid, summary: Summary) -> None:
    """The questions to take along, in order, the first of them marked."""
    order = tuple(question.id for question in summary.questions)
    for number, question in enumerate(summary.questions, start=1):
        with st.container(border=True, key=f"question-{question.id}"):
            with result(f"question-{question.id}"):
                show_html(_told(aid, number, question))
            _tools(aid, question, order, number)


def _told(aid: Aid, number: int, question: TakenQuestion) -> Markup:
    mark = Markup('<span class="first">{}</span>')
    answered = mark.format(aid.words.app["answered"]) + " " if question.answered else ""
    noted = question.answered or question.note
    return Markup(
        '<div class="question"><p class="asked said">{number}. {text} {first}</p><p class="because">{because}{ask}</p>'
        '{note}<p class="note-line" aria-hidden="true"></p></div>'
    ).format(
        number=number,
        text=question.text,
        first=mark.format(aid.words.app["ask_first"]) if question.first else "",
        because=question.because,
        ask=f" {question.ask}." if question.ask else "",
        note=Markup('<p class="note">{}{}</p>').format(answered, question.note) if noted else "",
    )


def _tools(aid: Aid, question: TakenQuestion, order: tuple[str, ...], number: int) -> None:
    app, name = aid.words.app, question.id
    with st.container(horizontal=True, key=f"tools-{name}", gap="small"):
        up, down = app["move_up"].format(number=number), app["move_down"].format(number=number)
        _button(up, f"up.{name}", lambda before: editing.move(before, order, name, -1), off=number == 1)
        _button(down, f"down.{name}", lambda before: editing.move(before, order, name, +1), off=number == len(order))
        _button(app["remove"].format(number=number), f"remove.{name}", lambda before: editing.remove(before, name))
        own = st.popover(app["reword"].format(number=number), type="tertiary", key=f"own.{name}", on_change="rerun")
    if own.open:  # What is in a closed one would not get its values: the browser makes it when it opens.
        with own:
            _own_words(aid, question)


def _own_words(aid: Aid, question: TakenQuestion) -> None:
    app, name = aid.words.app, question.id
    words = session.bound(f"reword.{name}", question.text, lambda before, text: editing.reword(before, name, text))
    st.text_area(app["reword_label"], max_chars=LONGEST_QUESTION, **words)
    note = session.bound(f"note.{name}", question.note, lambda before, text: editing.note(before, name, text))
    st.text_area(app["note_label"], max_chars=LONGEST_NOTE, **note)
    done = session.bound(
        f"answered.{name}", question.answered, lambda before, ticked: editing.tick(before, name, ticked)
    )
    st.checkbox(app["answered"], **done)


def _button(label: str, key: str, change: Callable[[Answers], Answers], off: bool = False) -> None:
    st.button(label, key=key, type="tertiary", on_click=session.keep, args=(change,), disabled=off)


def add_own(aid: Aid, answers: Answers, summary: Summary) -> None:
    """A field for a question of the person's own, as long as the list has room for one."""
    app = aid.words.app
    if _full(summary) or len(answers.question_edits.own) >= MOST_QUESTIONS:
        st.markdown(app["questions_full"])
        return
    with st.form("own_question", clear_on_submit=True, border=False):
        st.text_input(app["own_question"], key="own_question.text", max_chars=LONGEST_QUESTION)
        st.form_submit_button(app["add_question"], on_click=session.submit, args=("own_question.text", editing.add))


def left_over(aid: Aid, summary: Summary) -> None:
    """Questions that did not fit and questions that were removed, each with a way onto the list once opened."""
    more, removed = aid.words.app["more_questions"], aid.words.app["removed_questions"]
    for name, heading, questions in (
        ("more_questions", more, summary.more),
        ("removed_questions", removed, summary.removed),
    ):
        if questions:
            room = st.expander(heading.format(number=len(questions)), on_change="rerun", **session.shown(name))
            if room.open:
                with room:
                    _offered(aid, questions, _full(summary))


def _full(summary: Summary) -> bool:
    return len(summary.questions) >= MOST_BY_HAND


def _offered(aid: Aid, questions: tuple[TakenQuestion, ...], full: bool) -> None:
    if full:
        st.markdown(aid.words.app["questions_full"])
    for question in questions:
        told = Markup('<p class="asked">{}</p><p class="because">{}</p>')
        show_html(told.format(question.text, question.because))
        if not full:
            _button(aid.words.app["put_on_list"], f"put.{question.id}", _put(aid, question.id))


def _put(aid: Aid, name: str) -> Callable[[Answers], Answers]:
    return lambda before: editing.put_on_list(aid, before, name)
