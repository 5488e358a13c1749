"""Rounding as people read it: a value to the nearest step, the ends of a range outwards. Worked out in decimals."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from decision_aid.model.evidence import Horizon, Point, Quantity
from decision_aid.reasoning.rounding import amount, down, nearest, score, up

WRITTEN = st.decimals(-25, 25, places=2).map(float)
"""Numbers as a clinician writes them into the content: two decimals at most."""


@st.composite
def points(draw: st.DrawFn) -> Point:
    low, value, high = sorted(draw(WRITTEN) for _ in range(3))
    return Point(at=Horizon(amount=1, unit="month"), value=value, low=low, high=high)


@given(points())
@example(Point(at=Horizon(amount=1, unit="month"), value=0.7, low=0.3, high=1.2))  # the pain figure, sham
@example(
    Point(at=Horizon(amount=1, unit="month"), value=1.1, low=1.1, high=1.1)
)  # 1.1 is above eleven tenths in binary
def test_points_are_shown_to_a_tenth_within_a_range_that_holds_the_published_one(point: Point) -> None:
    shown, tenth = score(point), Decimal("0.1")
    expected = (
        Decimal(str(point.value)).quantize(tenth, ROUND_HALF_UP),
        Decimal(str(point.low)).quantize(tenth, ROUND_FLOOR),
        Decimal(str(point.high)).quantize(tenth, ROUND_CEILING),
    )
    assert (shown.value, shown.low, shown.high) == tuple(map(float, expected))
    assert shown.low <= point.low
    assert point.high <= shown.high
    assert shown.low <= shown.value <= shown.high


@given(WRITTEN, st.sampled_from([1, 10]))
def test_no_step_is_passed_over(value: float, parts: int) -> None:
    step = Fraction(1, parts)
    exact = Fraction(str(value))
    assert exact - step < down(value, parts) <= exact <= up(value, parts) < exact + step
    assert abs(nearest(value, parts) - exact) <= step / 2


@pytest.mark.parametrize(("value", "whole"), [(0.5, 1), (1.5, 2), (2.5, 3), (-0.5, -1), (0.4, 0), (-0.4, 0)])
def test_a_half_goes_away_from_zero(value: float, whole: int) -> None:
    assert nearest(value) == whole


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(31.8, 31.8, (32, 32)), (5.5, 5.5, (5.5, 5.5)), (10.4, 12.6, (10, 13)), (2, 12, (2, 12)), (1.5, 10.2, (1.5, 11))],
)
def test_amounts_from_ten_up_are_whole_and_hold_what_was_published(
    low: float, high: float, shown: tuple[float, float]
) -> None:
    assert amount(Quantity(kind="quantity", unit="days", low=low, high=high)) == shown
