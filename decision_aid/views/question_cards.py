"""The question list as cards, each with one menu to move, reword, annotate and remove the question."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_NOTE, LONGEST_QUESTION, Answers
from decision_aid.reasoning import question_editing as editing
from decision_aid.session.callbacks import uninterrupted
from decision_aid.summary.summary import Summary, SummaryQuestion
from decision_aid.views.answer_effects import result
from decision_aid.views.html import show_html

WRITING = "question"
"""Session key: which question has an open text field; at most one has."""
Order = tuple[str, ...]
Act = Callable[[Answers, Order, str], Answers]
ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "up": lambda before, order, name: editing.move(before, order, name, -1),
        "down": lambda before, order, name: editing.move(before, order, name, +1),
        "remove": lambda before, _, name: editing.remove(before, name),
    }
)
"""Acts of the menu that need no text. "reword" and "note" open a text field."""


def question_cards(aid: Aid, summary: Summary) -> None:
    """The questions in order; those to ask first are marked."""
    order = tuple(question.id for question in summary.questions)
    for number, question in enumerate(summary.questions, start=1):
        with result(f"question-{question.id}"):
            show_html(_card(aid, number, question))
            _writing(aid, question)  # before the menu, so that the focus goes to the menu once this has closed
            _menu(aid, order, number)


def _card(aid: Aid, number: int, question: SummaryQuestion) -> Markup:
    mark = Markup('<span class="first">{}</span>')
    answered = mark.format(aid.words.app["answered"]) + " " if question.answered else ""
    noted = question.answered or question.note
    return Markup(
        '<div class="question"><p class="asked said"><span class="number">{number}</span> {text} {first}</p>'
        '<p class="because">{because}{ask}</p>{note}<p class="note-line" aria-hidden="true"></p></div>'
    ).format(
        number=number,
        text=question.text,
        first=mark.format(aid.words.app["ask_first"]) if question.first else "",
        because=question.because,
        ask=f" {question.ask}." if question.ask else "",
        note=Markup('<p class="note">{}{}</p>').format(answered, question.note) if noted else "",
    )


def _writing(aid: Aid, question: SummaryQuestion) -> None:
    """A text field for the person's own wording, or for a note, once the menu has opened it."""
    app, name = aid.words.app, question.id
    opened = session.opened_item(WRITING)
    if opened not in (f"{name}.reword", f"{name}.note"):
        return
    with st.container(key=f"writing-{opened}"):
        if opened == f"{name}.reword":
            words = session.bind(f"reword.{name}", question.text, lambda before, new: editing.reword(before, name, new))
            st.text_area(app["reword_label"], max_chars=LONGEST_QUESTION, height=120, **words)
        else:
            note = session.bind(f"note.{name}", question.note, lambda before, new: editing.note(before, name, new))
            st.text_area(app["note_label"], max_chars=LONGEST_NOTE, height=120, **note)
            done = session.bind(
                f"answered.{name}", question.answered, lambda before, ticked: editing.tick(before, name, ticked)
            )
            st.checkbox(app["answered"], **done)
        st.button(app["done"], key=f"done.{name}", on_click=uninterrupted(session.open_item, WRITING, ""))


def _menu(aid: Aid, order: Order, number: int) -> None:
    """One menu for all that can be done with a question. Its label names the question."""
    app, name = aid.words.app, order[number - 1]
    labels = {
        "up": app["move_up"],
        "down": app["move_down"],
        "reword": app["reword"],
        "note": app["add_note"],
        "remove": app["remove"],
    }
    possible = [act for act in labels if (act, number) not in (("up", 1), ("down", len(order)))]
    st.menu_button(
        app["question_menu"].format(number=number),
        possible,
        format_func=labels.__getitem__,
        key=f"menu.{name}",
        on_click=uninterrupted(_do, order, name),
    )


def _do(order: Order, name: str) -> None:
    """Do what was picked in the menu of a question."""
    picked = session.widget_value(f"menu.{name}")
    session.open_item(WRITING, "" if picked in ACTS else f"{name}.{picked}")
    if picked in ACTS:
        session.keep(lambda before: ACTS[picked](before, order, name))
