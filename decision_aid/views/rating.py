"""Beyond the things to weigh: own reasons, what a person would give up last, and taking all ratings back."""

from typing import Any

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import MOST_REASONS, Answers, OwnReason
from decision_aid.reasoning.preferences import all_rated_alike
from decision_aid.views import asking


def own_reasons(aid: Aid, answers: Answers) -> None:
    """Up to two reasons in the person's own words, each saying which option it speaks for."""
    app = aid.words.app
    options = {name: aid.words.options[name].name for name in aid.decision.options}
    for place in range(MOST_REASONS):
        reason = answers.own_reasons[place] if place < len(answers.own_reasons) else OwnReason(text="")
        with st.container(border=True, key=f"own-reason-{place}"):
            label = app["own_reason"].format(number=place + 1)
            asking.text(label, f"own_reason.{place}.text", reason.text, _put_reason(place, "text"))
            speaks = app["own_reason_speaks"].format(number=place + 1)
            asking.one(speaks, f"own_reason.{place}.option", options, reason.option, _put_reason(place, "option"))
            matters = app["own_reason_matters"].format(number=place + 1)
            given = reason.importance if isinstance(reason.importance, int) else None
            asking.scale(aid, matters, f"own_reason.{place}.importance", given, _put_reason(place, "importance"))


def _put_reason(place: int, part: str) -> session.Put:
    def put(before: Answers, value: Any) -> Answers:
        empty = (OwnReason(text=""),) * MOST_REASONS
        reasons = list((*before.own_reasons, *empty)[:MOST_REASONS])
        reasons[place] = reasons[place].model_copy(update={part: value})
        return before.model_copy(update={"own_reasons": tuple(reasons)})

    return put


def give_up_last(aid: Aid, answers: Answers) -> None:
    """Where everything is rated alike: a gentle question that tells the outcomes apart."""
    if all_rated_alike(answers):
        rated = [name for name, rating in answers.importance.items() if isinstance(rating, int)]
        asking.one(
            aid.words.app["give_up_last"],
            "give_up_last",
            {name: aid.words.outcomes[name].name for name in rated if name in aid.words.outcomes},
            answers.give_up_last,
            lambda before, value: before.model_copy(update={"give_up_last": value}),
        )


def clear(aid: Aid, answers: Answers) -> None:
    """One tap takes all ratings back."""
    if answers.importance:
        st.button(aid.words.app["clear_ratings"], key="clear_ratings", on_click=session.keep, args=(_without_ratings,))


def _without_ratings(before: Answers) -> Answers:
    return before.model_copy(update={"importance": {}, "give_up_last": None})
