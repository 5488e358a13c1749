"""The head and foot of every page: style, urgent advice, step, title, purpose, back and next, dates."""

import streamlit as st
from markupsafe import Markup

from decision_aid import reader, session
from decision_aid.components import beside
from decision_aid.exports.dates import day
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import FIRST, PAGES, STEPS, WARNING_SIGNS
from decision_aid.reasoning.freshness import overdue
from decision_aid.reasoning.safety import red_flags
from decision_aid.views import (
    after_an_answer,
    failures,
    glossary,
    my_display,
    opening,
    page_language,
    read_aloud,
    urgent,
)
from decision_aid.views.html import show_figure, show_html, show_style

STYLE = beside(__file__, "style.css")


def open_page(aid: Aid, answers: Answers, here: str) -> None:
    """Everything above a page's own content. The page that asks about red flags answers them itself."""
    failures.keep_out_of_log()
    words, app = aid.words.pages[here], aid.words.app
    st.set_page_config(page_title=f"{words.menu} – {app['name']}", page_icon="🦴", layout="wide")
    show_style(STYLE)
    my_display.my_display(aid, answers)
    if red_flags(aid, answers) and here != WARNING_SIGNS:
        urgent.advice(aid, answers)
    if overdue(aid, reader.today()):
        _review_due(aid)
    if here in STEPS:
        st.caption(app["step"].format(number=STEPS.index(here) + 1, total=len(STEPS)))
    st.title(words.title, anchor=False)
    show_figure(Markup('<p class="purpose">{}</p>').format(words.purpose))
    read_aloud.reader(aid, here)
    opening.arrivals(aid, answers)
    page_language.settle(aid, here, answers.look)
    after_an_answer.watch()


def _review_due(aid: Aid) -> None:
    """Says calmly that the evidence may be out of date, and whom to ask."""
    told = aid.words.app["review_due"].format(date=day(aid, aid.decision.next_review))
    show_html(Markup('<p class="review-due" role="note">{}</p>').format(told))


def close_page(aid: Aid, here: str) -> None:
    """Everything below a page's own content."""
    glossary.words_on_this_page(aid, here)
    with st.container(key="foot"):
        with st.container(horizontal=True, key="back_and_next"):
            before, after = _neighbours(here)
            if before:
                with st.container(key="back", width="content"):
                    st.page_link(PAGES[before].file, label=aid.words.app["back"])
            if after:
                label = aid.words.app["next"].format(page=aid.words.pages[after].menu)
                with st.container(key="next", width="content"):
                    st.page_link(PAGES[after].file, label=label)
        _clear(aid)
        st.caption(_imprint(aid))
    session.mirror(aid.words.app["away"])


def _clear(aid: Aid) -> None:
    """A way to forget everything at once, with a second word so that no slip does it."""
    app = aid.words.app
    with st.popover(app["clear"], type="tertiary"):
        st.markdown(app["clear.what"])
        st.button(app["clear.sure"], key="clear", on_click=session.clear)


def _neighbours(here: str) -> tuple[str | None, str | None]:
    if here not in STEPS:
        return FIRST, None
    place = STEPS.index(here)
    return (STEPS[place - 1] if place else None, STEPS[place + 1] if place + 1 < len(STEPS) else None)


def _imprint(aid: Aid) -> str:
    decision, app = aid.decision, aid.words.app
    return app["imprint"].format(
        version=decision.version,
        evidence_date=day(aid, decision.evidence_updated),
        next_review=day(aid, decision.next_review),
    )
