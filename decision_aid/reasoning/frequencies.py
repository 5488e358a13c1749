"""Chances as whole people: the only module that turns events and denominators into displayed counts.

Rules RC-2 to RC-12 of the International Patient Decision Aid Standards' work on probabilities
(Bonner et al., Med Decis Making 2021): one denominator, whole people, both frames, never none for a chance above zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Literal

from decision_aid.model.evidence import Arm, Span
from decision_aid.reasoning.rounding import down, nearest, up

State = Literal["certain", "likely", "possible", "without"]
STATES: tuple[State, ...] = ("certain", "likely", "possible", "without")


@dataclass(frozen=True)
class NaturalFrequency:
    """`count` of `per` people have the event and `complement` do not.

    `low` and `high` bound the count (both None where no range is known). `count` is None where a source
    gives only a range. `fewer_than_one` marks a chance above zero that rounds to no person:
    it is then written "fewer than 1" and never drawn or written as none.
    """

    count: int | None
    per: int
    low: int | None = None
    high: int | None = None
    fewer_than_one: bool = False

    @property
    def complement(self) -> int | None:
        """The people without the event."""
        return None if self.count is None else self.per - self.count

    def flipped(self) -> "NaturalFrequency":
        """The same chance as the people without the event."""
        low, high = (None if end is None else self.per - end for end in (self.high, self.low))
        return NaturalFrequency(self.complement, self.per, low, high)

    def states(self) -> dict[State, int]:
        """People in each state of the picture, in drawing order; they always sum to `per`.

        certain: up to the low end of the range; likely: from there to the count; possible: from the count to the
        high end; without: the rest. likely + possible is the whole width of the range.
        """
        count = self.low if self.count is None else self.count
        assert count is not None
        low = count if self.low is None else min(self.low, count)
        high = count if self.high is None else max(self.high, count)
        if self.fewer_than_one:
            high = max(high, 1)
        return {"certain": low, "likely": count - low, "possible": high - count, "without": self.per - high}


def natural_frequency(arm: Arm, per: int) -> NaturalFrequency:
    """An arm as whole people out of `per` (100 or 1000). Raises ValueError for an arm that cannot happen."""
    if arm.cannot_happen:
        raise ValueError(f"'{arm.group}' cannot have this event: there is nothing to count")
    low, high = (None, None) if arm.range is None else _ends(arm.range, per)
    if arm.events is None or arm.denominator is None:
        return NaturalFrequency(None, per, low, high)
    count = int(nearest(Fraction(arm.events * per, arm.denominator)))
    return NaturalFrequency(count, per, low, high, fewer_than_one=count == 0 and arm.events > 0)


def _ends(span: Span, per: int) -> tuple[int, int]:
    """A range in whole people, never narrower than it was published."""
    return int(down(Fraction(span.low * per, span.per))), int(up(Fraction(span.high * per, span.per)))


def whole_parts(shares: Sequence[float], total: int) -> tuple[int, ...]:
    """Shares of one whole as whole numbers that always add up to `total`: the largest remainders are rounded up.

    Raises ValueError where the shares do not add up to 1. Method: Hamilton's apportionment.
    """
    if abs(sum(shares) - 1) > 1e-9:
        raise ValueError("shares must add up to 1")
    parts = [floor(share * total) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda index: parts[index] - shares[index] * total)
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return tuple(parts)
