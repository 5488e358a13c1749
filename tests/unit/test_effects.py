"""Effects: each one used, worked out by hand from the figures its source prints; and how figures become effects."""

from typing import Any

import pytest

from decision_aid.model.aid import Aid
from decision_aid.model.decision import EffectSource, Swing
from decision_aid.model.evidence import Arm, Difference, Frequency, Horizon, Measure, Point, Span, Statement
from decision_aid.reasoning.effects import Effect, effect
from decision_aid.reasoning.preferences import ratable_outcomes
from harness.aids import changed
from tests.cases.tables import cases, table

PROCEDURE, REFERENCE = "vertebroplasty", "conservative_care"
MONTH, YEAR = Horizon(amount=1, unit="month"), Horizon(amount=12, unit="month")
SWINGS = {"pain_first_month": Swing(amount=3, scale="pain"), "new_fracture": Swing(amount=25, per=100)}
"""Swings for made-up figures: another swing in the content changes the worked cases alone."""


def with_outcome(aid: Aid, name: str, **fields: Any) -> Aid:
    """The aid with one outcome changed."""
    return changed(aid, f"decision.outcomes.{name}", aid.decision.outcomes[name].model_copy(update=fields))


def through(aid: Aid, name: str, **source: Any) -> Effect | None:
    """The effect of the procedure on an outcome, were it taken from another source."""
    sourced = with_outcome(aid, name, effects={PROCEDURE: {"sham": EffectSource(**source)}})
    return effect(sourced, name, PROCEDURE, "sham")


def measured(aid: Aid, name: str, measure: Measure, at: Horizon | None = None) -> Effect | None:
    """The effect of the procedure on an outcome, were it measured like this."""
    made_up = changed(aid, "evidence.estimates.pain_sham.measure", measure)
    return through(with_outcome(made_up, name, swing=SWINGS[name]), name, estimate="pain_sham", at=at)


def shares(own: Arm, other: Arm) -> Frequency:
    return Frequency(kind="frequency", per=100, arms=(own, other), no_range="not_reported")


def arm(group: str, **figures: Any) -> Arm:
    return Arm(group=group, **figures)


@cases("figures", "effects")
def test_an_effect_is_the_published_difference_in_swings(
    aid: Aid, outcome: str, comparator: str, expected: list[float] | None
) -> None:
    known = effect(aid, outcome, PROCEDURE, comparator)
    assert (known and [known.mean, known.sd]) == (expected and pytest.approx(expected, abs=0.00005))


def test_every_outcome_and_comparator_is_worked_out_or_not_known(aid: Aid) -> None:
    assert {tuple(case["given"].values()) for case in table("figures", "effects")} == {
        (outcome, comparator) for outcome in ratable_outcomes(aid) for comparator in aid.decision.comparators
    }


def test_the_reference_option_has_no_effect_against_itself_known_or_not_whatever_the_content_says(aid: Aid) -> None:
    other = with_outcome(aid, "avoid_procedure", effects={REFERENCE: {"any": EffectSource(certain=-1)}})
    for outcome in ratable_outcomes(aid):
        for comparator in aid.decision.comparators:
            assert effect(other, outcome, REFERENCE, comparator) == Effect(0.0, 0.0), (outcome, comparator)


def test_an_effect_of_a_comparator_goes_before_one_for_all(aid: Aid) -> None:
    sources = {"any": EffectSource(certain=1), "sham": EffectSource(certain=-1)}
    other = with_outcome(aid, "avoid_procedure", effects={PROCEDURE: sources})
    assert effect(other, "avoid_procedure", PROCEDURE, "sham") == Effect(-1.0, 0.0)
    assert effect(other, "avoid_procedure", PROCEDURE, "usual_care") == Effect(1.0, 0.0)


@pytest.mark.parametrize(("at", "mean"), [(MONTH, 0.5), (YEAR, -0.5), (None, -0.5)])
def test_the_point_measured_at_the_asked_time_counts_and_else_the_last(
    aid: Aid, at: Horizon | None, mean: float
) -> None:
    points = (Point(at=MONTH, value=1.5, low=0, high=3), Point(at=YEAR, value=-1.5, low=-3, high=0))
    measure = Difference(kind="difference", scale="pain", better=PROCEDURE, points=points)
    assert measured(aid, "pain_first_month", measure, at).mean == pytest.approx(mean)


def test_points_in_favor_of_the_reference_option_count_against_the_other(aid: Aid) -> None:
    points = (Point(at=MONTH, value=1.5, low=0, high=3),)
    measure = Difference(kind="difference", scale="pain", better=REFERENCE, points=points)
    assert measured(aid, "pain_first_month", measure, MONTH).mean == pytest.approx(-0.5)


# 30 of 100 against 20 of 100, swing 25 of 100: 0.10/0.25 = 0.4
@pytest.mark.parametrize(("kind", "mean"), [("benefit", 0.4), ("harm", -0.4), ("burden", -0.4)])
def test_more_people_count_for_a_benefit_and_against_a_harm_or_burden(aid: Aid, kind: str, mean: float) -> None:
    other = with_outcome(aid, "new_fracture", kind=kind)
    measure = shares(arm(PROCEDURE, events=30, denominator=100), arm("sham", events=20, denominator=100))
    assert measured(other, "new_fracture", measure).mean == pytest.approx(mean)


def test_a_reported_range_says_how_sure_a_share_is(aid: Aid) -> None:
    own = arm(PROCEDURE, events=10, denominator=100, range=Span(low=5, high=20, per=100))
    measure = shares(own, arm(REFERENCE, cannot_happen=True))
    # −0.10/0.25 = −0.4, the reported best guess and not the middle of the range; (0.20 − 0.05)/3.92/0.25 = 0.1531
    known = measured(aid, "new_fracture", measure)
    assert (known.mean, known.sd) == (pytest.approx(-0.4), pytest.approx(0.1531, abs=0.00005))


@pytest.mark.parametrize(
    "measure",
    [
        shares(
            arm(PROCEDURE, events=44, denominator=100, as_reported="share"),
            arm("sham", events=21, denominator=100, as_reported="share"),
        ),
        Frequency(
            kind="frequency", per=100, arms=(arm(PROCEDURE, events=1, denominator=100),), no_range="not_reported"
        ),
        shares(arm("sham", events=1, denominator=100), arm("usual_care", events=1, denominator=100)),
        Statement(kind="statement", known=False),
    ],
    ids=["shares without head counts", "one arm", "no arm of the option", "a statement"],
)
def test_figures_that_do_not_say_how_sure_they_are_give_no_effect(aid: Aid, measure: Measure) -> None:
    assert measured(aid, "new_fracture", measure) is None


@pytest.mark.parametrize("estimate", ["vapour_relief", "vertos5_pain", "pain_year_usual_care", "vertos4_collapse"])
def test_published_figures_without_a_usable_difference_give_no_effect(aid: Aid, estimate: str) -> None:
    assert through(aid, "pain_first_month", estimate=estimate) is None


def test_without_a_swing_there_is_no_effect(aid: Aid) -> None:
    other = with_outcome(aid, "pain_first_month", swing=None)
    assert effect(other, "pain_first_month", PROCEDURE, "sham") is None
