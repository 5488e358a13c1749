"""Addresses that lead to a page: those that it had before, and its own in capitals.

What a link brings arrives there.
"""

from collections.abc import Mapping
from functools import partial
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import Page

from decision_aid import address, reader, session
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, MOVED, PAGES, page_at
from decision_aid.views import answer_import


def leading_on(aid: Aid, pages: Mapping[str, Page]) -> list[Page]:
    """A page for each of these addresses, in no menu. The first page has no address of its own, so its id is one."""
    here = reader.page_name()
    leading = {FIRST: FIRST, **MOVED}
    if here not in PAGES and (meant := page_at(here)):
        leading[here] = meant
    return [
        st.Page(partial(_move_on, aid, pages[page]), url_path=name, title=pages[page].title, visibility="hidden")
        for name, page in leading.items()
    ]


def _move_on(aid: Aid, page: Page) -> NoReturn:
    """Open the page, at the screen asked for. The rest of the address is dropped, so a link's answers come first."""
    if address.brings_answers() and session.pending() is None:
        answer_import.arrivals(aid, session.answers())
        st.stop()
    screen = address.screen()
    st.switch_page(page, query_params={address.SCREEN: screen} if screen else None)
