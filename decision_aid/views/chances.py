"""All chances: one outcome at a time, picked from a list that stays in sight. Each has an address for links."""

from collections.abc import Mapping

import streamlit as st

from decision_aid import address, session
from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.similar_studies import similar_studies
from decision_aid.session.callbacks import uninterrupted
from decision_aid.views import chance, chance_tools, prose
from decision_aid.views.expander import expander, expander_group

_picking = component("picking", js=read_beside(__file__, "chance_picker.js"))

PAGE = "chances"
ROWS_AT_ONCE = 2
SIMILAR_PREFIX = "alike-"
"""Prefix in the address of a group of similar studies; an outcome's address is its id."""


def chances(aid: Aid, answers: Answers) -> None:
    """The list, help on reading figures, and the figures of the entry that is picked."""
    entries = _entries(aid, answers)
    picked = _pick(aid, entries)
    with expander_group("chances"):
        for section in ("how_to_read", "two_kinds", "disagree"):
            prose.fold(aid, answers, PAGE, section)
        if part := expander(answers, "chances-switches", aid.words.app["show"]):
            with part:
                chance_tools.switches(aid, answers)
    if picked.startswith(SIMILAR_PREFIX):
        chance_tools.show_similar_studies(aid, answers, picked.removeprefix(SIMILAR_PREFIX))
    elif picked:
        _outcome(aid, answers, picked)


def _outcome(aid: Aid, answers: Answers, name: str) -> None:
    """An outcome under its name: its first rows, and further rows in expanders."""
    words = aid.words.outcomes[name]
    st.header(words.name, anchor=False)
    st.markdown(words.text)
    chance.rows(aid, answers, name, ROWS_AT_ONCE)
    chance.expandable_rows(aid, answers, name, ROWS_AT_ONCE)


def _entries(aid: Aid, answers: Answers) -> Mapping[str, str]:
    """The names of all entries by their ids in the address: studies of people like this person first, then each outcome
    that has figures, in the aid's order."""
    studies = {
        f"{SIMILAR_PREFIX}{name}": aid.words.similar_studies[name].heading for name in similar_studies(aid, answers)
    }
    return studies | {name: aid.words.outcomes[name].name for name in chance.outcomes_with_figures(aid)}


def _pick(aid: Aid, entries: Mapping[str, str]) -> str:
    """Draw the list; return the entry in the address, or the first. Picking an entry changes the address."""
    screen = address.screen()
    session.remember_screen(PAGE, screen if screen in entries else next(iter(entries), ""))
    with st.container(key="picked"):
        _picking(data={"picked": session.opened_item(PAGE)}, key="picking")
    with st.container(key="chances-list"):
        st.selectbox(
            aid.words.app["chances.pick"],
            list(entries),
            format_func=entries.__getitem__,
            filter_mode=None,
            placeholder=aid.words.app["chances.pick"],  # else Streamlit shows an English one under what is picked
            on_change=uninterrupted(_go_to_picked),
            **session.switch_key(PAGE),
        )
    return session.opened_item(PAGE)


def _go_to_picked() -> None:
    address.go_to(session.opened_item(PAGE))
