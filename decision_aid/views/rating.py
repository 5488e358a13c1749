"""Further ratings: own reasons, what the person would give up last, and a button that clears all ratings."""

from typing import Any

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import MOST_REASONS, Answers, OwnReason
from decision_aid.reasoning.preferences import all_rated_alike
from decision_aid.session.callbacks import uninterrupted
from decision_aid.views import inputs


def own_reasons(aid: Aid, answers: Answers) -> None:
    """Up to two reasons in the person's own words, each with the option that it speaks for."""
    app = aid.words.app
    options = {name: aid.words.options[name].name for name in aid.decision.options}
    for index in range(MOST_REASONS):
        reason = answers.own_reasons[index] if index < len(answers.own_reasons) else OwnReason(text="")
        with st.container(border=True, key=f"own-reason-{index}"):
            label = app["own_reason"].format(number=index + 1)
            inputs.free_text(label, f"own_reason.{index}.text", reason.text, _put_reason(index, "text"))
            speaks = app["own_reason_speaks"].format(number=index + 1)
            inputs.single_choice(
                speaks, f"own_reason.{index}.option", options, reason.option, _put_reason(index, "option")
            )
            matters = app["own_reason_matters"].format(number=index + 1)
            importance = reason.importance if isinstance(reason.importance, int) else None
            inputs.rating_slider(
                aid, matters, f"own_reason.{index}.importance", importance, _put_reason(index, "importance")
            )


def _put_reason(index: int, part: str) -> session.Put:
    def put(before: Answers, value: Any) -> Answers:
        empty = (OwnReason(text=""),) * MOST_REASONS
        reasons = list((*before.own_reasons, *empty)[:MOST_REASONS])
        reasons[index] = reasons[index].model_copy(update={part: value})
        return before.model_copy(update={"own_reasons": tuple(reasons)})

    return put


def give_up_last(aid: Aid, answers: Answers) -> None:
    """If all ratings are equal, a question that tells the outcomes apart."""
    if all_rated_alike(answers):
        rated = [name for name, rating in answers.importance.items() if isinstance(rating, int)]
        inputs.single_choice(
            aid.words.app["give_up_last"],
            "give_up_last",
            {name: aid.words.outcomes[name].name for name in rated if name in aid.words.outcomes},
            answers.give_up_last,
            lambda before, value: before.model_copy(update={"give_up_last": value}),
        )


def clear(aid: Aid, answers: Answers) -> None:
    """A button that clears all ratings."""
    if answers.importance:
        st.button(
            aid.words.app["clear_ratings"],
            key="clear_ratings",
            on_click=uninterrupted(session.keep, _without_ratings),
        )


def _without_ratings(before: Answers) -> Answers:
    return before.model_copy(update={"importance": {}, "give_up_last": None})
