"""The review banner comes on the day after the review was due, and no day sooner."""

from datetime import date, timedelta

import pytest

from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Change
from decision_aid.reasoning.freshness import is_review_overdue, versions_newest_first
from harness.aids import changed


@pytest.mark.parametrize(("days", "late"), [(-365, False), (-1, False), (0, False), (1, True), (365, True)])
def test_the_evidence_is_overdue_once_the_day_of_the_review_has_passed(aid: Aid, days: int, late: bool) -> None:
    assert is_review_overdue(aid, aid.decision.next_review + timedelta(days=days)) is late


def test_the_newest_version_comes_first_and_of_two_on_one_day_the_one_listed_later(aid: Aid) -> None:
    days = {"0.9.0": date(2027, 1, 1), "0.10.0": date(2027, 1, 1), "0.1.0": date(2026, 1, 1), "1.0.0": date(2028, 1, 1)}
    changes = {version: Change(date=day) for version, day in days.items()}
    assert versions_newest_first(changed(aid, "evidence.changes", changes)) == ("1.0.0", "0.10.0", "0.9.0", "0.1.0")
