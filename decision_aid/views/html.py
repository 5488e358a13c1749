"""The only module that sends HTML to the page. It takes Markup, in which all text is escaped, and our own styles.

Streamlit itself would render any text as HTML. The type checker refuses unescaped text; should some get here all the
same, it is shown as text.
"""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup, escape


def show_html(html: Markup) -> None:
    """Show HTML without drawings: Streamlit removes every SVG from it."""
    st.html(escape(html))


def show_note(text: str) -> None:
    """Show a quiet line without Markdown. Streamlit's caption takes about twice as long to draw."""
    show_html(Markup('<p class="note">{}</p>').format(text))


def show_list(lines: Iterable[Markup | str], style: str = "") -> None:
    """Show a list; each line is Markup or plain text. `style`: its CSS class."""
    items = Markup().join(Markup("<li>{}</li>").format(line) for line in lines)
    show_html(Markup('<ul class="{}">{}</ul>').format(style, items))


def show_figure(html: Markup) -> None:
    """Show HTML with drawings: Markdown keeps SVG, but a blank line would end the HTML, so line breaks are escaped."""
    on_one_line = escape(html).replace("\r", Markup("&#13;")).replace("\n", Markup("&#10;"))
    st.markdown(on_one_line, unsafe_allow_html=True, anchors=False)


def show_style(css: str) -> None:
    """Add a style sheet of our own. Given a file, Streamlit would open it on every run of every tab."""
    st.html(f"<style>{css}</style>")


def show_prose(text: Markup) -> None:
    """Show Markdown with HTML of our own, such as a link to a term; HTML that an author typed is shown as text."""
    st.markdown(escape(text), unsafe_allow_html=True)
