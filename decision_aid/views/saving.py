"""The button that saves all answers in a file."""

from functools import partial

import streamlit as st

from decision_aid import reader
from decision_aid.exports.save_file import NAME, save_file
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers


def save_button(aid: Aid, answers: Answers, key: str) -> None:
    """The file is made when the button is pressed, not each time the page is drawn."""
    made = partial(save_file, aid, answers, reader.today())
    st.download_button(aid.words.app["save.button"], made, NAME, "application/json", on_click="ignore", key=key)
