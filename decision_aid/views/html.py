"""The one door through which HTML goes to the page. It takes Markup, in which every text is escaped, and our styles.

Streamlit itself would take any text and obey it. A text that nobody escaped is refused by the type checker; should one
get here all the same, it is shown as text.
"""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup, escape


def as_is(name: str) -> Markup:
    """A name that no translator may change: one looks for the attribute, another for the class."""
    return Markup('<span translate="no" class="notranslate">{}</span>').format(name)


def show_html(html: Markup) -> None:
    """HTML without drawings: Streamlit takes every SVG out of it."""
    st.html(escape(html))


def show_note(text: str) -> None:
    """A quiet line without Markdown. A caption of Streamlit costs a page about twice as much to draw."""
    show_html(Markup('<p class="note">{}</p>').format(text))


def show_list(lines: Iterable[Markup | str], style: str = "") -> None:
    """Lines as a list, each of them Markup or plain text."""
    items = Markup().join(Markup("<li>{}</li>").format(line) for line in lines)
    show_html(Markup('<ul class="{}">{}</ul>').format(style, items))


def show_figure(html: Markup) -> None:
    """HTML with drawings in it: Markdown leaves SVG alone, but a blank line in it would end a piece of HTML."""
    on_one_line = escape(html).replace("\r", Markup("&#13;")).replace("\n", Markup("&#10;"))
    st.markdown(on_one_line, unsafe_allow_html=True, anchors=False)


def show_style(css: str) -> None:
    """One of our own style sheets. Given a file, Streamlit would open it on every run of every tab."""
    st.html(f"<style>{css}</style>")


def show_prose(text: Markup) -> None:
    """Markdown with HTML of our own in it, such as a link to a term; HTML that an author typed is shown as typed."""
    st.markdown(escape(text), unsafe_allow_html=True)
