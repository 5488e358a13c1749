"""Leaning and what is still unclear. No answer is right or wrong, and none is set at first."""

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import inputs
from decision_aid.views.expander import expander


def leaning(aid: Aid, answers: Answers) -> None:
    """The final leaning; its choices include "not sure" and "let my doctor decide"."""
    _leaning(aid, "leaning", answers.leaning, aid.words.app["leaning_question"])


def gut(aid: Aid, answers: Answers) -> None:
    """The leaning at the start, before it is compared with the ratings."""
    st.header(aid.words.app["gut_heading"], anchor=False)
    _leaning(aid, "gut_leaning", answers.gut_leaning, aid.words.app["gut_question"])


def _leaning(aid: Aid, field: str, value: str | None, question: str) -> None:
    labels = {name: aid.words.leanings[name].label for name in aid.decision.leanings}
    inputs.single_choice(question, field, labels, value, lambda before, new: before.model_copy(update={field: new}))


def unclear(aid: Aid, answers: Answers) -> None:
    """What is still unclear, from a list and in the person's own words."""
    labels = {item: aid.words.unclear[item].label for item in aid.decision.unclear}
    inputs.multiple_choice(
        aid.words.app["unclear_question"],
        "unclear",
        labels,
        answers.unclear,
        lambda before, value: before.model_copy(update={"unclear": value}),
    )
    if part := expander(answers, "unclear", aid.words.app["unclear_else"]):
        with part:
            inputs.free_text(
                aid.words.app["still_unclear"],
                "still_unclear",
                answers.still_unclear,
                lambda before, value: before.model_copy(update={"still_unclear": value}),
            )
