"""Contrast and difference of colors, against figures from outside."""

import pytest

from decision_aid.content.color import contrast, difference, mix
from decision_aid.content.palette import SCHEMES, colors
from decision_aid.content.rules.accent import APART, AS_TEXT, GROUNDS


@pytest.mark.parametrize(
    ("color", "other", "known"),
    [("#000000", "#ffffff", 21), ("#767676", "#ffffff", 4.54), ("#ff0000", "#ffffff", 4.0), ("#0b4f8a", "#0b4f8a", 1)],
)
def test_contrast_is_that_of_wcag(color: str, other: str, known: float) -> None:
    assert contrast(color, other) == contrast(other, color) == pytest.approx(known, abs=0.005)


def test_black_and_white_differ_most_and_a_color_from_itself_not_at_all() -> None:
    assert difference("#000000", "#ffffff") == pytest.approx(1, abs=0.001)
    assert difference("#4b4a8f", "#4b4a8f") == 0


def test_colors_mix_as_in_css() -> None:
    assert mix("#ffffff", "#000000", 20) == "#cccccc"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_delivered_accent_keeps_the_rules_for_one(scheme: str) -> None:
    known = colors(scheme)
    assert min(contrast(known["figure"], known[name]) for name in GROUNDS) >= AS_TEXT
    assert min(difference(known["figure"], known[name]) for name in ("option-1", "option-2", "urgent")) >= APART
