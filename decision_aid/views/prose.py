"""The sections of a page's own words, with their pictures."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from decision_aid.model.aid import Aid


def sections(aid: Aid, page: str, *names: str) -> None:
    """The named sections of a page in the order given, or all of them in the order of the content."""
    for name in names or aid.words.pages[page].sections:
        section(aid, page, name)


def section(aid: Aid, page: str, name: str) -> None:
    """One section: heading, picture, text; as a call-out where it opens with a word of its own."""
    words = aid.words.pages[page].sections[name]
    with st.container(key=f"section-{page}-{name}" if not words.opens else f"callout-{page}-{name}"):
        if words.heading:
            st.header(words.heading, anchor=False)
        told = st.container() if not words.picture else _beside(aid, words.picture)
        told.markdown(f"**{words.opens}.** {words.text}" if words.opens else words.text)


def _beside(aid: Aid, name: str) -> DeltaGenerator:
    """Room for text, with a picture to the right of it; below it on a narrow screen."""
    room, frame = st.columns([3, 2], gap="large")
    with frame:
        picture(aid, name)
    return room


def picture(aid: Aid, name: str) -> None:
    """One of the aid's own drawings, in the colour of the text, with its description for those who cannot see it."""
    drawing = aid.pictures[name].replace("<svg ", f'<svg role="img" aria-label="{aid.words.pictures[name]}" ', 1)
    st.markdown(f'<figure class="drawing">{drawing}</figure>', unsafe_allow_html=True)
