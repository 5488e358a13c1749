"""How the list leaves: on paper, as a file, in a message, in the calendar, to the doctor."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from markupsafe import Markup

from decision_aid import reader
from decision_aid.exports.blocks import Item, blocks, closing
from decision_aid.exports.fhir import bundle, transaction
from decision_aid.exports.page import STYLE, html_page, sheets
from decision_aid.exports.pdf import paper_for, pdf, undrawable
from decision_aid.exports.summary import Summary, summarize
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import appointment, handing_over, mailing, prose
from decision_aid.views.browser_button import copy_button, print_button
from decision_aid.views.folded import folded
from decision_aid.views.html import show_html

MOST_LETTERS = 20


def at_hand(aid: Aid, summary: Summary) -> None:
    """What most people take: a PDF, or the text. Printing is the way on, in the foot. All is made on the press."""
    app, paper = aid.words.app, paper_for(reader.locale())
    with st.container(horizontal=True, key="taking"):
        _file(app["download_pdf"], partial(pdf, aid, summary, paper), "my-questions.pdf", "application/pdf")
        text = partial(plain_text, aid, summary)
        copy_button(app["copy_text"], app["hand.copied"], text, key="copy_text", failed=app["hand.not_copied"])
    if lacking := undrawable(aid, summary):
        st.text(app["pdf_lacks"].format(letters=" ".join(lacking[:MOST_LETTERS])))


def more_ways(aid: Aid, answers: Answers, summary: Summary) -> None:
    """The other ways to take the list along, the most used first."""
    app = aid.words.app
    if room := folded(answers, "take", app["take.more"]):
        with room, st.container(key="taking-more"):
            mailing.show(aid, summary)
            appointment.show(aid, answers, summary)
            handing_over.show(aid, answers)
            _as_files(aid, summary)


def _as_files(aid: Aid, summary: Summary) -> None:
    app = aid.words.app
    st.subheader(app["take.files"], anchor=False)
    with st.container(horizontal=True):
        _file(app["download_text"], partial(plain_text, aid, summary), "my-questions.txt", "text/plain")
        _file(app["download_page"], partial(html_page, aid, summary), "my-questions.html", "text/html")
    st.subheader(app["take.record"], anchor=False)
    st.markdown(app["take.record_why"])
    with st.container(horizontal=True):
        kind = "application/fhir+json"
        _file(app["download_fhir"], partial(bundle, aid, summary), "my-answers.fhir.json", kind)
        for_server = partial(transaction, aid, summary)
        _file(app["download_fhir_server"], for_server, "my-answers.transaction.fhir.json", kind)


def _file(label: str, made: Callable[[], str | bytes], name: str, mime: str) -> None:
    st.download_button(label, made, name, mime, on_click="ignore", key=f"download.{name}")


def print_out(aid: Aid, answers: Answers) -> None:
    """The button that prints the sheets. Whoever prints by the browser's menu gets the page with its questions."""
    print_button(aid.words.app["print"], partial(_on_paper, aid, answers), key="print")


def _on_paper(aid: Aid, answers: Answers) -> Markup:
    """What the button prints in place of the page: the same sheets as the web page."""
    style = Markup("<style>{}</style>").format(Markup(STYLE))  # noqa: S704 (our own file)
    return style + sheets(aid, summarize(aid, answers, reader.today()), title="p")


def rest(aid: Aid, answers: Answers) -> None:
    """What else to tell the team, and what else leaves with the questions: the other blocks of the summary."""
    if room := prose.folded_section(aid, answers, "questions", "tell_team"):
        summary = summarize(aid, answers, reader.today())
        with room:
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
