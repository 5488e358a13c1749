"""What a screen is about: its title, and one or two sentences. Who comes to it begins here."""

import streamlit as st
from markupsafe import Markup

from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.views.html import show_html

_arriving = component("arriving", js=read_beside(__file__, "arriving.js"))


def heading(aid: Aid, place: str, title: str, purpose: str, over: str = "") -> None:
    """The title of a page or screen. `place` is its name among all: where it changes, the focus goes to the title."""
    if over:
        show_html(Markup('<p class="over">{}</p>').format(over))
    st.title(title, anchor=False)
    if purpose:
        show_html(Markup('<p class="purpose">{}</p>').format(purpose))
    _arriving(data={"place": place, "title": title, "name": aid.words.app["name"]}, key="arriving")
