"""A published odds ratio agrees with its counts, and with the range calculated from it."""

from collections.abc import Iterator
from math import ceil, floor, isclose

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Arm, Frequency, Number


def odds_ratios_fit_their_counts(aid: Aid) -> Iterator[Finding]:
    """The counts give the odds ratio that the source prints, to as many decimals as it prints."""
    for name, estimate in aid.evidence.estimates.items():
        measure = estimate.measure
        if isinstance(measure, Frequency) and measure.odds_ratio and _counted(measure):
            first, second = measure.arms
            computed, published = _odds(first) / _odds(second), measure.odds_ratio.value
            if not isclose(round(computed, _decimals(published)), published):
                counts = f"{first.events} of {first.denominator} and {second.events} of {second.denominator}"
                where = ("evidence", "estimates", name, "measure", "odds_ratio")
                fault = f"{counts} give an odds ratio of {computed:.2f}, but the source prints {published:g}"
                yield where, f"{fault}: check how many people each group had"


def ranges_follow_their_odds_ratio(aid: Aid) -> Iterator[Finding]:
    """A range calculated from an odds ratio is its interval applied to the other group's share, rounded outwards."""
    for name, estimate in aid.evidence.estimates.items():
        measure = estimate.measure
        if not isinstance(measure, Frequency) or measure.odds_ratio is None:
            continue
        arm, other = measure.arms
        if arm.range and arm.range.origin == "odds_ratio":
            low, high = (share_at(ratio, other) for ratio in (measure.odds_ratio.low, measure.odds_ratio.high))
            ends = floor(low * arm.range.per), ceil(high * arm.range.per)
            if (arm.range.low, arm.range.high) != ends:
                where = ("evidence", "estimates", name, "measure", "arms", 0, "range")
                fault = f"the odds ratio and {other.events} of {other.denominator} give {ends[0]} to {ends[1]}"
                yield where, f"{fault} of {arm.range.per}: write these as 'low' and 'high'"


def share_at(ratio: Number, other: Arm) -> float:
    """The share with the event, 0 to 1, in a group whose odds are `ratio` times those of the other group.

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
