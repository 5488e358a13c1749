"""The sections of a page's own words, with their pictures."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.views.glossary import linked_sections


def sections(aid: Aid, page: str, *names: str) -> None:
    """The named sections of a page in the order given, or all of them in the order of the content."""
    for name in names or aid.words.pages[page].sections:
        section(aid, page, name)


def section(aid: Aid, page: str, name: str) -> None:
    """One section: heading, picture, text; as a call-out where it opens with a word of its own.

    In the short layer, a section that has a short text shows that first, and its text once "Tell me more" is opened.
    """
    words = aid.words.pages[page].sections[name]
    short, text = linked_sections(aid, page, session.answers().look.layer)[name]
    with st.container(key=f"section-{page}-{name}" if not words.opens else f"callout-{page}-{name}"):
        if words.heading:
            st.header(words.heading, anchor=False)
        told = st.container() if not words.picture else _beside(aid, words.picture)
        told.markdown(_told(aid, page, name, short, text), unsafe_allow_html=True)


def _told(aid: Aid, page: str, name: str, short: str, text: str) -> str:
    words = aid.words.pages[page]
    section = words.sections[name]
    if section.opens:
        return f"**{section.opens}.** {text}"
    if not short:
        return text
    about = escape(section.heading or words.title)
    more = f'{aid.words.app["more"]}<span class="visually-hidden">: {about}</span>'
    return f"{short}\n\n<details><summary>{more}</summary>\n\n{text}\n\n</details>"


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
