"""Ways to take the list along: on paper, as a file, in a message, in the calendar, to the doctor."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from decision_aid import reader
from decision_aid.exports.pdf import undrawable_letters
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.summary.blocks import Item, blocks, closing
from decision_aid.summary.summary import Summary, summarize
from decision_aid.views import appointment, booklet, handover, mail, prose
from decision_aid.views.expander import expander
from decision_aid.views.export_buttons import copy_button, print_button, save_button
from decision_aid.views.html import show_html

MOST_LETTERS = 20


def main_ways(aid: Aid, summary: Summary) -> None:
    """The main ways: a PDF, or the text. Printing is in the foot. All is made when pressed."""
    app = aid.words.app
    with st.container(horizontal=True, key="taking"):
        save_button(aid, app["download_pdf"], "pdf")
        copy_button(aid, app["copy_text"], "text", "copy_text", app["hand.copied"], app["take.not_copied"])
    if missing := undrawable_letters(aid, summary):
        st.text(app["pdf_lacks"].format(letters=" ".join(missing[:MOST_LETTERS])))


def more_ways(aid: Aid, answers: Answers) -> None:
    """An expander with the other ways to take the list along, the most used first."""
    app = aid.words.app
    if part := expander(answers, "take", app["take.more"]):
        with part, st.container(key="taking-more"):
            mail.show(aid)
            appointment.show(aid, answers)
            handover.show(aid, answers)
            booklet.with_answers(aid)
            _as_files(aid)


def _as_files(aid: Aid) -> None:
    app = aid.words.app
    st.subheader(app["take.files"], anchor=False)
    with st.container(horizontal=True):
        save_button(aid, app["download_text"], "text")
        save_button(aid, app["download_page"], "page")
    st.subheader(app["take.record"], anchor=False)
    st.markdown(app["take.record_why"])
    with st.container(horizontal=True):
        save_button(aid, app["download_fhir"], "fhir")
        save_button(aid, app["download_fhir_server"], "fhir_server")


def print_out(aid: Aid, answers: Answers) -> None:
    """The button that prints the sheets. The browser's own print command prints the page instead."""
    print_button(aid, aid.words.app["print"], key="print")


def tell_team(aid: Aid, answers: Answers) -> None:
    """An expander with what else to tell the team: the other blocks of the summary, which are exported too."""
    prose.fold(aid, answers, "questions", "tell_team", partial(_blocks, aid, answers))


def _blocks(aid: Aid, answers: Answers) -> None:
    summary = summarize(aid, answers, reader.today())
    for block in blocks(aid, summary):
        if not block.numbered:
            lines = Markup().join(_line(item) for item in block.items)
            section = Markup('<section class="taken"><h3>{}</h3><ul>{}</ul></section>')
            show_html(section.format(block.heading, lines))
    st.caption(closing(aid, summary))


def _line(item: Item) -> Markup:
    if not item.under:
        return Markup("<li>{}</li>").format(item.text)
    return Markup("<li>{} <strong>{}</strong></li>").format(item.text, item.under)
