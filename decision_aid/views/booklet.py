"""The buttons of the booklet: without answers for whoever takes one, and with the person's own."""

import streamlit as st

from decision_aid.booklet.pdf import LARGE_PRINT
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views.folded import folded
from decision_aid.views.leaving import save_button


def blank(aid: Aid, answers: Answers, page: str, told: str) -> None:
    """Behind a press: what it is, and the booklet without answers. `told` says more of it."""
    words = aid.words.booklet
    if room := folded(answers, f"{page}-booklet", words.heading):
        with room:
            st.markdown(told)
            _buttons(aid, "booklet", words.save)


def own(aid: Aid) -> None:
    """The booklet with what was answered."""
    st.subheader(aid.words.booklet.heading, anchor=False)
    st.markdown(aid.words.booklet.what)
    _buttons(aid, "own_booklet", aid.words.booklet.save_own)


def _buttons(aid: Aid, what: str, label: str) -> None:
    with st.container(horizontal=True):
        save_button(aid, label, what, key=what)
        save_button(aid, aid.words.booklet.save_large, what, key=f"{what}_large", of=LARGE_PRINT)
