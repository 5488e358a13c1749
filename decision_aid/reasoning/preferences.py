"""What matters to the person, in their own order. No score: the weighing itself is not done here."""

from dataclasses import dataclass
from typing import Literal

from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers

MATTERS_A_LOT = 8
MATTERS = 7


@dataclass(frozen=True)
class Rated:
    """An outcome and how much it matters: 0 to 10, "not sure", or None where it is not yet rated."""

    outcome: str
    importance: int | Literal["not_sure"] | None


def ratable(aid: Aid) -> tuple[str, ...]:
    """The outcomes whose importance is asked, in the aid's order."""
    return tuple(name for name, outcome in aid.decision.outcomes.items() if outcome.rated)


def by_importance(aid: Aid, answers: Answers) -> tuple[Rated, ...]:
    """All ratable outcomes: rated ones first, most important first, then "not sure", then not yet rated.

    Equal ratings keep the aid's order, so that the same answers always read the same.
    """
    rated = [Rated(name, answers.importance.get(name)) for name in ratable(aid)]
    return tuple(sorted(rated, key=_rank))


def _rank(rated: Rated) -> tuple[int, int]:
    if rated.importance is None:
        return (2, 0)
    if rated.importance == NOT_SURE:
        return (1, 0)
    return (0, -rated.importance)
