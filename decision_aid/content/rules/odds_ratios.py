"""A published odds ratio, the counts beside it and the range that rests on it say the same."""

from collections.abc import Iterator
from math import ceil, floor, isclose

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Arm, Frequency, Number


def odds_ratios_fit_their_counts(aid: Aid) -> Iterator[Finding]:
    """Two counts give the odds ratio that the source prints with them, to as many decimals as it prints."""
    for name, estimate in aid.evidence.estimates.items():
        measure = estimate.measure
        if isinstance(measure, Frequency) and measure.odds_ratio and _counted(measure):
            first, second = measure.arms
            given, published = _odds(first) / _odds(second), measure.odds_ratio.value
            if not isclose(round(given, _decimals(published)), published):
                counts = f"{first.events} of {first.denominator} and {second.events} of {second.denominator}"
                where = ("evidence", "estimates", name, "measure", "odds_ratio")
                told = f"{counts} give an odds ratio of {given:.2f}, but the source prints {published:g}"
                yield where, f"{told}: check how many people each group had"


def ranges_follow_their_odds_ratio(aid: Aid) -> Iterator[Finding]:
    """A range that rests on an odds ratio is what its two ends make of the other group's share, rounded outwards."""
    for name, estimate in aid.evidence.estimates.items():
        measure = estimate.measure
        if not isinstance(measure, Frequency) or measure.odds_ratio is None:
            continue
        own, other = measure.arms
        if own.range and own.range.origin == "odds_ratio":
            low, high = (share_at(ratio, other) for ratio in (measure.odds_ratio.low, measure.odds_ratio.high))
            ends = floor(low * own.range.per), ceil(high * own.range.per)
            if (own.range.low, own.range.high) != ends:
                where = ("evidence", "estimates", name, "measure", "arms", 0, "range")
                told = f"the odds ratio and {other.events} of {other.denominator} give {ends[0]} to {ends[1]}"
                yield where, f"{told} of {own.range.per}: write these as 'low' and 'high'"


def share_at(ratio: Number, other: Arm) -> float:
    """The share that has the event in a group whose odds are `ratio` times those of the other group.

    Odds are the people with the event over those without it: a share of p has odds of p / (1 − p), and back.
    """
    odds = ratio * _odds(other)
    return odds / (1 + odds)


def _counted(measure: Frequency) -> bool:
    return all(arm.as_reported != "share" for arm in measure.arms)


def _odds(arm: Arm) -> float:
    assert arm.events is not None
    assert arm.denominator is not None
    return arm.events / (arm.denominator - arm.events)


def _decimals(published: Number) -> int:
    return len(str(published).partition(".")[2])
