"""The sections of a page's own words, with their pictures."""

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views.folded import folded
from decision_aid.views.glossary import linked_sections
from decision_aid.views.html import show_figure, show_prose


def sections(aid: Aid, page: str, *names: str) -> None:
    """The named sections of a page in the order given, or all of them in the order of the content."""
    for name in names or aid.words.pages[page].sections:
        section(aid, page, name)


def section(aid: Aid, page: str, name: str) -> None:
    """One section: heading, picture, text; as a call-out where it opens with a word of its own.

    A section that has a short text shows that first, and its text once "Tell me more" is opened.
    """
    words = aid.words.pages[page].sections[name]
    short, text = linked_sections(aid, page)[name]
    with st.container(key=f"section-{page}-{name}" if not words.opens else f"callout-{page}-{name}"):
        if words.heading:
            st.header(words.heading, anchor=False)
        with st.container() if not words.picture else _beside(aid, words.picture):
            show_prose(_told(aid, page, name, short, text, session.answers().look.details))


def folded_section(aid: Aid, answers: Answers, page: str, name: str) -> DeltaGenerator | None:
    """A section that opens by its heading, and then the room below its text."""
    words = aid.words.pages[page]
    room = folded(answers, f"{page}-{name}", words.sections[name].heading or words.title)
    if room:
        with room:
            show_prose(linked_sections(aid, page)[name][1])
    return room


def _told(aid: Aid, page: str, name: str, short: Markup, text: Markup, opened: bool) -> Markup:
    words = aid.words.pages[page]
    section = words.sections[name]
    if section.opens:
        return Markup("**{}.** {}").format(section.opens, text)
    if not short:
        return text
    return Markup(
        '{short}\n\n<details{opened}><summary>{more}<span class="visually-hidden">: {about}</span></summary>'
        "\n\n{text}\n\n</details>"
    ).format(
        opened=Markup(" open") if opened else "",
        short=short,
        more=aid.words.app["more"],
        about=section.heading or words.title,
        text=text,
    )


def _beside(aid: Aid, name: str) -> DeltaGenerator:
    """Room for text, with a picture to the right of it; below it on a narrow screen."""
    room, frame = st.columns([3, 2], gap="large")
    with frame:
        picture(aid, name)
    return room


def picture(aid: Aid, name: str) -> None:
    """One of the aid's own drawings, in the colour of the text, with its description for those who cannot see it."""
    show_figure(drawing(aid, name))


def drawing(aid: Aid, name: str) -> Markup:
    """The same as HTML."""
    opening = Markup('<svg role="img" aria-label="{}" ').format(aid.words.pictures[name])
    return Markup('<figure class="drawing">{}</figure>').format(aid.pictures[name].replace("<svg ", opening, 1))
