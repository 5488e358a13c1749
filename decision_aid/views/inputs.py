"""Widgets for questions: nothing is chosen at first, and a second tap takes an answer back."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_TEXT, Answers
from decision_aid.model.questionnaire import Factor
from decision_aid.views import urgent
from decision_aid.views.html import show_note

FEW = 3
"""The most answers that fit in one row with their question: yes, no, not sure."""


def situation_question(aid: Aid, answers: Answers, name: str, reason: bool) -> None:
    """One question about the situation, and urgent advice with it once an answer calls for that.

    Where there is room, few answers stand in one row with their question, so that questions read as a list.
    `reason`: whether to show why it is asked.
    """
    factor = aid.situation[name]
    words = aid.words.situation[name]
    answer = answers.situation.get(name)
    labels = {choice: words.choices[choice].label for choice in factor.choices}

    def put(before: Answers, value: Any) -> Answers:
        return _with_situation(before, name, _apply_exclusive(factor, before.chose(name), value))

    row = "row-" if fits_in_row(factor) else ""
    with st.container(key=f"factor-{row}{name}"):
        match factor.kind:
            case "one":
                single_choice(words.question, f"situation.{name}", labels, answer, put)
            case "many":
                multiple_choice(words.question, f"situation.{name}", labels, answers.chose(name), put)
            case "scale":
                rating_slider(
                    aid, words.question, f"situation.{name}", answer if isinstance(answer, int) else None, put
                )
            case "text":
                free_text(words.question, f"situation.{name}", answer if isinstance(answer, str) else "", put)
        why = aid.words.app["why_we_ask"].format(why=words.why) if reason else ""
        if note := " ".join(filter(None, (_scale_ends(aid, factor), why))):
            show_note(note)
        if factor.urgent & set(answers.chose(name)):
            urgent.advice(aid, answers)


def fits_in_row(factor: Factor) -> bool:
    """Whether a question has few enough answers to stand in one row with it."""
    return factor.kind == "one" and len(factor.choices) <= FEW


def _scale_ends(aid: Aid, factor: Factor) -> str:
    """What the two ends of a factor's scale mean; "" without a scale."""
    words = aid.words.scales[factor.scale] if factor.scale else None
    return aid.words.app["scale_ends"].format(low=words.low, high=words.high) if words else ""


def _apply_exclusive(factor: Factor, before: tuple[str, ...], value: Any) -> Any:
    """The new answer, in which "none of these" and other choices exclude each other: the later tap wins."""
    if factor.kind != "many" or value is None:
        return value
    exclusive = {name for name, choice in factor.choices.items() if choice.exclusive}
    added = [name for name in value if name not in before]
    if any(name in exclusive for name in added):
        return (added[-1],)
    return tuple(name for name in value if name not in exclusive) if added else tuple(value)


def _with_situation(answers: Answers, name: str, value: Any) -> Answers:
    others = {key: answer for key, answer in answers.situation.items() if key != name}
    if value is not None and value != "" and value != ():
        others[name] = value
    return answers.model_copy(update={"situation": others})


def single_choice(label: str, name: str, choices: Mapping[str, str], value: Any, put: session.Put) -> None:
    """One choice of several, or none."""
    bound = session.bind(name, value if value in choices else None, put)
    st.pills(label, list(choices), format_func=choices.__getitem__, selection_mode="single", wrap=True, **bound)


def multiple_choice(
    label: str, name: str, choices: Mapping[str, str], value: tuple[str, ...], put: session.Put
) -> None:
    """Any number of choices."""
    valid = [choice for choice in value if choice in choices]
    bound = session.bind(name, valid, lambda before, new: put(before, tuple(new)))
    st.pills(label, list(choices), format_func=choices.__getitem__, selection_mode="multi", wrap=True, **bound)


def rating_slider(aid: Aid, label: str, name: str, value: int | None, put: session.Put) -> None:
    """A number from 0 to 10 on a slider that starts at "not rated yet"."""
    app = aid.words.app
    bound = session.bind(
        name,
        session.UNSET if value is None else value,
        lambda before, new: put(before, None if new == session.UNSET else new),
    )
    st.select_slider(
        label,
        [session.UNSET, *range(11)],
        format_func=lambda stop: app["not_rated"] if stop == session.UNSET else app["rated"].format(rating=stop),
        **bound,
    )


def free_text(label: str, name: str, value: str, put: session.Put) -> None:
    """Free text. It is never rendered as markup."""
    st.text_area(label, height=100, max_chars=LONGEST_TEXT, **session.bind(name, value, put))
