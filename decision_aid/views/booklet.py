"""The buttons of the booklet: without answers for whoever takes one, and with the person's own."""

import streamlit as st

from decision_aid.booklet.pdf import LARGE_PRINT
from decision_aid.model.aid import Aid
from decision_aid.views.leaving import save_button


def blank(aid: Aid, told: str) -> None:
    """The booklet without answers. `told` says what it is."""
    st.markdown(told)
    _buttons(aid, "booklet", aid.words.booklet.save)


def own(aid: Aid) -> None:
    """The booklet with what was answered."""
    heading(aid)
    st.markdown(aid.words.booklet.what)
    _buttons(aid, "own_booklet", aid.words.booklet.save_own)


def heading(aid: Aid) -> None:
    """Its heading, where it stands among others."""
    st.subheader(aid.words.booklet.heading, anchor=False)


def _buttons(aid: Aid, what: str, label: str) -> None:
    with st.container(horizontal=True):
        save_button(aid, label, what, key=what)
        save_button(aid, aid.words.booklet.save_large, what, key=f"{what}_large", of=LARGE_PRINT)
