"""The sums behind the words, line by line and as a file."""

import csv
import io

import pytest
from babel import Locale

from decision_aid.exports.sums_csv import sums_csv
from decision_aid.model.answers import Answers
from decision_aid.reasoning.outlook import outlook_of
from decision_aid.reasoning.weighing import Verdict
from decision_aid.summary.sums import SumLine, shares, sums
from tests.unit.people import real_aid

AID = real_aid()
RATED = Answers(
    importance={"pain_first_month": 6, "procedure_harm": 3, "avoid_procedure": 1},
    facts_seen=True,
    gut_leaning="not_sure",
)


@pytest.fixture(scope="module")
def lines() -> tuple[SumLine, ...]:
    return sums(AID, outlook_of(AID, RATED).fits)


def test_each_thing_weighed_has_a_line_through_each_kind_of_study(lines: tuple[SumLine, ...]) -> None:
    assert [line.outcome for line in lines] == list(RATED.importance) * 2


def test_the_numbers_of_a_line_are_those_worked_out_by_hand(lines: tuple[SumLine, ...]) -> None:
    first = lines[0]
    # Pain against a sham: 0.7 of a swing of 3 points; rated 6 of 6 + 3 + 1 = 10.
    assert (first.comparator, first.rating, first.weight) == ("sham", 6, pytest.approx(0.6))
    assert first.effect == pytest.approx(0.7 / 3)
    assert first.contribution == pytest.approx(0.6 * 0.7 / 3)
    assert (first.low * 3, first.high * 3) == (pytest.approx(0.25), pytest.approx(1.15))


def test_the_file_says_the_same_as_the_lines(lines: tuple[SumLine, ...]) -> None:
    made = sums_csv(AID, lines, Locale("es", "ES")).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(made, newline=""), delimiter=";"))
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        assert (row["comparator"], row["outcome"], row["seed"]) == (line.comparator, line.outcome, str(line.seed))
        assert float(row["contribution"].replace(",", ".")) == pytest.approx(line.contribution, abs=0.00005)
        assert row["aid_version"] == AID.decision.version


def test_shares_of_repeat_sums_are_told_out_of_a_hundred_and_add_up() -> None:
    sentence = shares(AID, Verdict("too_close", None, {"vertebroplasty": 0.084, "conservative_care": 0.433}, 0.483))
    assert [f": {part}" in sentence for part in (9, 43, 48)] == [True, True, True]
