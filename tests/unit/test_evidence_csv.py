"""The evidence file says what the content says: every figure, with no digit changed."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from babel import Locale

from decision_aid.exports.evidence_csv import evidence_csv
from decision_aid.model.aid import Aid
from harness.aids import changed
from tests.cases.published import estimates, raw
from tests.cases.tables import cases

RAW = estimates()
RATINGS: dict[str, Any] = raw("evidence/certainty.yaml")
SOURCES: dict[str, Any] = raw("evidence/sources.yaml")

RATIO = {"": "value", "_low": "low", "_high": "high"}
ENGLISH = Locale("en", "US")


def read(made: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """The file as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@pytest.fixture(scope="module")
def lines(aid: Aid) -> list[dict[str, str]]:
    return read(evidence_csv(aid, aid.evidence.estimates, ENGLISH))


def cell(value: Any) -> str:
    return "" if value is None else str(value)


def raw_lines(name: str) -> Iterator[dict[str, str]]:
    """The numbers of an estimate as the content file has them, one line for each group and time."""
    measure = RAW[name]["measure"]
    match measure["kind"]:
        case "frequency":
            ratio = measure.get("odds_ratio", {})
            odds = {f"odds_ratio{end}": cell(ratio.get(part)) for end, part in RATIO.items()}
            for arm in measure["arms"]:
                span = arm.get("range", {})
                ends = {f"range_{part}": cell(span.get(part)) for part in ("low", "high", "per")}
                counts = {part: cell(arm.get(part)) for part in ("events", "denominator")}
                yield {"group": arm["group"], **counts, **ends, **odds}
        case "difference":
            for point in measure["points"]:
                yield {"group": measure["better"], "unit": measure["scale"], **numbers(point)}
        case "mean":
            for arm in measure["arms"]:
                for point in arm["points"]:
                    yield {"group": arm["group"], "unit": measure["scale"], **numbers(point)}
        case "quantity":
            yield {part: cell(measure[part]) for part in ("unit", "low", "high")}
        case _:
            yield dict.fromkeys(("events", "value", "low", "high", "range_low"), "")


def numbers(point: dict[str, Any]) -> dict[str, str]:
    means = " | ".join(f"{group} {mean:g}" for group, mean in point.get("means", {}).items())
    return {**{part: cell(point[part]) for part in ("value", "low", "high")}, "means": means}


def test_every_estimate_is_there_once_for_each_group_and_time(lines: list[dict[str, str]]) -> None:
    assert [line["id"] for line in lines] == [name for name in RAW for _ in raw_lines(name)]


def test_every_number_is_the_one_in_the_content_file(lines: list[dict[str, str]]) -> None:
    expected = [line for name in RAW for line in raw_lines(name)]
    for line, wanted in zip(lines, expected, strict=True):
        assert {part: line[part] for part in wanted} == wanted, line["id"]


def test_each_line_says_how_it_was_compared_graded_and_checked(lines: list[dict[str, str]]) -> None:
    for line in lines:
        raw = RAW[line["id"]]
        for part in ("comparator", "checked", "seen_at", "checked_on"):
            assert line[part] == cell(raw.get(part)), line["id"]
        named = raw["certainty"] if raw["certainty"] != "not_rated" else []
        given_ratings = [RATINGS[rating] for rating in named]
        levels = [" to ".join(rating.get("grades", ["other_scale"])) for rating in given_ratings]
        assert line["certainty"].split(" | ") == (levels or ["not_rated"]), line["id"]
        for column, part in (("rated_for", "rated_for"), ("rating_scale", "scale")):
            assert line[column] == " | ".join(rating[part] for rating in given_ratings)
        assert line["rated_in"] == " | ".join(str(SOURCES[rating["source"]]["year"]) for rating in given_ratings)
        assert line["title"]
        assert line["who"]
        assert line["reason"]


def test_each_line_names_all_of_its_sources(aid: Aid, lines: list[dict[str, str]]) -> None:
    for line in lines:
        sources = [aid.evidence.sources[name] for name in RAW[line["id"]]["sources"]]
        assert line["source_authors"].split(" | ") == [source.credited or "" for source in sources]
        assert line["source_doi"].split(" | ") == [source.doi or "" for source in sources]


@pytest.mark.parametrize("how", ["share", "events"])
def test_a_share_and_a_group_of_our_own_reckoning_are_told_from_a_count(lines: list[dict[str, str]], how: str) -> None:
    marked = {line["id"] for line in lines if line["as_reported"] == how}
    arms = {name: raw["measure"].get("arms", ()) for name, raw in RAW.items()}
    assert marked == {name for name, its_arms in arms.items() if any(arm.get("as_reported") == how for arm in its_arms)}


def test_commas_quotes_and_line_breaks_stay_within_their_cell(aid: Aid) -> None:
    hard = 'One, "two"\nthree; four'
    spoiled = changed(aid, "words.estimates.pain_sham.who", hard)
    for locale, delimiter in ((ENGLISH, ","), (Locale("es", "ES"), ";")):
        (line,) = read(evidence_csv(spoiled, ["pain_sham"], locale), delimiter)
        assert line["who"] == hard


@cases("locale", "spreadsheet")
def test_a_spreadsheet_of_the_persons_country_reads_the_numbers(
    aid: Aid, country: str, delimiter: str, expected: list[str]
) -> None:
    made = evidence_csv(aid, ["pain_sham"], Locale.parse(country))
    assert made.startswith(codecs.BOM_UTF8)
    (line,) = read(made, delimiter)
    assert [line["value"], line["low"], line["high"]] == expected
