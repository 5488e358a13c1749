"""What the address asks for: a language, and a screen of a step. No answer of a person ever stands in it."""

import streamlit as st

LANGUAGE = "lang"
"""`?lang=es`: someone opened that address, or came by such a link."""
SCREEN = "at"
"""`?at=break`: each screen of a step has its own place in the browser's history, so that Back goes one screen back."""


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
