"""The sections of a page's own words, with their pictures."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views.expander import expander
from decision_aid.views.glossary import linked_sections
from decision_aid.views.html import show_figure, show_prose


def sections(aid: Aid, page: str, *names: str) -> None:
    """The named sections of a page, in this order."""
    for name in names:
        section(aid, page, name)


def section(aid: Aid, page: str, name: str) -> None:
    """One section: heading, picture, text; a call-out if it has an opening word, such as "Remember"."""
    words = aid.words.pages[page].sections[name]
    with st.container(key=f"section-{page}-{name}" if not words.opens else f"callout-{page}-{name}"):
        if words.heading:
            st.header(words.heading, anchor=False)
        _text(aid, page, name)


def fold(aid: Aid, answers: Answers, page: str, name: str, then: Callable[[], None] | None = None) -> None:
    """A section in an expander under its heading; `then` draws what follows its text."""
    words = aid.words.pages[page]
    if part := expander(answers, f"{page}-{name}", words.sections[name].heading or words.title):
        with part:
            _text(aid, page, name)
            if then:
                then()


def _text(aid: Aid, page: str, name: str) -> None:
    words, text = aid.words.pages[page].sections[name], linked_sections(aid, page)[name]
    with st.container() if not words.picture else _beside(aid, words.picture):
        show_prose(Markup("**{}.** {}").format(words.opens, text) if words.opens else text)


def _beside(aid: Aid, name: str) -> DeltaGenerator:
    """A container for text, with a picture to its right, or below it on a narrow screen."""
    container, frame = st.columns([3, 2], gap="large")
    with frame:
        picture(aid, name)
    return container


def picture(aid: Aid, name: str) -> None:
    """Show one of the aid's drawings in the color of the text, with its description as the alternative text."""
    show_figure(drawing(aid, name))


def drawing(aid: Aid, name: str) -> Markup:
    """A drawing with its description, as HTML."""
    opening = Markup('<svg role="img" aria-label="{}" ').format(aid.words.pictures[name])
    return Markup('<figure class="drawing">{}</figure>').format(aid.pictures[name].replace("<svg ", opening, 1))
