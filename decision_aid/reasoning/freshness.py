"""How old the evidence is: its versions, and whether its next review is overdue."""

from datetime import date

from decision_aid.model.aid import Aid


def is_review_overdue(aid: Aid, today: date) -> bool:
    """Whether the date of the next review has passed. That day itself is still in time."""
    return today > aid.decision.next_review


def versions_newest_first(aid: Aid) -> tuple[str, ...]:
    """The versions of the evidence by date, the newest first; of two on one day, the one listed later."""
    changes = aid.evidence.changes
    oldest_first = sorted(changes, key=lambda version: changes[version].date)
    return tuple(reversed(oldest_first))
