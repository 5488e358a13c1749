"""The heading of a screen: its title and one or two sentences. It gets the focus when the screen opens."""

import streamlit as st
from markupsafe import Markup

from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.views.html import show_html

_arriving = component("arriving", js=read_beside(__file__, "heading.js"))


def heading(aid: Aid, screen: str, title: str, purpose: str, over: str = "") -> None:
    """The heading of a page or screen. `screen` is its unique id; when it changes, the focus goes to the title.

    `over`: a short line above the title.
    """
    if over:
        show_html(Markup('<p class="over">{}</p>').format(over))
    st.title(title, anchor=False)
    if purpose:
        show_html(Markup('<p class="purpose">{}</p>').format(purpose))
    _arriving(data={"screen": screen, "title": title, "name": aid.words.app["name"]}, key="arriving")
