"""Numbers as they are shown: a value goes to the nearest step, the ends of its range outwards.

So the displayed range always includes the published range and the displayed value.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from decision_aid.model.evidence import Number, Point, Quantity

TENTHS = 10
"""Points are shown to a tenth, as studies print them."""
WHOLE_FROM = 10
"""Amounts from here up are shown as whole numbers: smaller differences do not matter to people."""


def nearest(value: Fraction | Number, parts: int = 1) -> Fraction:
    """The nearest multiple of 1 / `parts`; halves are rounded away from zero."""
    steps = _exact(value) * parts
    whole = floor(abs(steps) + Fraction(1, 2))
    return Fraction(whole if steps > 0 else -whole, parts)


def down(value: Fraction | Number, parts: int = 1) -> Fraction:
    """The greatest multiple of 1 / `parts` at or below the value: for the low end of a range."""
    return Fraction(floor(_exact(value) * parts), parts)


def up(value: Fraction | Number, parts: int = 1) -> Fraction:
    """The least multiple of 1 / `parts` at or above the value: for the high end of a range."""
    return Fraction(ceil(_exact(value) * parts), parts)


def _exact(value: Fraction | Number) -> Fraction:
    """The decimal number as written: 1.1 is eleven tenths, not the nearest binary number, which `up` would raise."""
    return Fraction(str(value))


@dataclass(frozen=True)
class Score:
    """Points of a scale as they are shown, to a tenth: a value and its range."""

    value: float
    low: float
    high: float


def score(point: Point) -> Score:
    """A measured value as it is shown."""
    value, low, high = nearest(point.value, TENTHS), down(point.low, TENTHS), up(point.high, TENTHS)
    return Score(float(value), float(low), float(high))


def mean(point: Point, group: str) -> float:
    """The mean of a group as it is shown. Raises KeyError where the source gives none."""
    return float(nearest(point.means[group], TENTHS))


def amount(quantity: Quantity) -> tuple[Number, Number]:
    """The displayed low and high end of an amount; the same number twice for a single value."""
    if quantity.low == quantity.high:
        return (_without_needless_digits(quantity.low, nearest(quantity.low)),) * 2
    return _without_needless_digits(quantity.low, down(quantity.low)), _without_needless_digits(
        quantity.high, up(quantity.high)
    )


def _without_needless_digits(value: Number, whole: Fraction) -> Number:
    return value if value < WHOLE_FROM else int(whole)
