"""Keeps out of sight what a page says of the person, until the answers that the tab may have kept are back."""

from decision_aid import session
from decision_aid.views.html import show_style


def hide_until_restored(*parts: str) -> None:
    """Hide parts of the page, by their CSS selectors, in the first run of a session.

    A style sheet of its own, as Streamlit takes it away last of all, when the next run has drawn the same parts anew:
    a container with another key would let go of the earlier contents for a moment.
    """
    if session.may_lack_answers():
        show_style(f"{', '.join(parts)} {{ visibility: hidden }}")
