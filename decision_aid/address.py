"""The query of the page address: a language, and a screen of a step. It never holds a person's answers."""

import re
from urllib.parse import unquote

import streamlit as st

LANGUAGE = "lang"
"""The query key of the language, `?lang=es`."""
SCREEN = "at"
"""The query key of the screen, `?at=break`: each has an entry in the browser history, so that Back works."""

ESCAPED = re.compile(r"#answers(=|%3d).*", re.IGNORECASE | re.DOTALL)
"""Answers of an older link whose "#" some program escaped as %23, so that they are in the path or the query."""
BRINGS = "brings"
"""The query key of current links, `?brings=answers#...`: our browser script reads the answers, even if escaped."""


def escaped_answers(page: str) -> str:
    """The answers in the path or query of an older link, "" if there are none. `page` is its address."""
    values = (value for name, value in st.query_params.items() if name != BRINGS)
    matches = (ESCAPED.search(unquote(text)) for text in (page, *values))
    return next((match.group() for match in matches if match), "")


def brings_answers() -> bool:
    """Whether the address belongs to a link that brings answers, which the server does not see."""
    return BRINGS in st.query_params


def language() -> str | None:
    """The requested language; None if there is none."""
    return st.query_params.get(LANGUAGE)


def forget_language() -> None:
    """Remove the language from the address."""
    st.query_params.pop(LANGUAGE, None)


def screen() -> str:
    """The requested screen; "" if there is none."""
    return st.query_params.get(SCREEN, "")


def go_to(screen: str) -> None:
    """Show another screen of the same step, as an entry in the browser history."""
    st.query_params[SCREEN] = screen
