"""An address that a page had before: it leads to the page, and what a link brings arrives there too."""

from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import Page

from decision_aid import address, session
from decision_aid.model.aid import Aid
from decision_aid.views import answer_import


def move_on(aid: Aid, page: Page) -> NoReturn:
    """Open the page. Streamlit drops query and fragment on the way, so the answers of a link are received first."""
    if address.brings_answers() and session.pending() is None:
        answer_import.arrivals(aid, session.answers())
        st.stop()
    st.switch_page(page)
