"""What the address asks for: a language, and a screen of a step. No answer of a person ever stands in it."""

import re
from urllib.parse import unquote

import streamlit as st

LANGUAGE = "lang"
"""`?lang=es`: someone opened that address, or came by such a link."""
SCREEN = "at"
"""`?at=break`: each screen of a step has its own place in the browser's history, so that Back goes one screen back."""

ESCAPED = re.compile(r"#answers(=|%3d).*", re.IGNORECASE | re.DOTALL)
"""Answers of an older link, where a program on its way wrote its "#" as %23: they stand in the path or the query."""
BRINGS = "brings"
"""`?brings=answers#...`: in a link of now the browser's program reads them there, however they are written."""


def escaped_answers(page: str) -> str:
    """The answers that an older link brings in its path or query; "" where it brings none. `page` is its address."""
    asked = (value for name, value in st.query_params.items() if name != BRINGS)
    found = (ESCAPED.search(unquote(text)) for text in (page, *asked))
    return next((token.group() for token in found if token), "")


def language() -> str | None:
    """The language that is asked for; None where none is."""
    return st.query_params.get(LANGUAGE)


def forget_language() -> None:
    """Ask for no language any more."""
    st.query_params.pop(LANGUAGE, None)


def screen() -> str:
    """The screen that is asked for; "" where none is."""
    return st.query_params.get(SCREEN, "")


def go_to(screen: str) -> None:
    """Show another screen of the same step. The browser goes there, and can come back."""
    st.query_params[SCREEN] = screen
