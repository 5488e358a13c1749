"""Dates of evidence and review are consistent."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid


def review_comes_after_evidence(aid: Aid) -> Iterator[Finding]:
    """The next review is due after the evidence was last updated."""
    updated, review = aid.decision.evidence_updated, aid.decision.next_review
    if review <= updated:
        message = f"'next_review' ({review}) is not after 'evidence_updated' ({updated})"
        yield ("decision", "next_review"), f"{message}: give the date of the next review"


def the_newest_change_is_the_evidence_date(aid: Aid) -> Iterator[Finding]:
    """The newest version in the list of changes has the date of the last evidence update, which people see."""
    changes, updated = aid.evidence.changes, aid.decision.evidence_updated
    if not changes:
        return
    newest = max(changes, key=lambda version: changes[version].date)
    if changes[newest].date != updated:
        message = f"the newest version here is of {changes[newest].date}, but 'evidence_updated' is {updated}"
        yield ("evidence", "changes", newest, "date"), f"{message}: add what changed since, or mend the date"
