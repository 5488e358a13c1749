"""An address that no page has or had: our words in the page's language, and the way to the first page.

Streamlit itself would open an English dialog over the first page. So the address becomes a page, which is in no menu.
"""

import re
from functools import partial
from urllib.parse import unquote, urlsplit

import streamlit as st
from streamlit.navigation.page import Page

from decision_aid import reader
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, MOVED, PAGES
from decision_aid.views.heading import heading

_NAME = re.compile(r"[\w.-]+")


def pages_of_nothing(aid: Aid) -> list[Page]:
    """The page at the address that the browser is at, if no page of ours is there; else none.

    Where the aid is served below a path, the end of that is no page either. Streamlit then opens the first page.
    """
    name = unquote(urlsplit(reader.page_address()).path.rstrip("/").rpartition("/")[2])
    if name in PAGES or name in MOVED or not _NAME.fullmatch(name):
        return []
    return [st.Page(partial(no_page, aid), url_path=name, title=aid.words.app["no_page"], visibility="hidden")]


def no_page(aid: Aid) -> None:
    """Say that there is nothing at this address."""
    app = aid.words.app
    heading(aid, "no_page", app["no_page"], app["no_page.why"])
    with st.container(key="next", width="content"):  # looks like the way on of other pages
        st.page_link(PAGES[FIRST].file, label=app["no_page.first"])
