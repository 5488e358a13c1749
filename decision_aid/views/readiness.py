"""What the person leans to and what is still unclear. Nothing is right or wrong here, and nothing is set at first."""

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import asking
from decision_aid.views.folded import folded


def leaning(aid: Aid, answers: Answers) -> None:
    """What the person leans to in the end, with "not sure" and "let my doctor decide" among the answers."""
    _leaning(aid, "leaning", answers.leaning, aid.words.app["leaning_question"])


def gut(aid: Aid, answers: Answers) -> None:
    """What the person leans to before anything is held against their ratings."""
    st.header(aid.words.app["gut_heading"], anchor=False)
    _leaning(aid, "gut_leaning", answers.gut_leaning, aid.words.app["gut_question"])


def _leaning(aid: Aid, field: str, value: str | None, question: str) -> None:
    labels = {name: aid.words.leanings[name].label for name in aid.decision.leanings}
    asking.one(question, field, labels, value, lambda before, new: before.model_copy(update={field: new}))


def unclear(aid: Aid, answers: Answers) -> None:
    """What is still unclear, from a list and in the person's own words."""
    labels = {item: aid.words.unclear[item].label for item in aid.decision.unclear}
    asking.many(
        aid.words.app["unclear_question"],
        "unclear",
        labels,
        answers.unclear,
        lambda before, value: before.model_copy(update={"unclear": value}),
    )
    if room := folded(answers, "unclear", aid.words.app["unclear_else"]):
        with room:
            asking.text(
                aid.words.app["still_unclear"],
                "still_unclear",
                answers.still_unclear,
                lambda before, value: before.model_copy(update={"still_unclear": value}),
            )
