"""All the chances: one outcome at a time, from a list that stays in sight. Each has its address, for links to it."""

from collections.abc import Mapping

import streamlit as st

from decision_aid import address, session
from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.similar_studies import similar_studies
from decision_aid.views import chance, chance_tools, prose
from decision_aid.views.folded import folded, folds

_picking = component("picking", js=read_beside(__file__, "picking.js"))

PAGE = "chances"
ROWS_AT_ONCE = 2
ALIKE = "alike-"
"""What the address of a group of studies begins with; that of an outcome is its id."""


def chances(aid: Aid, answers: Answers) -> None:
    """The list, what helps to read the figures, and the figures of what is picked."""
    shown = _entries(aid, answers)
    picked = _pick(aid, shown)
    with folds("chances"):
        for section in ("how_to_read", "two_kinds", "disagree"):
            prose.fold(aid, answers, PAGE, section)
        if part := folded(answers, "chances-switches", aid.words.app["show"]):
            with part:
                chance_tools.switches(aid, answers)
    if picked.startswith(ALIKE):
        chance_tools.studies_alike(aid, answers, picked.removeprefix(ALIKE))
    elif picked:
        _outcome(aid, answers, picked)


def _outcome(aid: Aid, answers: Answers, name: str) -> None:
    """An outcome under its name: its first rows, and the others behind what they ask."""
    words = aid.words.outcomes[name]
    st.header(words.name, anchor=False)
    st.markdown(words.text)
    chance.rows(aid, answers, name, ROWS_AT_ONCE)
    chance.folded_rows(aid, answers, name, ROWS_AT_ONCE)


def _entries(aid: Aid, answers: Answers) -> Mapping[str, str]:
    """What can be picked, by its name in the address: studies of people like this person first, then each outcome that
    has figures, in the aid's order."""
    studies = {f"{ALIKE}{name}": aid.words.similar_studies[name].heading for name in similar_studies(aid, answers)}
    return studies | {name: aid.words.outcomes[name].name for name in chance.with_figures(aid)}


def _pick(aid: Aid, shown: Mapping[str, str]) -> str:
    """The list; gives what the address asks for, or the first of all. What is picked is where the browser then is."""
    asked = address.screen()
    session.remember_screen(PAGE, asked if asked in shown else next(iter(shown), ""))
    with st.container(key="picked"):
        _picking(data={"picked": session.opened_item(PAGE)}, key="picking")
    with st.container(key="chances-list"):
        st.selectbox(
            aid.words.app["chances.pick"],
            list(shown),
            format_func=shown.__getitem__,
            filter_mode=None,
            placeholder=aid.words.app["chances.pick"],  # Streamlit has an English one, which lies under what is picked
            on_change=_go_to_picked,
            **session.switch_key(PAGE),
        )
    return session.opened_item(PAGE)


def _go_to_picked() -> None:
    address.go_to(session.opened_item(PAGE))
