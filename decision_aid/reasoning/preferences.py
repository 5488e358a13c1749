"""What matters to the person: what can be rated, and what they said. The order of asking is in things_to_weigh."""

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

    Among equals the one that the person would give up last comes first; then the aid's order holds.
    """
    rated = [Rated(name, answers.importance.get(name)) for name in ratable(aid)]
    return tuple(sorted(rated, key=lambda one: (*_rank(one), one.outcome != answers.give_up_last)))


def _rank(rated: Rated) -> tuple[int, int]:
    if rated.importance is None:
        return (2, 0)
    if rated.importance == NOT_SURE:
        return (1, 0)
    return (0, -rated.importance)


def all_rated_alike(answers: Answers) -> bool:
    """Whether several outcomes were rated and all have the same number: the ratings then tell nothing apart."""
    ratings = [rating for rating in answers.importance.values() if isinstance(rating, int)]
    return len(ratings) > 1 and len(set(ratings)) == 1
