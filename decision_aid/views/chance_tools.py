"""Beside the chances: how to show them, and the studies of people in a situation like this person's."""

from typing import Any

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.variants import Variants
from decision_aid.views import chance
from decision_aid.wording.interface_words import FORM, FRAME, PER


def switches(aid: Aid, answers: Answers) -> None:
    """Three switches that change every figure of the page together. The page is complete without them."""
    app = aid.words.app
    with st.container(horizontal=True, key="chance-switches", gap="large"):
        _switch(aid, answers, "form", app["show.form"], FORM)
        _switch(aid, answers, "frame", app["show.frame"], FRAME)
        _switch(aid, answers, "per", app["show.per"], PER)


def _switch(aid: Aid, answers: Answers, name: str, label: str, ways: Variants[Any]) -> None:
    def put(before: Answers, value: Any) -> Answers:
        return before.model_copy(update={"display": before.display.model_copy(update={name: value})})

    st.segmented_control(
        label,
        list(ways.ids),
        format_func=lambda way: aid.words.variant(ways, way),
        required=True,
        **session.bind(f"display.{name}", getattr(answers.display, name), put),
    )


def studies_alike(aid: Aid, answers: Answers, name: str) -> None:
    """Studies that were made of people like this one, side by side in the same room. They forecast nothing."""
    words, rows = aid.words.similar_studies[name], aid.decision.similar_studies[name].rows
    st.header(words.heading, anchor=False)
    st.markdown(words.text)
    for column, shown in zip(st.columns(len(rows), gap="large"), rows, strict=True):
        with column:
            chance.show_row(aid, answers, shown.outcome, shown.row)
