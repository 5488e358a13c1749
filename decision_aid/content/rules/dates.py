"""Dates that people rely on."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid


def review_comes_after_evidence(aid: Aid) -> Iterator[Finding]:
    """The next review is due after the evidence was last updated."""
    updated, review = aid.decision.evidence_updated, aid.decision.next_review
    if review <= updated:
        message = f"'next_review' ({review}) is not after 'evidence_updated' ({updated})"
        yield ("decision", "next_review"), f"{message}: give the date of the next review"
