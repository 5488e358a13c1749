"""An address that no page has or had: our words in the page's language, and the way to the first page.

Streamlit itself would open an English dialog over the first page. So the address becomes a page, which is in no menu.
"""

from functools import partial

import streamlit as st
from streamlit.navigation.page import Page

from decision_aid import address, reader
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, NOWHERE, PAGES, page_at
from decision_aid.views.heading import heading


def pages_of_nothing(aid: Aid) -> list[Page]:
    """The page at the address that the browser is at, if no page of ours is there; else none.

    Where the aid is served below a path, the end of that is no page either. Streamlit then opens the first page.
    """
    name = reader.page_name()
    is_no_name = name != name.strip() or "/" in name or address.escaped_answers(name)
    if not name or is_no_name or page_at(name):
        return []
    return [st.Page(partial(no_page, aid), url_path=name, title=aid.words.app["no_page"], visibility="hidden")]


def no_page(aid: Aid) -> None:
    """Say that there is nothing at this address."""
    app = aid.words.app
    heading(aid, NOWHERE, app["no_page"], app["no_page.why"])
    with st.container(key="next", width="content"):  # looks like the way on of other pages
        st.page_link(PAGES[FIRST].file, label=app["no_page.first"])
