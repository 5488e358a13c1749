"""The facts on what matters most to this person: which outcomes, and which rows of each."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.decision import ShownRow
from decision_aid.reasoning.preferences import by_importance, ratable_outcomes

MOST_OUTCOMES = 3
"""Few enough for one screen and one sheet of paper, and for a talk of five minutes."""


def key_outcomes(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """The outcomes to talk about, at most three: those the person named, or else those the aid names."""
    return named_outcomes(aid, answers) or aid.decision.key_outcomes[:MOST_OUTCOMES]


def named_outcomes(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """The outcomes that the person said matter most: picked in the visit, or else rated highest."""
    picked = answers.visit.matters_most
    if picked is None:
        return highest_rated_outcomes(aid, answers)
    return tuple(name for name in picked if name in ratable_outcomes(aid))[:MOST_OUTCOMES]


def highest_rated_outcomes(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """At most three outcomes with the highest ratings above 0, the highest first."""
    ratings = by_importance(aid, answers)
    outcomes = [rating.outcome for rating in ratings if isinstance(rating.importance, int) and rating.importance]
    return tuple(outcomes[:MOST_OUTCOMES])


def key_rows(aid: Aid, outcome: str) -> tuple[ShownRow, ...]:
    """The rows of an outcome to show where there is room for few: those the aid names, or else the first."""
    record = aid.decision.outcomes[outcome]
    return tuple(ShownRow(outcome=outcome, row=row) for row in record.key_rows or tuple(record.rows)[:1])
