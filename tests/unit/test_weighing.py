"""The weighing: what everyone can rely on, whatever they rate and whatever the evidence says."""

from dataclasses import replace
from unittest import mock

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.reasoning import weighing
from decision_aid.reasoning.criteria import criteria
from decision_aid.reasoning.effects import Effect
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.reasoning.weighing import (
    FEWEST,
    SEED,
    STEADY,
    Criterion,
    Weighing,
    draw,
    gap,
    size,
    weigh,
)

OPTIONS = ("first", "second", "third", "fourth")
NONE = Effect(0.0, 0.0)
RATINGS, RATED = st.integers(0, 10), st.integers(1, 10)
WITHOUT_EVIDENCE = ("medicine_side_effects", "hospital_time")
CHANCE = 0.05
"""Ten standard errors of a share of 10,000 repeat sums: what two sets of draws never differ by."""

effects = st.builds(Effect, mean=st.floats(-1.5, 1.5), sd=st.sampled_from([0.0, 0.05, 0.2, 0.5, 1.0]))


def few(criteria: tuple[Criterion, ...], seed: int = SEED, draws: int = 500) -> Weighing:
    """A weighing with fewer repeat sums, for what holds with any number of them: the tests are quicker so."""
    with mock.patch.object(weighing, "DRAWS", draws):
        return weigh(options_of(criteria), criteria, seed)


def points(criteria: tuple[Criterion, ...]) -> Weighing:
    """Weights, contributions and totals alone: they do not hang on the repeat sums, so hardly any are made."""
    return few(criteria, draws=2)


def options_of(criteria: tuple[Criterion, ...]) -> tuple[str, ...]:
    return OPTIONS[: len(criteria[0].effects)]


def scaled(criterion: Criterion, option: int = 0) -> float:
    """An effect in swings, no larger than one swing."""
    return min(max(criterion.effects[option].mean, -1.0), 1.0)


def swapped(criterion: Criterion) -> Criterion:
    """The criterion with the effects of the first two options exchanged."""
    return replace(criterion, effects=(criterion.effects[1], criterion.effects[0], *criterion.effects[2:]))


@st.composite
def rated(
    draw: st.DrawFn,
    fewest: int = FEWEST,
    ratings: st.SearchStrategy[int] = RATINGS,
    effects: st.SearchStrategy[Effect] = effects,
    against_reference: bool = False,
) -> tuple[Criterion, ...]:
    """Things that someone rated, at least one of them above 0, on two to four options (two against a reference)."""
    number = 2 if against_reference else draw(st.integers(2, 4))
    criteria = []
    for index in draw(st.lists(st.integers(0, 15), min_size=fewest, max_size=5, unique=True)):
        known = [draw(effects) for _ in range(number)]
        known[-1] = NONE if against_reference else known[-1]
        criteria.append(Criterion(f"outcome_{index}", index, draw(ratings), tuple(known)))
    assume(any(criterion.rating for criterion in criteria))
    return tuple(criteria)


# The sum


@given(rated(fewest=1, effects=effects | st.builds(Effect, mean=st.floats(-1e9, 1e9), sd=st.floats(0, 1e9))))
def test_each_thing_counts_by_its_share_of_all_ratings_and_for_one_whole_swing_at_most(
    criteria: tuple[Criterion, ...],
) -> None:
    weighed, total = points(criteria), sum(criterion.rating for criterion in criteria)
    weights = {criterion.name: criterion.rating / total for criterion in criteria}
    assert weighed.weights == pytest.approx(weights)
    for index, option in enumerate(weighed.options):
        parts = {criterion.name: weights[criterion.name] * scaled(criterion, index) for criterion in criteria}
        assert {name: part[option] for name, part in weighed.contributions.items()} == pytest.approx(parts)
        assert weighed.totals[option] == pytest.approx(sum(parts.values()))


# Names and order mean nothing


@given(rated())
def test_swapping_two_options_swaps_their_totals_and_shares(criteria: tuple[Criterion, ...]) -> None:
    options, other = options_of(criteria), tuple(map(swapped, criteria))
    before, after = weigh(options, criteria), weigh(options, other)
    assert after.totals["first"] - after.totals["second"] == pytest.approx(
        before.totals["second"] - before.totals["first"]
    )
    shares = before.verdict.shares
    expected = {**shares, "first": shares["second"], "second": shares["first"]}
    assert after.verdict.shares == pytest.approx(expected, abs=CHANCE)
    assert after.verdict.even == pytest.approx(before.verdict.even, abs=CHANCE)


@given(st.data(), rated())
def test_other_names_for_outcomes_and_options_change_nothing(
    data: st.DataObject, criteria: tuple[Criterion, ...]
) -> None:
    names = data.draw(st.permutations([criterion.name for criterion in criteria]))
    renamed = tuple(replace(criterion, name=name) for criterion, name in zip(criteria, names, strict=True))
    called = dict(zip(options_of(criteria), data.draw(st.permutations(options_of(criteria))), strict=True))
    before = few(criteria)
    with mock.patch.object(weighing, "DRAWS", 500):
        after = weigh(tuple(called.values()), renamed)
    assert after.totals == {called[option]: total for option, total in before.totals.items()}
    assert after.verdict.shares == {called[option]: share for option, share in before.verdict.shares.items()}
    assert (after.verdict.even, after.verdict.word) == (before.verdict.even, before.verdict.word)
    assert after.verdict.option == (before.verdict.option and called[before.verdict.option])


# What is missing


@given(rated(ratings=RATED))
def test_everything_rated_zero_says_nothing(criteria: tuple[Criterion, ...]) -> None:
    nothing = tuple(replace(criterion, rating=0) for criterion in criteria)
    assert gap(options_of(criteria), nothing) == "nothing_matters"
    with pytest.raises(ValueError, match="at least one rating must be above 0"):
        weigh(options_of(criteria), nothing)


def lowest(criterion: Criterion) -> float:
    return min(effect.mean for effect in criterion.effects)


@given(rated(), st.integers(0, 3))
def test_an_option_that_is_best_in_nothing_makes_it_one_sided(criteria: tuple[Criterion, ...], poor: int) -> None:
    options = options_of(criteria)
    poor %= len(options)
    worse = tuple(
        replace(each, effects=(*each.effects[:poor], Effect(lowest(each), 0.1), *each.effects[poor + 1 :]))
        for each in criteria
    )
    assert gap(options, worse) == "one_sided"


@given(rated(fewest=4))
def test_each_option_best_in_something_is_enough_to_say_something(criteria: tuple[Criterion, ...]) -> None:
    options = options_of(criteria)
    sided = tuple(
        replace(each, effects=tuple(Effect(float(index % len(options) == own), 0.1) for own in range(len(options))))
        for index, each in enumerate(criteria)
    )
    assert gap(options, sided) is None


# The repeat sums


@given(rated())
def test_shares_and_even_add_up_to_one_and_carry_the_word(criteria: tuple[Criterion, ...]) -> None:
    verdict = few(criteria).verdict
    assert sum(verdict.shares.values()) + verdict.even == pytest.approx(1)
    steady = [option for option, share in verdict.shares.items() if share >= STEADY]
    assert [verdict.option] == (steady or [None])
    assert verdict.word == ("leans" if steady else "about_even" if verdict.even >= STEADY else "too_close")


@given(rated(fewest=1), st.integers(0, 2**32))
def test_drawn_effects_stay_within_a_swing(criteria: tuple[Criterion, ...], seed: int) -> None:
    with mock.patch.object(weighing, "DRAWS", 500):
        assert abs(draw(criteria, seed).scaled).max() <= 1


ENDLESS = st.just(Effect(0.0, 1e6))


@given(rated(effects=ENDLESS) | rated(effects=ENDLESS, against_reference=True))
def test_endless_uncertainty_never_leans(criteria: tuple[Criterion, ...]) -> None:
    assert few(criteria, draws=2_000).verdict.word != "leans"


# With the real aid


@given(st.data())
def test_an_outcome_without_evidence_changes_nothing(aid: Aid, data: st.DataObject) -> None:
    levels = RATINGS | st.just(NOT_SURE)
    known = [name for name in ratable_outcomes(aid) if name not in WITHOUT_EVIDENCE]
    importance = data.draw(st.dictionaries(st.sampled_from(known), levels, min_size=2))
    unknown = data.draw(st.dictionaries(st.sampled_from(WITHOUT_EVIDENCE), levels, min_size=1))
    comparator = data.draw(st.sampled_from(aid.decision.comparators))
    before = criteria(aid, Answers(importance=importance), comparator)
    assert criteria(aid, Answers(importance={**importance, **unknown}), comparator) == before
    assert criteria(aid, Answers(importance={**unknown, **importance}), comparator) == before


def test_a_longer_bar_never_has_a_smaller_name_on_either_side() -> None:
    called = [size(step / 100) for step in range(101)]
    assert list(dict.fromkeys(called)) == ["tiny", "small", "medium", "large"]
    assert called == sorted(called, key=("tiny", "small", "medium", "large").index)
    assert called == [size(-step / 100) for step in range(101)]
