"""An average on its scale: each part stands where its number says, on the whole scale, and is named in words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from decision_aid.reasoning.rounding import Score
from decision_aid.wording.number_line import WIDTH, number_line

ENDS = st.sampled_from([5, 10, 23, 100])


@st.composite
def scores(draw: st.DrawFn) -> tuple[Score, int]:
    """A score in tenths within plus and minus the length of its scale, and that length."""
    end = draw(ENDS)
    low, value, high = sorted(draw(st.lists(st.integers(-10 * end, 10 * end), min_size=3, max_size=3)))
    return Score(value / 10, low / 10, high / 10), end


def drawn(svg: str) -> dict[str, float]:
    """Where the parts stand, in pixels from the left."""
    positions = {
        "zero": r'class="no-difference" d="M([\d.]+)',
        "noticed": r'class="noticed" d="M([\d.]+)',
        "value": r'class="value" cx="([\d.]+)"',
        "low": r'class="range" x="([\d.]+)"',
        "start": r'class="scale" d="M([\d.]+)',
        "end": r'class="scale" d="M[\d.]+ [\d.]+H([\d.]+)',
        "wide": r'width="([\d.]+)" height="12"',
    }
    places = {part: float(match[1]) for part, pattern in positions.items() if (match := re.search(pattern, svg))}
    return places | {"high": places["low"] + places["wide"]}


@given(scores())
def test_each_part_stands_as_far_from_no_difference_as_its_number_says(scored: tuple[Score, int]) -> None:
    score, end = scored
    places = drawn(number_line(score, end, "x", noticed=1.5))
    a_point = (places["end"] - places["zero"]) / end
    for part, number in {"value": score.value, "low": score.low, "high": score.high, "noticed": 1.5}.items():
        assert abs(places[part] - places["zero"] - number * a_point) < 0.05
    assert places["low"] - 0.02 <= places["value"] <= places["high"] + 0.02


@given(scores())
def test_the_whole_scale_is_drawn_with_room_for_worse_and_nothing_stands_outside(scored: tuple[Score, int]) -> None:
    score, end = scored
    svg = number_line(score, end, "x")
    places = drawn(svg)
    assert places["start"] < places["zero"] < places["end"]
    assert 0 <= places["start"] <= places["low"]
    assert places["high"] <= places["end"] + 0.02 <= WIDTH
    assert re.findall(r"<text[^>]*>(\d+)</text>", svg) == ["0", str(end)]
    assert "noticed" not in places
