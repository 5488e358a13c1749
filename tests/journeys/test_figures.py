"""The figures on the chances page match the evidence files, computed here independently."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest

from decision_aid.model.aid import Aid
from harness.walking import arrive, go, with_details
from tests.cases.published import TENTH, WHOLE, estimates, point, raw, share

DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}


@dataclass(frozen=True)
class Expected:
    """The expected figure of one group: the numbers in the order of the sentence, and the count of people filled in."""

    estimate: str
    group: str
    numbers: tuple[str, ...]
    count: int | None
    per: int


def shown_estimates() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Each estimate on the page with its measure and row, in page order."""
    for outcome in raw("decision.yaml")["outcomes"].values():
        for row in outcome.get("rows", {}).values():
            for name in row["estimates"]:
                yield name, estimates()[name]["measure"], row


def expected_groups() -> list[Expected]:
    return [
        expected_group(name, arm, measure["per"])
        for name, measure, _ in shown_estimates()
        if measure["kind"] == "frequency"
        for arm in measure["arms"]
        if not arm.get("cannot_happen")
    ]


def expected_group(name: str, arm: dict[str, Any], per: int) -> Expected:
    published = share(arm).out_of(per)
    value, *ends = published.shown(WHOLE)
    ends = [end for end in ends if end is not None]
    if value is None:
        return Expected(name, arm["group"], (*ends, str(per)), None, per)
    sentence = (value, str(per), str(per - int(value)), str(per))
    return Expected(name, arm["group"], (*sentence, *ends, *([str(per)] if ends else [])), int(value), per)


@dataclass(frozen=True)
class ChancesPage:
    """Texts and charts of the page of all chances, outcome after outcome, with all details open."""

    page: str
    charts: list[Any]


@pytest.fixture(scope="module")
def chances() -> ChancesPage:
    at, texts, charts = with_details(arrive()), list[str](), list[Any]()
    for outcome, record in raw("decision.yaml")["outcomes"].items():
        if record.get("rows"):
            go(at, "chances", outcome)
            texts += [block.value for block in at.markdown]
            charts += [element.proto for element in at if element.type == "vega_lite_chart"]
    return ChancesPage("\n".join(texts), charts)


@pytest.fixture(scope="module")
def figures(chances: ChancesPage) -> list[str]:
    """The figures with people in them, in page order."""
    page = chances.page
    return [figure for figure in re.findall(r"<figure[^>]*>.*?</figure>", page, re.DOTALL) if "icon-array" in figure]


def numbers(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", text))


def test_every_group_of_every_frequency_has_its_figure_and_no_other_has(figures: list[str]) -> None:
    assert len(figures) == len(expected_groups()) > 20


def test_each_figure_names_its_group_and_says_its_count_both_ways_and_its_range(aid: Aid, figures: list[str]) -> None:
    for expected, figure in zip(expected_groups(), figures, strict=True):
        group = aid.words.groups[expected.group]
        words = aid.words.estimates[expected.estimate]
        caption = unescape(re.sub(r"<[^>]*>", " ", re.search(r"<figcaption>.*</figcaption>", figure, re.DOTALL)[0]))
        # The event stands under the large count and again in the sentence.
        for text in (group, words.event, words.event, words.no_event):
            caption = caption.replace(text, "", 1)
        short = 3 if expected.count is None else 2
        assert numbers(caption) == (*expected.numbers[:short], *expected.numbers), expected


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
        counts = {
            state: path.count("M") for state, path in re.findall(r'<path class="(\w+)" d="(M[^"]*a2\.1[^"]*)"', figure)
        }
        assert sum(counts.values()) == expected.per
        filled = counts.get("certain", 0) + counts.get("likely", 0) + counts.get("added", 0)
        assert filled == (int(expected.numbers[0]) if expected.count is None else expected.count), expected


def test_every_chance_above_zero_shows_at_least_one_person(figures: list[str]) -> None:
    assert all(expected.count != 0 for expected in expected_groups())


def test_all_figures_of_a_row_are_out_of_the_same_number() -> None:
    for outcome in raw("decision.yaml")["outcomes"].values():
        for row in outcome.get("rows", {}).values():
            measures = [estimates()[name]["measure"] for name in row["estimates"]]
            assert len({measure["per"] for measure in measures if measure["kind"] == "frequency"}) <= 1


def days_until_measured(estimate: dict[str, Any], row: dict[str, Any]) -> float:
    """Days until the shown value of an estimate was measured; 0 without a certain time."""
    measure = estimate["measure"]
    points = measure.get("points") or measure.get("arms", [{}])[0].get("points")
    at = row.get("at", points[-1]["at"]) if points else estimate.get("horizon")
    return at["amount"] * DAYS[at["unit"]] if at else 0


def test_all_figures_of_a_row_are_of_the_same_time_give_or_take_a_tenth() -> None:
    for outcome in raw("decision.yaml")["outcomes"].values():
        for row in outcome.get("rows", {}).values():
            figures = [estimates()[name] for name in row["estimates"]]
            measured = [figure for figure in figures if figure["measure"]["kind"] != "statement"]
            days = [days_until_measured(estimate, row) for estimate in measured]
            assert not days or max(days) - min(days) <= 0.1 * max(days), row["estimates"]


def test_each_chart_of_points_says_its_numbers_to_a_tenth_in_words_and_draws_them(chances: ChancesPage) -> None:
    expected, drawn = {}, {}
    for _, measure, row in shown_estimates():
        if measure["kind"] == "difference":
            points = [moment for moment in measure["points"] if moment["at"] == row.get("at")] or measure["points"]
            # The description of a chart of all times gives the averages; the ranges stand below it.
            parts = 3 if len(points) == 1 else 1
            published = [point(moment).shown(TENTH) for moment in points]
            expected.setdefault(str(row), []).extend(number for texts in published for number in texts[:parts])
            drawn.setdefault(str(row), []).extend(published)
        elif measure["kind"] == "mean":
            for arm in measure["arms"]:
                start, end = (point(arm["points"][index]).shown(TENTH) for index in (0, -1))
                expected.setdefault(str(row), []).extend((start[0], *end))
                drawn.setdefault(str(row), []).append(end)
    charts = chances.charts
    assert len(charts) == len(expected)
    for chart, chart_numbers, lines in zip(charts, expected.values(), drawn.values(), strict=True):
        data = json.loads(chart.spec)["layer"][-1]["data"]["values"]
        assert [tuple(line[part] for part in ("value", "low", "high")) for line in data] == [
            tuple(float(number.replace("−", "-")) for number in line) for line in lines
        ]
        alternative = chart.alt
        without_times = re.sub(r"\d+ (days?|weeks?|months?):", "", alternative)
        alt_numbers = re.findall(r"(?<![\d.])−?\d+(?:\.\d+)?", without_times)
        assert alt_numbers[-len(chart_numbers) :] == chart_numbers
        assert len(alternative) <= 250
