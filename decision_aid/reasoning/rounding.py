"""Numbers as they are shown: a value goes to the nearest step, the ends of its range outwards.

So the range on show always holds the published one, and the value on show always lies in it.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from decision_aid.model.evidence import Number, Point, Quantity

TENTHS = 10
"""Points are shown to a tenth, as studies print them."""
WHOLE_FROM = 10
"""From here up, amounts are shown as whole numbers: no more is felt."""


def nearest(value: Fraction | Number, parts: int = 1) -> Fraction:
    """The nearest whole number, or the nearest of so many `parts` of one; a half goes away from zero."""
    steps = _exact(value) * parts
    whole = floor(abs(steps) + Fraction(1, 2))
    return Fraction(whole if steps > 0 else -whole, parts)


def down(value: Fraction | Number, parts: int = 1) -> Fraction:
    """The low end of a range: the next step at or below it."""
    return Fraction(floor(_exact(value) * parts), parts)


def up(value: Fraction | Number, parts: int = 1) -> Fraction:
    """The high end of a range: the next step at or above it."""
    return Fraction(ceil(_exact(value) * parts), parts)


def _exact(value: Fraction | Number) -> Fraction:
    """The number as it is written: 1.1 is eleven tenths, not the binary number beside it, which would round up."""
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
    """The low and the high end of an amount as they are shown; twice the same number where there is but one."""
    if quantity.low == quantity.high:
        return (_felt(quantity.low, nearest(quantity.low)),) * 2
    return _felt(quantity.low, down(quantity.low)), _felt(quantity.high, up(quantity.high))


def _felt(value: Number, whole: Fraction) -> Number:
    return value if value < WHOLE_FROM else int(whole)
