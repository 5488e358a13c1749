"""The buttons that save the booklet, blank or with the person's answers."""

import streamlit as st

from decision_aid.booklet.pdf import LARGE_PRINT
from decision_aid.model.aid import Aid
from decision_aid.views.export_buttons import save_button


def blank(aid: Aid, description: str) -> None:
    """The booklet without answers; `description` says what it is."""
    st.markdown(description)
    _buttons(aid, "booklet", aid.words.booklet.save)


def with_answers(aid: Aid) -> None:
    """The booklet with the person's answers."""
    heading(aid)
    st.markdown(aid.words.booklet.what)
    _buttons(aid, "own_booklet", aid.words.booklet.save_own)


def heading(aid: Aid) -> None:
    """Its heading, for places with other sections."""
    st.subheader(aid.words.booklet.heading, anchor=False)


def _buttons(aid: Aid, what: str, label: str) -> None:
    with st.container(horizontal=True):
        save_button(aid, label, what)
        save_button(aid, aid.words.booklet.save_large, what, of=LARGE_PRINT)
