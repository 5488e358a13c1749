"""The frame of every page: above the content style, steps, display settings and urgent advice; below it the foot."""

import streamlit as st
from markupsafe import Markup

from decision_aid import reader, served, style
from decision_aid.booklet import location
from decision_aid.exports.pdf import paper_for
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import FIRST, PAGES, STEPS
from decision_aid.reasoning.freshness import is_review_overdue
from decision_aid.reasoning.safety import red_flags
from decision_aid.session import mirroring
from decision_aid.views import (
    answer_effects,
    answer_import,
    courier,
    failures,
    foot,
    heading,
    my_display,
    page_language,
    read_aloud,
    service,
    steps,
    urgent,
)
from decision_aid.views.html import show_html, show_style
from decision_aid.wording.dates import day


def open_page(aid: Aid, answers: Answers, here: str) -> None:
    """Everything above a page's own content. The screens of a step draw their own title and urgent advice, as they
    change without the frame; NOWHERE draws its own title.
    """
    failures.keep_messages_out_of_log()
    words, app = aid.words.pages.get(here), aid.words.app
    st.set_page_config(
        page_title=f"{words.menu if words else app['no_page']} – {app['name']}", page_icon="🦴", layout="wide"
    )
    show_style(style.page_style(here, aid.site.accent, served.by_this_server().style_sheet))
    courier.draw_once(here or FIRST)
    with st.container(key="steps"):
        service.head(aid)
        steps.steps(aid, here)
        my_display.my_display(aid, answers)
        read_aloud.reader(aid, here)
    if red_flags(aid, answers) and here not in STEPS:
        urgent.advice(aid, answers)
    if is_review_overdue(aid, reader.today()):
        _review_due(aid)
    if words and here not in STEPS:
        heading.heading(aid, here, words.title, words.purpose)
    answer_import.arrivals(aid, answers)
    page_language.apply(aid, answers.look)
    answer_effects.watch()


def _review_due(aid: Aid) -> None:
    """A calm note that the evidence may be out of date, and whom to ask."""
    text = aid.words.app["review_due"].format(date=day(aid, aid.decision.next_review))
    show_html(Markup('<p class="review-due" role="note">{}</p>').format(text))


def close_page(aid: Aid, here: str) -> None:
    """Everything below a page's own content. The screens of a step draw their own foot."""
    if here in PAGES and here not in STEPS:
        foot.foot(aid, here)
    app = aid.words.app
    keeps_nothing = app["mirror.keeps_nothing"].format(more=app["take.more"])
    address = location.address(aid.words.language, paper_for(reader.locale()), served.by_this_server().booklet)
    paper = {"words": aid.words.booklet.on_one_page, "address": address} if address else {}
    mirroring.mirror(app["away"], keeps_nothing, paper)
