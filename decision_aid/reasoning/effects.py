"""How much better an option does than the reference option on one outcome, as a share of the outcome's swing.

A swing is the size of change that the importance question names ("3 points less pain"). An effect is the difference
in the good direction divided by the swing, with the standard deviation that its 95 % interval implies
(Normal: width / 3.92). Standards: VC-5 to VC-16 of the aid's rules; multi-criteria decision analysis with swing
weighting (Thokala et al., Value Health 2016;19:1-13).
"""

from dataclasses import dataclass
from math import sqrt

from decision_aid.model.aid import Aid
from decision_aid.model.decision import EffectSource, Outcome
from decision_aid.model.evidence import Arm, Difference, Estimate, Frequency, Point

WIDTH_OF_95 = 3.92


@dataclass(frozen=True)
class Effect:
    """Mean and standard deviation in swings, in the good direction, against the reference option; `low` and `high`
    are the 95 % bounds."""

    mean: float
    sd: float

    @property
    def low(self) -> float:
        """The lower 95 % bound, in swings."""
        return self.mean - WIDTH_OF_95 / 2 * self.sd

    @property
    def high(self) -> float:
        """The upper 95 % bound, in swings."""
        return self.mean + WIDTH_OF_95 / 2 * self.sd


def effect(aid: Aid, outcome: str, option: str, comparator: str) -> Effect | None:
    """The effect of an option on an outcome by the evidence against one comparator; None where it is not known.

    The reference option has the effect 0 on everything.
    """
    record = aid.decision.outcomes[outcome]
    if option == aid.decision.reference:
        return Effect(0.0, 0.0)
    by_comparator = record.effects.get(option, {})
    source = by_comparator.get(comparator) or by_comparator.get("any")
    return None if source is None or record.swing is None else _scaled(aid, record, option, source)


def _scaled(aid: Aid, outcome: Outcome, option: str, source: EffectSource) -> Effect | None:
    assert outcome.swing is not None
    if source.certain is not None:
        return Effect(float(source.certain), 0.0)
    assert source.estimate is not None
    difference = _difference(aid.evidence.estimates[source.estimate], outcome, option, source)
    if difference is None:
        return None
    mean, sd = difference
    swing = outcome.swing.amount / (outcome.swing.per or 1)
    return Effect(mean / swing, sd / swing)


def _difference(estimate: Estimate, outcome: Outcome, option: str, source: EffectSource) -> tuple[float, float] | None:
    """Mean and standard deviation of the difference, positive where the option does better."""
    match estimate.measure:
        case Difference(better=better, points=points):
            point = _point(points, source)
            sign = 1 if better == option else -1
            return None if point is None else (sign * point.value, (point.high - point.low) / WIDTH_OF_95)
        case Frequency(arms=arms):
            return _difference_of_shares(arms, option, fewer_is_better=outcome.kind != "benefit")
        case _:
            return None


def _point(points: tuple[Point, ...], source: EffectSource) -> Point | None:
    if source.at is None:
        return points[-1]
    return next((point for point in points if point.at == source.at), None)


def _difference_of_shares(arms: tuple[Arm, ...], option: str, fewer_is_better: bool) -> tuple[float, float] | None:
    """The difference of two shares; standard deviations of independent shares add in squares.

    A range from an odds ratio already includes the uncertainty of both groups, so it is used alone.
    """
    option_arm = next((arm for arm in arms if arm.group == option), None)
    other_arm = next((arm for arm in arms if arm.group != option), None)
    if option_arm is None or other_arm is None:
        return None
    shares = [_share(option_arm), _share(other_arm)]
    if shares[0] is None or shares[1] is None:
        return None
    (mean, sd), (other_mean, other_sd) = shares[0], shares[1]
    gain = other_mean - mean if fewer_is_better else mean - other_mean
    if option_arm.range is not None and option_arm.range.origin == "odds_ratio":
        return gain, sd
    return gain, sqrt(sd**2 + other_sd**2)


def _share(arm: Arm) -> tuple[float, float] | None:
    """Mean and standard deviation of one arm's share; None where neither head counts nor a range give one."""
    if arm.cannot_happen:
        return 0.0, 0.0
    if arm.range is not None:
        low, high = arm.range.low / arm.range.per, arm.range.high / arm.range.per
        mean = (low + high) / 2 if arm.events is None or arm.denominator is None else arm.events / arm.denominator
        return mean, (high - low) / WIDTH_OF_95
    if arm.as_reported != "share" and arm.events is not None and arm.denominator is not None:
        share = arm.events / arm.denominator
        return share, sqrt(share * (1 - share) / arm.denominator)
    return None
