"""Records of November 2026: ranges by a route of their own, and what must never be shown is nowhere."""

import re
from collections.abc import Callable
from math import ceil, floor

import pytest

from decision_aid.model.aid import Aid
from tests.cases.published import CONTENT, estimates, frequencies

NORMAL_975 = 1.959964
"""The 97.5 % point of the normal distribution, from a table."""
CALCULATED = [
    pytest.param(arm["events"], arm["denominator"], arm["range"], id=f"{name} {arm['group']}")
    for name, _, arms in frequencies()
    for arm in arms
    if arm.get("range", {}).get("origin") == "calculated"
]
NEVER_SHOWN = ("7.02", "9.38", "7.86", "9.27", "4.86", "6.87", "3.94", "7.30", "1.54", "2.02", "1.06", "0.49")
"""Kim's intervals, which are not round their difference, and differences in standard deviations, not in points."""


def bisect(crosses: Callable[[float], bool], low: float, high: float) -> float:
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if crosses(middle) else (middle, high)
    return low


@pytest.mark.parametrize(("events", "people", "span"), CALCULATED)
def test_our_own_ranges_are_the_shares_that_a_score_test_does_not_refuse(
    events: int, people: int, span: dict[str, int]
) -> None:
    """Wilson's interval by what it means (JASA 1927;22:209-212), with no use of its formula."""

    def refused(share: float) -> bool:
        return abs(events / people - share) > NORMAL_975 * (share * (1 - share) / people) ** 0.5

    low = bisect(lambda share: not refused(share), 0, events / people) * span["per"]
    high = bisect(refused, events / people, 1) * span["per"]
    assert abs(span["low"] - low) < 1, low
    assert abs(span["high"] - high) < 1, high


@pytest.mark.parametrize("name", ["next_bone_felt", "next_bone_on_x_ray"])
def test_new_ranges_are_rounded_outwards(name: str) -> None:
    # of 1000: 20/421, 25/359, 46/440 and 36/444 by Wilson's formula, z = 1.959964
    by_hand = {
        "next_bone_felt": [(30.96, 72.23), (47.61, 100.78)],
        "next_bone_on_x_ray": [(79.30, 136.64), (59.14, 110.21)],
    }
    shown = [(arm["range"]["low"], arm["range"]["high"]) for arm in estimates()[name]["measure"]["arms"]]
    assert shown == [(floor(low), ceil(high)) for low, high in by_hand[name]]


def test_the_answer_on_survival_turns_round_with_the_matching() -> None:
    # Gold 2023, deaths within a year: 10.4 and 12.6 % by propensity, 8.7 and 5.1 % by complications
    shown = {
        name: [arm["events"] / arm["denominator"] for arm in estimates()[name]["measure"]["arms"]]
        for name in ("deaths_matched_on_chance_of_procedure", "deaths_matched_on_other_problems")
    }
    assert [*shown.values()] == [[0.104, 0.126], [0.087, 0.051]]


def test_the_new_records_are_on_the_evidence_page_alone(aid: Aid) -> None:
    rows = {
        name for outcome in aid.decision.outcomes.values() for row in outcome.rows.values() for name in row.estimates
    }
    assert rows.isdisjoint(list(aid.evidence.estimates)[67:])


def test_one_person_more_of_77_is_13_of_1000(aid: Aid) -> None:
    assert " 13 " in aid.words.estimates["anti_inflammatory_heart"].note


@pytest.mark.parametrize("number", NEVER_SHOWN)
def test_what_is_on_no_scale_that_people_feel_is_shown_nowhere(number: str) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in CONTENT.rglob("*.yaml"))
    assert not re.search(rf"(?<![\d.]){re.escape(number)}(?![\d])", text)
