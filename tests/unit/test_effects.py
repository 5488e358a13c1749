"""Effects: each one used, worked out by hand from the figures its source prints; and how figures become effects."""

from typing import Any

import pytest

from decision_aid.model.aid import Aid
from decision_aid.model.decision import EffectSource, Outcome, Swing
from decision_aid.model.evidence import Arm, Difference, Frequency, Horizon, Measure, Point, Span, Statement
from decision_aid.reasoning.effects import Effect, effect
from decision_aid.reasoning.preferences import ratable_outcomes

PROCEDURE, REFERENCE = "vertebroplasty", "conservative_care"
BY_HAND = {
    # Cochrane 2018, pain at 1 month: 0.7 points better (0.3 to 1.2), swing 3
    # 0.7/3 = 0.2333; (1.2 − 0.3)/3.92/3 = 0.9/11.76 = 0.0765
    ("pain_first_month", "sham"): (0.2333, 0.0765),
    # pooled 2017, pain at 1 month: 1.56 points better (0.43 to 2.7), swing 3
    # 1.56/3 = 0.52; (2.7 − 0.43)/3.92/3 = 2.27/11.76 = 0.1930
    ("pain_first_month", "usual_care"): (0.5200, 0.1930),
    # VERTOS IV, pain at 12 months: 0.45 points better (−0.37 to 1.24), swing 3
    # 0.45/3 = 0.15; (1.24 + 0.37)/3.92/3 = 1.61/11.76 = 0.1369
    ("pain_year", "sham"): (0.1500, 0.1369),
    # INVEST, disability at 1 month: 0.7 points better (−1.3 to 2.8), swing 5
    # 0.7/5 = 0.14; (2.8 + 1.3)/3.92/5 = 4.1/19.6 = 0.2092
    ("getting_about", "sham"): (0.1400, 0.2092),
    # VERTOS IV, a new break: 15 of 90 against 19 of 86, swing 25 of 100; odds ratio 0.71 (0.33 to 1.50)
    # 19/86 − 15/90 = 0.22093 − 0.16667 = 0.05426; 0.05426/0.25 = 0.2171
    # the odds with sham are 19/67 = 0.28358; ×0.33 = 0.09358, ×1.50 = 0.42537: shares of 0.08557 and 0.29843;
    # outwards to whole people, 85 to 299 of 1000: (0.299 − 0.085)/3.92/0.25 = 0.214/0.98 = 0.2184
    ("new_fracture", "sham"): (0.2171, 0.2184),
    # VERTOS II, a new break: 15 of 91 against 21 of 85, swing 25 of 100
    # 21/85 − 15/91 = 0.24706 − 0.16484 = 0.08222; 0.08222/0.25 = 0.3289
    # 0.001513 + 0.24706×0.75294/85 = 0.001513 + 0.002188 = 0.003701; √ = 0.06084; /0.25 = 0.2434
    ("new_fracture", "usual_care"): (0.3289, 0.2434),
    # VERTOS II, the bone sinks further: 11 of 91 against 35 of 85, swing 50 of 100
    # 35/85 − 11/91 = 0.41176 − 0.12088 = 0.29089; 0.29089/0.50 = 0.5818
    # 0.12088×0.87912/91 + 0.41176×0.58824/85 = 0.001168 + 0.002850 = 0.004017; √ = 0.06338; /0.50 = 0.1268
    ("further_collapse", "usual_care"): (0.5818, 0.1268),
    # the hospital's page: 1 to 3 of 100 have a problem, none can without the procedure, swing 5 of 100
    # (0 − 0.02)/0.05 = −0.4; (0.03 − 0.01)/3.92/0.05 = 0.02/0.196 = 0.1020
    ("procedure_harm", "sham"): (-0.4000, 0.1020),
    ("procedure_harm", "usual_care"): (-0.4000, 0.1020),
    # having a procedure is certain with one option and certain not to be with the other
    ("avoid_procedure", "sham"): (-1, 0),
    ("avoid_procedure", "usual_care"): (-1, 0),
}
NOT_KNOWN = [
    ("pain_year", "usual_care"),
    ("getting_about", "usual_care"),
    ("further_collapse", "sham"),
    ("medicine_side_effects", "sham"),
    ("medicine_side_effects", "usual_care"),
    ("hospital_time", "sham"),
    ("hospital_time", "usual_care"),
]
MONTH, YEAR = Horizon(amount=1, unit="month"), Horizon(amount=12, unit="month")
SWINGS = {
    "pain_first_month": Swing(amount=3, scale="pain"),
    "new_fracture": Swing(amount=25, per=100),
}
"""Swings for made-up figures: another swing in the content changes BY_HAND alone."""


def with_outcome(aid: Aid, name: str, **changed: Any) -> Aid:
    """The aid with one outcome changed."""
    outcome: Outcome = aid.decision.outcomes[name].model_copy(update=changed)
    outcomes = {**aid.decision.outcomes, name: outcome}
    return aid.model_copy(update={"decision": aid.decision.model_copy(update={"outcomes": outcomes})})


def through(aid: Aid, name: str, **source: Any) -> Effect | None:
    """The effect of the procedure on an outcome, were it taken from another source."""
    changed = with_outcome(aid, name, effects={PROCEDURE: {"sham": EffectSource(**source)}})
    return effect(changed, name, PROCEDURE, "sham")


def measured(aid: Aid, name: str, measure: Measure, at: Horizon | None = None) -> Effect | None:
    """The effect of the procedure on an outcome, were it measured like this."""
    estimate = aid.evidence.estimates["pain_sham"].model_copy(update={"measure": measure})
    estimates = {**aid.evidence.estimates, "made_up": estimate}
    evidence = aid.evidence.model_copy(update={"estimates": estimates})
    changed = with_outcome(aid.model_copy(update={"evidence": evidence}), name, swing=SWINGS[name])
    return through(changed, name, estimate="made_up", at=at)


def shares(own: Arm, other: Arm) -> Frequency:
    return Frequency(kind="frequency", per=100, arms=(own, other), no_range="not_reported")


def arm(group: str, **figures: Any) -> Arm:
    return Arm(group=group, **figures)


@pytest.mark.parametrize(("outcome", "comparator"), BY_HAND)
def test_an_effect_is_the_published_difference_in_swings(aid: Aid, outcome: str, comparator: str) -> None:
    found, (mean, sd) = effect(aid, outcome, PROCEDURE, comparator), BY_HAND[outcome, comparator]
    assert found is not None
    assert found.mean == pytest.approx(mean, abs=0.00005)
    assert found.sd == pytest.approx(sd, abs=0.00005)


@pytest.mark.parametrize(("outcome", "comparator"), NOT_KNOWN)
def test_what_no_study_measured_well_enough_has_no_effect(aid: Aid, outcome: str, comparator: str) -> None:
    assert effect(aid, outcome, PROCEDURE, comparator) is None


def test_every_outcome_and_comparator_is_worked_out_here_or_not_known(aid: Aid) -> None:
    asked = {(outcome, comparator) for outcome in ratable_outcomes(aid) for comparator in aid.decision.comparators}
    assert asked == {*BY_HAND, *NOT_KNOWN}


def test_the_reference_option_has_no_effect_against_itself_known_or_not_whatever_the_content_says(aid: Aid) -> None:
    named = {REFERENCE: {"any": EffectSource(certain=-1)}}
    changed = with_outcome(aid, "avoid_procedure", effects=named)
    for outcome, comparator in (*BY_HAND, *NOT_KNOWN):
        assert effect(changed, outcome, REFERENCE, comparator) == Effect(0.0, 0.0), (outcome, comparator)


def test_the_bounds_are_as_wide_as_the_published_range(aid: Aid) -> None:
    found = effect(
        with_outcome(aid, "pain_first_month", swing=SWINGS["pain_first_month"]), "pain_first_month", PROCEDURE, "sham"
    )
    # 0.3 to 1.2 is 0.9 points wide; around 0.7 that is 0.25 to 1.15 points of a swing of 3
    assert found.low * 3 == pytest.approx(0.25)
    assert found.high * 3 == pytest.approx(1.15)


def test_an_effect_for_one_comparator_goes_before_one_for_all(aid: Aid) -> None:
    sources = {"any": EffectSource(certain=1), "sham": EffectSource(certain=-1)}
    changed = with_outcome(aid, "avoid_procedure", effects={PROCEDURE: sources})
    assert effect(changed, "avoid_procedure", PROCEDURE, "sham") == Effect(-1.0, 0.0)
    assert effect(changed, "avoid_procedure", PROCEDURE, "usual_care") == Effect(1.0, 0.0)


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
    changed = with_outcome(aid, "new_fracture", kind=kind)
    measure = shares(arm(PROCEDURE, events=30, denominator=100), arm("sham", events=20, denominator=100))
    assert measured(changed, "new_fracture", measure).mean == pytest.approx(mean)


def test_a_reported_range_says_how_sure_a_share_is(aid: Aid) -> None:
    own = arm(PROCEDURE, events=10, denominator=100, range=Span(low=5, high=20, per=100))
    measure = shares(own, arm(REFERENCE, cannot_happen=True))
    # −0.10/0.25 = −0.4, the reported best guess and not the middle of the range; (0.20 − 0.05)/3.92/0.25 = 0.1531
    found = measured(aid, "new_fracture", measure)
    assert (found.mean, found.sd) == (pytest.approx(-0.4), pytest.approx(0.1531, abs=0.00005))


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
    changed = with_outcome(aid, "pain_first_month", swing=None)
    assert effect(changed, "pain_first_month", PROCEDURE, "sham") is None
