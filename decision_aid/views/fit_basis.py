"""What the preference fit rests on, for clinicians: the sums of this session, and a file of all figures."""

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import PAGES
from decision_aid.views.export_buttons import save_button
from decision_aid.views.sums_table import show_sums
from decision_aid.wording.interface_words import NO_SUMS


def links(aid: Aid, *pages: str) -> None:
    """Links to other pages of the aid, named as in the menu."""
    with st.container(horizontal=True):
        for page in pages:
            st.page_link(PAGES[page].file, label=aid.words.pages[page].menu, width="content")


def sums(aid: Aid, answers: Answers) -> None:
    """The sums for each kind of study; where there are none, what is missing."""
    app, outlook = aid.words.app, session.outlook()
    if outlook.obstacle and session.may_lack_answers():
        return
    if not answers.importance and not answers.own_reasons:
        st.markdown(app["clinicians.nothing"])
        return
    if outlook.obstacle:
        st.markdown(aid.words.variant(NO_SUMS, outlook.obstacle))
        return
    for comparator, gap in outlook.gaps.items():
        st.markdown(f"**{aid.words.comparators[comparator].name}.** {aid.words.variant(NO_SUMS, gap)}")
    if outlook.fits:
        show_sums(aid, outlook.fits)


def all_figures(aid: Aid) -> None:
    """Every figure as a file."""
    with st.container(key="tools-all-figures"):
        save_button(aid, aid.words.app["clinicians.evidence_file"], "evidence")
