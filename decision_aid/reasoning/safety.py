"""Answers that need action: red flags, and what the team has to know. The aid passes them on and never judges."""

from collections.abc import Iterator

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers


def red_flags(aid: Aid, answers: Answers) -> tuple[tuple[str, str], ...]:
    """The (factor, choice) pairs answered that need help now."""
    return tuple(
        (factor, choice) for factor, choice in _chosen(aid, answers) if aid.situation[factor].choices[choice].red_flag
    )


def to_tell(aid: Aid, answers: Answers) -> tuple[tuple[str, str], ...]:
    """The (factor, choice) pairs answered that the team has to know of, in the order they were asked."""
    return tuple(
        (factor, choice)
        for factor, choice in _chosen(aid, answers)
        if aid.situation[factor].choices[choice].tell_doctor
    )


def to_settle(aid: Aid, answers: Answers) -> tuple[tuple[str, str], ...]:
    """The (factor, choice) pairs answered that the team has to settle before any option is weighed."""
    return tuple(
        (factor, choice)
        for factor, choice in _chosen(aid, answers)
        if aid.situation[factor].choices[choice].settle_first
    )


def _chosen(aid: Aid, answers: Answers) -> Iterator[tuple[str, str]]:
    """Every answered choice of the aid. Choices that only an older aid had are skipped."""
    for name, factor in aid.situation.items():
        if factor.kind in ("one", "many"):
            yield from ((name, choice) for choice in answers.chose(name) if choice in factor.choices)
