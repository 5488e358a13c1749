"""How old the evidence is: its versions, and whether it has had the review that it was promised."""

from datetime import date

from decision_aid.model.aid import Aid


def overdue(aid: Aid, today: date) -> bool:
    """Whether the day of the next review has passed. The day itself is still in time."""
    return today > aid.decision.next_review


def newest_first(aid: Aid) -> tuple[str, ...]:
    """The versions of the evidence by date, the newest first; of two on one day, the one listed later."""
    changes = aid.evidence.changes
    in_order = sorted(changes, key=lambda version: changes[version].date)
    return tuple(reversed(in_order))
