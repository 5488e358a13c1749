"""A difference of averages on its whole scale, as inline SVG from a pure function.

The line reaches from a little below "no difference" to the end of the scale, so that a gap looks as large as it is.
"""

from functools import lru_cache

from markupsafe import Markup

from decision_aid.reasoning.rounding import Score

WIDTH, HEIGHT, EDGE = 320, 56, 12
"""Size of the drawing, and the room at both ends for its two numbers, in units of the view box."""
MIDDLE = 20
"""The height of the line, from the top."""
ROOM_FOR_WORSE = 0.2
"""The least share of the scale that is drawn below "no difference", so that ranges that cross it are seen."""


@lru_cache(maxsize=256)
def number_line(score: Score, end: int, label: str, noticed: float | None = None) -> Markup:
    """A dot for the value on a bar for its range, with an upright line where there is no difference.

    `end` is the length of the scale in points, which is the largest difference there can be; `noticed` is drawn as a
    broken line: the smallest change that people notice. `label` is the text for screen readers.
    """
    start = min(score.low, -ROOM_FOR_WORSE * end)

    def across(points: float) -> float:
        return round(EDGE + (points - start) / (end - start) * (WIDTH - 2 * EDGE), 2)

    low, high = across(score.low), across(score.high)
    return Markup(
        '<svg class="number-line" role="img" aria-label="{label}" viewBox="0 0 {width} {height}">'
        '<path class="scale" d="M{left} {middle}H{right}"/>{noticed}'
        '<path class="no-difference" d="M{zero} 2V38"/>'
        '<rect class="range" x="{low}" y="{top}" width="{wide}" height="12" rx="6"/>'
        '<circle class="value" cx="{value}" cy="{middle}" r="8"/>'
        '<text x="{zero}" y="54">0</text><text x="{right}" y="54">{end}</text></svg>'
    ).format(
        label=label,
        width=WIDTH,
        height=HEIGHT,
        left=across(start),
        right=across(end),
        zero=across(0),
        middle=MIDDLE,
        top=MIDDLE - 6,
        low=low,
        wide=round(high - low, 2),
        value=across(score.value),
        noticed=_upright(across(noticed)) if noticed is not None else "",
        end=end,
    )


def _upright(x: float) -> Markup:
    return Markup('<path class="noticed" d="M{} 2V38"/>').format(x)
