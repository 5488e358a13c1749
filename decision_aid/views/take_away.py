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
from decision_aid.exports.summary import Summary
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import appointment, handing_over, mailing
from decision_aid.views.browser_button import copy_button, print_button
from decision_aid.views.html import show_figure, show_html, show_style

ANCHOR = "take-it"
MOST_LETTERS = 20


def way_there(aid: Aid) -> None:
    """A link past the list to the ways to take it along, which are far down on a phone."""
    show_html(Markup('<p><a href="#{}" target="_self">{}</a></p>').format(ANCHOR, aid.words.app["take_it"]))


def take_away(aid: Aid, answers: Answers, summary: Summary) -> None:
    """The ways to take the list along, the most used first. What a button gives is made when it is pressed."""
    app = aid.words.app
    with st.container(key="taking"):
        st.header(app["take_it"], anchor=ANCHOR)
        _group(app["take.paper"])
        with st.container(horizontal=True):
            print_button(app["print"], key="print")
            paper = paper_for(reader.locale())
            _file(app["download_pdf"], partial(pdf, aid, summary, paper), "my-questions.pdf", "application/pdf")
        if lacking := undrawable(aid, summary):
            st.text(app["pdf_lacks"].format(letters=" ".join(lacking[:MOST_LETTERS])))
        _group(app["take.message"])
        with st.container(horizontal=True):
            text = partial(plain_text, aid, summary)
            copy_button(app["copy_text"], app["hand.copied"], text, key="copy_text", failed=app["hand.not_copied"])
            _file(app["download_text"], text, "my-questions.txt", "text/plain")
            _file(app["download_page"], partial(html_page, aid, summary), "my-questions.html", "text/html")
        mailing.show(aid, summary)
        _group(app["take.calendar"])
        appointment.show(aid, answers, summary)
        handing_over.show(aid, answers)
        _group(app["take.record"])
        st.markdown(app["take.record_why"])
        with st.container(horizontal=True):
            kind = "application/fhir+json"
            _file(app["download_fhir"], partial(bundle, aid, summary), "my-answers.fhir.json", kind)
            for_server = partial(transaction, aid, summary)
            _file(app["download_fhir_server"], for_server, "my-answers.transaction.fhir.json", kind)


def _group(heading: str) -> None:
    st.subheader(heading, anchor=False)


def _file(label: str, made: Callable[[], str | bytes], name: str, mime: str) -> None:
    st.download_button(label, made, name, mime, on_click="ignore", key=f"download.{name}")


def print_form(aid: Aid, summary: Summary) -> None:
    """What the browser prints in place of this page: the same sheets as the web page. Not seen on the screen."""
    show_style(STYLE)
    show_figure(sheets(aid, summary, title="p"))


def rest(aid: Aid, summary: Summary) -> None:
    """What leaves with the questions: the other blocks of the summary."""
    for block in blocks(aid, summary):
        if not block.numbered:
            lines = Markup().join(_line(item) for item in block.items)
            show_html(Markup('<section class="taken"><h2>{}</h2><ul>{}</ul></section>').format(block.heading, lines))
    st.caption(closing(aid, summary))


def _line(item: Item) -> Markup:
    if not item.under:
        return Markup("<li>{}</li>").format(item.text)
    return Markup("<li>{} <strong>{}</strong></li>").format(item.text, item.under)
