"""How the list leaves: printed, as plain text, as a page to keep."""

from html import escape

import streamlit as st

from decision_aid.exports.blocks import Item, blocks, closing
from decision_aid.exports.page import html_page
from decision_aid.exports.summary import Summary
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid

_print_button = st.components.v2.component(
    "print_button",
    html='<button type="button"></button>',
    css="""
    button { font: inherit; font-weight: 600; min-height: 44px; padding: .4rem 1.1rem; cursor: pointer;
      border: 1px solid var(--st-primary-color); border-radius: 8px;
      background: var(--st-primary-color); color: var(--st-background-color); }
    button:focus-visible { outline: 3px solid var(--st-text-color); outline-offset: 2px; }
    """,
    js="""
    export default function ({ data, parentElement }) {
      const button = parentElement.querySelector("button")
      button.textContent = data.label
      button.onclick = () => window.print()
    }
    """,
)


def take_away(aid: Aid, summary: Summary) -> None:
    """The ways to take the list along."""
    app = aid.words.app
    forms = (
        ("download_page", html_page, "my-questions.html", "text/html"),
        ("download_text", plain_text, "my-questions.txt", "text/plain"),
    )
    with st.container(key="taking"):
        st.header(app["take_it"], anchor=False)
        with st.container(horizontal=True):
            _print_button(data={"label": app["print"]}, key="print", width="content", height="content")
            for key, rendering, file, mime in forms:
                st.download_button(app[key], rendering(aid, summary), file, mime, on_click="ignore", key=key)


def rest(aid: Aid, summary: Summary) -> None:
    """What leaves with the questions: the other blocks of the summary."""
    for block in blocks(aid, summary):
        if not block.numbered:
            lines = "".join(f"<li>{_line(item)}</li>" for item in block.items)
            st.html(f'<section class="taken"><h2>{escape(block.heading)}</h2><ul>{lines}</ul></section>')
    st.caption(closing(aid, summary))


def _line(item: Item) -> str:
    return f"{escape(item.text)} <strong>{escape(item.under)}</strong>" if item.under else escape(item.text)
