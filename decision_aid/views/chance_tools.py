"""Tools of the chances page: display switches, and studies of people in a similar situation."""

from typing import Any

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.variants import Variants
from decision_aid.views import chance
from decision_aid.wording.interface_words import FORM, FRAME, PER


def switches(aid: Aid, answers: Answers) -> None:
    """Three switches that change every figure of the page. The page is complete without them."""
    app = aid.words.app
    with st.container(horizontal=True, key="chance-switches", gap="large"):
        _switch(aid, answers, "form", app["show.form"], FORM)
        _switch(aid, answers, "frame", app["show.frame"], FRAME)
        _switch(aid, answers, "per", app["show.per"], PER)


def _switch(aid: Aid, answers: Answers, name: str, label: str, variants: Variants[Any]) -> None:
    def put(before: Answers, value: Any) -> Answers:
        return before.model_copy(update={"display": before.display.model_copy(update={name: value})})

    st.segmented_control(
        label,
        list(variants.ids),
        format_func=lambda variant: aid.words.variant(variants, variant),
        required=True,
        **session.bind(f"display.{name}", getattr(answers.display, name), put),
    )


def show_similar_studies(aid: Aid, answers: Answers, name: str) -> None:
    """Studies of people like this person, side by side at equal width. They are no forecast."""
    words, rows = aid.words.similar_studies[name], aid.decision.similar_studies[name].rows
    st.header(words.heading, anchor=False)
    st.markdown(words.text)
    for column, figure in zip(st.columns(len(rows), gap="large"), rows, strict=True):
        with column:
            chance.show_row(aid, answers, figure.outcome, figure.row)
