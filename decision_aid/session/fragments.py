"""Views drawn as Streamlit fragments: parts of a page that rerun on their own."""

from collections.abc import Callable

import streamlit as st

from decision_aid import session
from decision_aid.session import mirroring


def as_fragment(view: Callable[..., None], *names: str) -> None:
    """Draw a view as a fragment: an answer in it reruns only this view.

    Nothing else on the page may depend on it. The view is called with the aid, the answers and the names. A nested
    fragment is drawn with its parent, or alone.
    """
    before, st.session_state["drawing_all"] = st.session_state.get("drawing_all", False), True
    try:
        _part(view, names)
    finally:
        st.session_state["drawing_all"] = before


@st.fragment
def _part(view: Callable[..., None], names: tuple[str, ...]) -> None:
    view(session.aid(), session.answers(), *names)
    if not st.session_state["drawing_all"]:  # otherwise the mirror at the end of the page updates the tab
        mirroring.mirror_part(".".join((view.__name__, *names)))
