"""The answers in the storage of the browser's tab: mirrored there, and taken back by a session new to the tab."""

from functools import reduce
from typing import Any

import streamlit as st

from decision_aid import session
from decision_aid.components import beside, component
from decision_aid.saving.tab import kept_by_tab, read_from_tab

MOST_ROUNDS = 5
"""How often what the tab handed over is shown once more, where widgets are still empty."""

_mirror = component("mirror", js=beside(__file__, "connection_dialog.js", "mirror.js"))


def mirror(away: str, keeps_nothing: str, paper: dict[str, str]) -> None:
    """Mirror the answers into the storage of the tab, or take them from there if this session is new to the tab.

    Mounted at the end of every page. `away` is said while no server is reached, with the
    `words` and the `address` of the booklet (`paper`, empty where there is none); `keeps_nothing` without storage.
    """
    if survived := session.submit_survivors():
        st.session_state["on_the_way"] = MOST_ROUNDS
    on_the_way = _rounds_to_come() > 0
    state = {"restored": st.session_state.get("restored", False), "on_the_way": on_the_way}
    data = _to_keep() | state | {"away": away, "paper": paper, "keeps_nothing": keeps_nothing}
    _mirror(data=data, key="mirror", on_found_change=_take_back, on_arrived_change=_arrive, height="content")
    if survived:
        st.rerun()  # The page was drawn before the answers had it.


def mirror_part(name: str) -> None:
    """Mirror the answers after a part of the page was drawn by itself: the mirror at its end then tells nothing."""
    _mirror(data=_to_keep() | {"part": True}, key=f"mirror.{name}", height="content")


def _to_keep() -> dict[str, Any]:
    """What the tab keeps, and a number that grows: what was drawn earlier must not win over it."""
    now = session.answers()
    st.session_state["turn"] = turn = st.session_state.get("turn", 0) + 1
    last, packed = st.session_state.get("packed", (None, ""))
    if last is not now:  # each part of a page sends it, and packing takes as long as drawing a question
        packed = kept_by_tab(now)
        st.session_state["packed"] = (now, packed)
    decision = session.aid().decision
    return {"name": decision.kept_as or decision.id, "session": session.own_name(), "turn": turn, "answers": packed}


def _take_back() -> None:
    """Open what the tab had kept, and drop what cannot be read. After a run that was broken off nothing is here yet."""
    from_tab = st.session_state.get("mirror", {}).get("found")
    if from_tab is None or st.session_state.get("restored"):
        return
    st.session_state["restored"] = True
    changes = st.session_state.pop("changes", ())
    kept, notice = read_from_tab(session.aid(), from_tab)
    if kept is not None:
        st.session_state["answers"] = reduce(lambda before, change: change(before), changes, kept)
        st.session_state["on_the_way"] = MOST_ROUNDS
    if notice:
        session.set_pending(notice)


def _arrive() -> None:
    """The browser says that the page has come. Whether all of it shows what the tab handed over, its widgets tell."""
    st.session_state["arrived"] = True


def _rounds_to_come() -> int:
    """How often the browser is asked once more whether it shows what its tab handed over; 0 once no widget is empty."""
    arrived, filled_again = (st.session_state.pop(name, False) for name in ("arrived", "filled_again"))
    rounds: int = st.session_state.get("on_the_way", 0)
    if arrived:
        st.session_state["on_the_way"] = rounds = max(rounds - 1, 0) if filled_again else 0
    return rounds
