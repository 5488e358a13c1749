"""The few facts that bear on what matters to this person: which outcomes, and which rows of each."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.decision import ShownRow
from decision_aid.reasoning.preferences import by_importance, ratable

MOST_OUTCOMES = 3
"""Few enough for one screen and one sheet of paper, and for a talk of five minutes."""


def key_outcomes(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """The outcomes to talk about, at most three: those the person named, or else the aid's own choice."""
    return named_outcomes(aid, answers) or aid.decision.key_outcomes[:MOST_OUTCOMES]


def named_outcomes(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """The outcomes that matter most as the person said: picked in the visit, or else rated highest."""
    picked = answers.visit.matters_most
    if picked is None:
        return rated_highest(aid, answers)
    return tuple(name for name in picked if name in ratable(aid))[:MOST_OUTCOMES]


def rated_highest(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """At most three outcomes with the highest ratings above 0, the highest first."""
    rated = [one.outcome for one in by_importance(aid, answers) if isinstance(one.importance, int) and one.importance]
    return tuple(rated[:MOST_OUTCOMES])


def key_rows(aid: Aid, outcome: str) -> tuple[ShownRow, ...]:
    """The rows that stand for an outcome where there is room for few: those the aid names, or else its first."""
    record = aid.decision.outcomes[outcome]
    return tuple(ShownRow(outcome=outcome, row=row) for row in record.key_rows or tuple(record.rows)[:1])
