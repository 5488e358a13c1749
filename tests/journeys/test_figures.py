"""The figures on the chances page are those of the evidence file, worked out here a second time by other means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from harness.walking import arrive, go

CONTENT = Path(__file__).parents[2] / "content"


@dataclass(frozen=True)
class Expected:
    """One group of people as it has to be shown: its numbers in the order of the sentence, and the people filled in."""

    estimate: str
    group: str
    numbers: tuple[str, ...]
    count: int | None
    per: int


@cache
def read(path: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load((CONTENT / path).read_text(encoding="utf-8"), yaml.CSafeLoader)
    return loaded


def whole(part: int, of: int, per: int) -> int:
    return int((Decimal(part) * per / of).quantize(Decimal(1), ROUND_HALF_UP))


def half(value: float) -> str:
    doubled = (Decimal(str(abs(value))) * 2).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{float(doubled) / 2 * (-1 if value < 0 and doubled else 1):g}".replace("-", "−")


def shown_estimates() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every estimate on the page with its measure and its row, in the order of the page."""
    estimates = read("evidence/estimates.yaml")
    for outcome in read("decision.yaml")["outcomes"].values():
        for row in outcome.get("rows", {}).values():
            for name in row["estimates"]:
                yield name, estimates[name]["measure"], row


def expected_groups() -> list[Expected]:
    return [
        expect(name, arm, measure["per"])
        for name, measure, _ in shown_estimates()
        if measure["kind"] == "frequency"
        for arm in measure["arms"]
        if not arm.get("cannot_happen")
    ]


def expect(name: str, arm: dict[str, Any], per: int) -> Expected:
    span = arm.get("range")
    ends = [str(whole(span[end], span["per"], per)) for end in ("low", "high")] if span else []
    if "events" not in arm:
        return Expected(name, arm["group"], (*ends, str(per)), None, per)
    count = whole(arm["events"], arm["denominator"], per)
    numbers = [count, per, per - count, per]
    return Expected(name, arm["group"], (*map(str, numbers), *ends, *([str(per)] if ends else [])), count, per)


@pytest.fixture(scope="module")
def chances() -> AppTest:
    return go(arrive(), "chances")


@pytest.fixture(scope="module")
def figures(chances: AppTest) -> list[str]:
    """The figures with people in them, in the order of the page."""
    page = "\n".join(one.value for one in chances.markdown)
    return [figure for figure in re.findall(r"<figure>.*?</figure>", page, re.DOTALL) if "icon-array" in figure]


def numbers(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", text))


def test_every_group_of_every_frequency_has_its_figure_and_no_other_has(figures: list[str]) -> None:
    assert len(figures) == len(expected_groups()) > 20


def test_each_figure_names_its_group_and_says_its_count_both_ways_and_its_range(aid: Aid, figures: list[str]) -> None:
    for expected, figure in zip(expected_groups(), figures, strict=True):
        group = aid.words.groups[expected.group]
        words = aid.words.estimates[expected.estimate]
        told = unescape(re.sub(r"<[^>]*>", " ", re.search(r"<figcaption>.*</figcaption>", figure, re.DOTALL)[0]))
        # The event stands under the large count and again in the sentence.
        for text in (group, words.event, words.event, words.no_event):
            told = told.replace(text, "", 1)
        short = 3 if expected.count is None else 2
        assert numbers(told) == (*expected.numbers[:short], *expected.numbers), expected


def test_each_picture_tells_those_who_cannot_see_it_its_group_and_its_numbers(aid: Aid, figures: list[str]) -> None:
    for expected, figure in zip(expected_groups(), figures, strict=True):
        label = unescape(re.search(r'aria-label="([^"]*)"', figure)[1])
        words = aid.words.estimates[expected.estimate]
        assert label.startswith(aid.words.groups[expected.group])
        for text in (aid.words.groups[expected.group], words.event, words.no_event):
            label = label.replace(text, "", 1)
        assert numbers(label) == expected.numbers, expected


def test_as_many_people_are_filled_in_as_were_counted(figures: list[str]) -> None:
    for expected, figure in zip(expected_groups(), figures, strict=True):
        drawn = {
            state: path.count("M") for state, path in re.findall(r'<path class="(\w+)" d="(M[^"]*a2\.1[^"]*)"', figure)
        }
        assert sum(drawn.values()) == expected.per
        filled = drawn.get("certain", 0) + drawn.get("likely", 0) + drawn.get("added", 0)
        assert filled == (int(expected.numbers[0]) if expected.count is None else expected.count), expected


def test_every_chance_above_zero_shows_at_least_one_person(figures: list[str]) -> None:
    assert all(expected.count != 0 for expected in expected_groups())


def test_all_figures_of_a_row_are_out_of_the_same_number() -> None:
    for outcome in read("decision.yaml")["outcomes"].values():
        for row in outcome.get("rows", {}).values():
            measures = [read("evidence/estimates.yaml")[name]["measure"] for name in row["estimates"]]
            assert len({measure["per"] for measure in measures if measure["kind"] == "frequency"}) <= 1


def test_each_chart_of_points_says_its_numbers_to_the_nearest_half_in_words(chances: AppTest) -> None:
    expected = {}
    for _, measure, row in shown_estimates():
        if measure["kind"] == "difference":
            points = [one for one in measure["points"] if one["at"] == row.get("at")] or measure["points"]
            # Where all times stand in one chart, its description gives the averages; the ranges stand below it.
            parts = ("value", "low", "high") if len(points) == 1 else ("value",)
            expected.setdefault(str(row), []).extend(half(point[part]) for point in points for part in parts)
        elif measure["kind"] == "mean":
            for arm in measure["arms"]:
                start, end = arm["points"][0], arm["points"][-1]
                values = (start["value"], end["value"], end["low"], end["high"])
                expected.setdefault(str(row), []).extend(half(value) for value in values)
    told = [one.proto.alt for one in chances if one.type == "vega_lite_chart"]
    assert len(told) == len(expected)
    for alternative, wanted in zip(told, expected.values(), strict=True):
        without_times = re.sub(r"\d+ (days?|weeks?|months?):", "", alternative)
        found = re.findall(r"(?<![\d.])−?\d+(?:\.\d+)?", without_times)
        assert found[-len(wanted) :] == wanted
        assert len(alternative) <= 250
