"""Worked cases (tests/cases/weighing.yaml): the cases, an oracle that goes another way, and the aid say the same."""

import re
from typing import Any

import pytest

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.effects import effect
from decision_aid.reasoning.outlook import outlook_of
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.reasoning.weighing import Weighing
from tests.cases import oracle
from tests.cases.tables import raw

WORKED = raw("weighing")
EFFECTS, CASES = WORKED["effects"], WORKED["cases"]
WEIGHED = [case for case in CASES if "difference" in case["expect"]]

SAFE_MARGIN = 0.04
"""A case nearer than this to the threshold could change its word by chance alone."""
SAME_SHARE = 0.03
TERM = re.compile(r"([−+]?) ?(\d+)/(\d+)×([\d.]+)")

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
every_weighed_case = pytest.mark.parametrize("case", WEIGHED, ids=lambda case: case["name"])

Case = dict[str, Any]


def answers_of(case: Case) -> Answers:
    return Answers(**{name: value for name, value in case["given"].items() if name != "comparator"})


def weighed(aid: Aid, case: Case) -> Weighing:
    return outlook_of(aid, answers_of(case)).fits[case["given"]["comparator"]].weighing


def oracle_says(case: Case) -> tuple[str, str | None]:
    lines = oracle.lines(case["given"], EFFECTS)
    before = oracle.obstacle(case["given"]) or oracle.gap(lines)
    return (before, None) if before else oracle.chances(lines).word()


def aid_says(aid: Aid, case: Case) -> tuple[str, str | None]:
    outlook, comparator = outlook_of(aid, answers_of(case)), case["given"]["comparator"]
    if before := outlook.obstacle or outlook.gaps.get(comparator):
        return before, None
    verdict = outlook.fits[comparator].weighing.verdict
    return verdict.word, verdict.option


@every_case
def test_the_oracle_and_the_aid_give_the_expected_word(aid: Aid, case: Case) -> None:
    expected = (case["expect"]["word"], case["expect"].get("option"))
    assert (oracle_says(case), aid_says(aid, case)) == (expected, expected)


@every_case
def test_the_aid_and_the_oracle_count_what_the_word_rests_on(aid: Aid, case: Case) -> None:
    expected = {name: case["expect"][name] for name in ("used", "not_rated", "not_known")}
    basis = outlook_of(aid, answers_of(case)).basis[case["given"]["comparator"]]
    assert {name: len(getattr(basis, name)) for name in expected} == expected
    assert oracle.counts(case["given"], EFFECTS) == expected


@every_weighed_case
def test_the_difference_is_the_sum_worked_by_hand(aid: Aid, case: Case) -> None:
    expected = case["expect"]["difference"]
    terms = TERM.findall(case["sum"])
    shown = sum((-1 if sign == "−" else 1) * int(part) / int(all_) * float(by) for sign, part, all_, by in terms)
    totals = weighed(aid, case).totals
    assert round(shown, 3) == pytest.approx(expected)
    assert round(oracle.difference(oracle.lines(case["given"], EFFECTS)), 3) == pytest.approx(expected)
    assert round(totals["vertebroplasty"] - totals["conservative_care"], 3) == pytest.approx(expected)


@every_weighed_case
def test_the_shares_of_repeat_sums_are_those_of_the_normal_curve_and_no_word_hangs_on_chance(
    aid: Aid, case: Case
) -> None:
    verdict, expected = weighed(aid, case).verdict, oracle.chances(oracle.lines(case["given"], EFFECTS))
    assert verdict.shares["vertebroplasty"] == pytest.approx(expected.procedure, abs=SAME_SHARE)
    assert verdict.shares["conservative_care"] == pytest.approx(expected.reference, abs=SAME_SHARE)
    assert verdict.even == pytest.approx(expected.even, abs=SAME_SHARE)
    assert expected.margin() >= SAFE_MARGIN


def test_the_effects_of_the_cases_are_those_of_the_evidence(aid: Aid) -> None:
    assert ratable_outcomes(aid) == oracle.RATABLE
    for comparator in aid.decision.comparators:
        effects = {outcome: effect(aid, outcome, "vertebroplasty", comparator) for outcome in ratable_outcomes(aid)}
        written = {outcome: (each["mean"], each["sd"]) for outcome, each in EFFECTS[comparator].items()}
        assert {
            outcome: (round(each.mean, 4), round(each.sd, 4)) for outcome, each in effects.items() if each
        } == written


def test_the_oracle_knows_the_answers_that_come_first(aid: Aid) -> None:
    choices = {
        (factor, name): choice
        for factor, asked_factor in aid.situation.items()
        for name, choice in asked_factor.choices.items()
    }
    assert {pair for pair, choice in choices.items() if choice.red_flag} == oracle.RED_FLAGS
    assert {pair for pair, choice in choices.items() if choice.settle_first} == oracle.SETTLE_FIRST


def test_each_word_and_each_obstacle_has_a_case_and_each_case_a_name_of_its_own() -> None:
    assert {case["expect"]["word"] for case in CASES} >= {
        *("leans", "about_even", "too_close", "too_few", "one_sided", "nothing_matters"),
        *("urgent", "settle_first", "facts_first", "gut_first"),
    }
    assert len({case["name"] for case in CASES}) == len(CASES)
