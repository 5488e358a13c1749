"""Parts of a page that are drawn again by themselves."""

from collections.abc import Callable

import streamlit as st

from decision_aid import session
from decision_aid.session import mirroring


def as_fragment(view: Callable[..., None], *names: str) -> None:
    """Draw a view as a part by itself: an answer given in it draws it again, and the rest of the page stays.

    Nothing else on the page may depend on it. The view is called with the aid, the answers and the names. A part of a
    part is drawn with it, or alone.
    """
    before, st.session_state["drawing_all"] = st.session_state.get("drawing_all", False), True
    try:
        _part(view, names)
    finally:
        st.session_state["drawing_all"] = before


@st.fragment
def _part(view: Callable[..., None], names: tuple[str, ...]) -> None:
    view(session.aid(), session.answers(), *names)
    if not st.session_state["drawing_all"]:  # else the mirror at the end of the page tells the tab
        mirroring.mirror_part(".".join((view.__name__, *names)))
