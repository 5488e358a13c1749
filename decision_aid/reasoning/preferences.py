"""What matters to the person: what can be rated, and the ratings. The order of asking is in things_to_weigh."""

from dataclasses import dataclass
from typing import Literal

from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers

MATTERS_A_LOT = 8
MATTERS = 7


@dataclass(frozen=True)
class Rating:
    """An outcome and how much it matters: 0 to 10, "not sure", or None where it is not yet rated."""

    outcome: str
    importance: int | Literal["not_sure"] | None


def ratable_outcomes(aid: Aid) -> tuple[str, ...]:
    """The outcomes whose importance is asked, in the aid's order."""
    return tuple(name for name, outcome in aid.decision.outcomes.items() if outcome.rated)


def by_importance(aid: Aid, answers: Answers) -> tuple[Rating, ...]:
    """All ratable outcomes: rated ones first, most important first, then "not sure", then not yet rated.

    Ties: the outcome that the person would give up last comes first; then the aid's order.
    """
    ratings = [Rating(name, answers.importance.get(name)) for name in ratable_outcomes(aid)]
    return tuple(sorted(ratings, key=lambda rating: (*_rank(rating), rating.outcome != answers.give_up_last)))


def _rank(rating: Rating) -> tuple[int, int]:
    if rating.importance is None:
        return (2, 0)
    if rating.importance == NOT_SURE:
        return (1, 0)
    return (0, -rating.importance)


def all_rated_alike(answers: Answers) -> bool:
    """Whether several outcomes were rated, all with the same number, so that the ratings rank nothing."""
    ratings = [rating for rating in answers.importance.values() if isinstance(rating, int)]
    return len(ratings) > 1 and len(set(ratings)) == 1
