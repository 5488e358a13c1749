"""The answers in the storage of the browser tab: mirrored there, and restored from there to a new session."""

from functools import reduce
from typing import Any

import streamlit as st

from decision_aid import session
from decision_aid.components import component, read_beside
from decision_aid.saving.tab import pack_for_tab, read_from_tab
from decision_aid.session.callbacks import uninterrupted

MOST_ROUNDS = 5
"""How many more times restored answers are sent while widgets are still empty."""

_mirror = component("mirror", js=read_beside(__file__, "connection_dialog.js", "mirror.js"))


def mirror(away: str, keeps_nothing: str, paper: dict[str, str]) -> None:
    """Mirror the answers into the storage of the tab, or restore them from there if this session is new to the tab.

    Mounted at the end of every page. `away` is shown while the server cannot be reached, with the `words` and the
    `address` of the booklet (`paper`, empty if there is none); `keeps_nothing` is shown if there is no storage.
    """
    if survived := session.submit_survivors():
        st.session_state["on_the_way"] = MOST_ROUNDS
    on_the_way = _rounds_to_come() > 0 or st.session_state.pop("runs_again", False)
    state = {"restored": st.session_state.get("restored", False), "on_the_way": on_the_way}
    data = _to_keep() | state | {"away": away, "paper": paper, "keeps_nothing": keeps_nothing}
    callbacks = {"on_found_change": uninterrupted(_take_back), "on_arrived_change": uninterrupted(_arrive)}
    _mirror(data=data, key="mirror", **callbacks, height="content")
    if survived:
        st.rerun()  # the page was drawn before the answers had these values


def mirror_part(name: str) -> None:
    """Mirror the answers after a fragment ran alone: the mirror at the end of the page then does not run."""
    _mirror(data=_to_keep() | {"part": True}, key=f"mirror.{name}", height="content")


def _to_keep() -> dict[str, Any]:
    """The data for the tab, with a growing number: an earlier drawing must not overwrite a later one."""
    answers = session.answers()
    st.session_state["turn"] = turn = st.session_state.get("turn", 0) + 1
    packed_answers, packed = st.session_state.get("packed", (None, ""))
    if packed_answers is not answers:  # every fragment sends it, and packing takes as long as drawing a question
        packed = pack_for_tab(answers)
        st.session_state["packed"] = (answers, packed)
    decision = session.aid().decision
    return {"name": decision.kept_as or decision.id, "session": session.session_id(), "turn": turn, "answers": packed}


def _take_back() -> None:
    """Restore what the tab kept, without what cannot be read. After an aborted run there may be nothing yet.

    The session counts as restored last of all: the tab then overwrites what it kept.
    """
    from_tab = st.session_state.get("mirror", {}).get("found")
    if from_tab is None or st.session_state.get("restored"):
        return
    restored, notice = read_from_tab(session.aid(), from_tab)
    if restored is not None:
        changes = st.session_state.get("changes", ())
        st.session_state["on_the_way"] = MOST_ROUNDS
        st.session_state["answers"] = reduce(lambda before, change: change(before), changes, restored)
    if notice:
        session.set_pending(notice)
    st.session_state["restored"] = True


def _arrive() -> None:
    """The browser reports that the page arrived. Its widgets tell whether they show the restored answers."""
    st.session_state["arrived"] = True


def _rounds_to_come() -> int:
    """How many more rounds to check that the browser shows the restored answers; 0 once no widget is empty."""
    arrived, filled_again = (st.session_state.pop(name, False) for name in ("arrived", "filled_again"))
    rounds: int = st.session_state.get("on_the_way", 0)
    if arrived:
        st.session_state["on_the_way"] = rounds = max(rounds - 1, 0) if filled_again else 0
    return rounds
