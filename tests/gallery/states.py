"""The states in which a view is shown: answers and language."""

from collections.abc import Callable
from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, Look
from harness.people import ordinary, with_warning_sign
from tests.pseudo import LEFTWARD, LONGER


@dataclass(frozen=True)
class State:
    """`answers` returns the answers for the aid in `language`."""

    name: str
    answers: Callable[[Aid], Answers]
    language: str = "en"


def none(aid: Aid) -> Answers:
    return Answers(order_seed=5)


def with_all_open(aid: Aid) -> Answers:
    """An ordinary person with all details open."""
    return ordinary(aid).model_copy(update={"look": Look(details=True)})


def without_facts(aid: Aid) -> Answers:
    """An ordinary person who has not opened the pages of facts."""
    return ordinary(aid).model_copy(update={"opened": ()})


EMPTY = State("empty", none)
ANSWERED = State("answered", with_all_open)
RESULT_SHOWN = State("result", with_all_open)
FACTS_FIRST = State("facts-first", without_facts)
WARNING = State("warning", with_warning_sign)
LONG_WORDS = State("long-words", with_all_open, LONGER)
RIGHT_TO_LEFT = State("right-to-left", with_all_open, LEFTWARD)
LANGUAGES = (LONG_WORDS, RIGHT_TO_LEFT)
"""Pseudo languages, made from the English words (tests/pseudo.py)."""
