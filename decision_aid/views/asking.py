"""Questions with nothing chosen at first. Each shows why it is asked; a second tap takes an answer back."""

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
"""Answers that fit in a row with their question: yes, no, not sure."""


def factor(aid: Aid, answers: Answers, name: str, reason: bool) -> None:
    """One question about the situation; the urgent advice beside it once an answer calls for it.

    One of few answers stands in a row with its question where there is room, to be read as a list is. With its
    `reason`, it says why it is asked.
    """
    asked = aid.situation[name]
    words = aid.words.situation[name]
    given = answers.situation.get(name)
    labels = {choice: words.choices[choice].label for choice in asked.choices}

    def put(before: Answers, value: Any) -> Answers:
        return _put_situation(before, name, _settled(asked, before.chose(name), value))

    row = "row-" if in_a_row(asked) else ""
    with st.container(key=f"factor-{row}{name}"):
        match asked.kind:
            case "one":
                one(words.question, f"situation.{name}", labels, given, put)
            case "many":
                many(words.question, f"situation.{name}", labels, answers.chose(name), put)
            case "scale":
                scale(aid, words.question, f"situation.{name}", given if isinstance(given, int) else None, put)
            case "text":
                text(words.question, f"situation.{name}", given if isinstance(given, str) else "", put)
        why = aid.words.app["why_we_ask"].format(why=words.why) if reason else ""
        if told := " ".join(filter(None, (_ends(aid, asked), why))):
            show_note(told)
        if asked.urgent & set(answers.chose(name)):
            urgent.advice(aid, answers)


def in_a_row(factor: Factor) -> bool:
    """Whether a question has so few answers that they stand in a row with it."""
    return factor.kind == "one" and len(factor.choices) <= FEW


def _ends(aid: Aid, factor: Factor) -> str:
    """What the two ends of a factor's scale mean, where it has one."""
    words = aid.words.scales[factor.scale] if factor.scale else None
    return aid.words.app["scale_ends"].format(low=words.low, high=words.high) if words else ""


def _settled(factor: Factor, before: tuple[str, ...], value: Any) -> Any:
    """The new answer, with "none of these" and the others ruling each other out: the later tap holds."""
    if factor.kind != "many" or value is None:
        return value
    alone = {name for name, choice in factor.choices.items() if choice.exclusive}
    added = [name for name in value if name not in before]
    if any(name in alone for name in added):
        return (added[-1],)
    return tuple(name for name in value if name not in alone) if added else tuple(value)


def _put_situation(answers: Answers, name: str, value: Any) -> Answers:
    others = {key: kept for key, kept in answers.situation.items() if key != name}
    if value is not None and value != "" and value != ():
        others[name] = value
    return answers.model_copy(update={"situation": others})


def one(label: str, name: str, choices: Mapping[str, str], value: Any, put: session.Put) -> None:
    """One answer of several, or none."""
    bound = session.bind(name, value if value in choices else None, put)
    st.pills(label, list(choices), format_func=choices.__getitem__, selection_mode="single", wrap=True, **bound)


def many(label: str, name: str, choices: Mapping[str, str], value: tuple[str, ...], put: session.Put) -> None:
    """Any number of answers."""
    known = [choice for choice in value if choice in choices]
    bound = session.bind(name, known, lambda before, new: put(before, tuple(new)))
    st.pills(label, list(choices), format_func=choices.__getitem__, selection_mode="multi", wrap=True, **bound)


def scale(aid: Aid, label: str, name: str, value: int | None, put: session.Put) -> None:
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


def text(label: str, name: str, value: str, put: session.Put) -> None:
    """Free text. It is never read as markup."""
    st.text_area(label, height=100, max_chars=LONGEST_TEXT, **session.bind(name, value, put))
