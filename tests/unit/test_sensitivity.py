"""What would change the word: every answer of the shortcut is the one that a whole new weighing gives."""

from dataclasses import replace
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning import weighing
from decision_aid.reasoning.criteria import criteria
from decision_aid.reasoning.effects import Effect
from decision_aid.reasoning.sensitivity import TippingPoint, same, tipping_points, what_ifs
from decision_aid.reasoning.weighing import CLOSE, STEADY, Criterion, Floats, Verdict, Weighing, draw, ratings_of, weigh

OPTIONS = ("first", "second", "third", "fourth")
NEARLY = 0.002
"""A repeat sum or two whose difference falls on the threshold may be rounded the other way."""

effects = st.builds(Effect, mean=st.floats(-1.2, 1.2), sd=st.floats(0.01, 1)) | st.sampled_from(
    [Effect(-1.0, 0.0), Effect(1.0, 0.0), Effect(0.0, 0.0)]
)
MIXED = {
    "pain_first_month": 9,
    "getting_about": 7,
    "new_fracture": 5,
    "procedure_harm": 4,
    "avoid_procedure": 1,
}


@st.composite
def weighings(draw: st.DrawFn) -> Weighing:
    """The weighing of three or four things, at least two of which matter: one may then be left out."""
    options = OPTIONS[: draw(st.integers(2, 4))]
    ratings = [draw(st.integers(1, 10)) for _ in range(2)] + draw(st.lists(st.integers(0, 10), min_size=1, max_size=2))
    criteria = tuple(
        Criterion(f"outcome_{place}", place, rating, tuple(draw(effects) for _ in options))
        for place, rating in enumerate(ratings)
    )
    return weigh(options, criteria)


@pytest.fixture(autouse=True, scope="module")
def fewer_draws():
    """What holds with 1,000 repeat sums holds with any number; the tests are quicker so."""
    with mock.patch.object(weighing, "DRAWS", 1_000):
        yield


def again(before: Weighing, place: int, **changed: object) -> Verdict:
    """The verdict of a whole new weighing with one criterion changed."""
    criteria = list(before.criteria)
    criteria[place] = replace(criteria[place], **changed)
    return weigh(before.options, tuple(criteria), before.seed).verdict


def nearest(before: Weighing, place: int) -> tuple[int, Verdict] | None:
    """The nearest rating with another word, found the slow way; of two as near, the lower."""
    now = before.criteria[place].rating
    for step in range(1, 11):
        for rating in (now - step, now + step):
            if 0 <= rating <= 10 and not same(then := again(before, place, rating=rating), before.verdict):
                return rating, then
    return None


def plain_tipping_points(before: Weighing) -> list[TippingPoint]:
    """Each rating changed to each other one, the repeat sums judged one by one, and only then put in order."""
    draws, points = draw(before.criteria, before.seed), []
    sums = np.einsum("cd,cod->od", draws.ratings, draws.scaled)
    for place, criterion in enumerate(before.criteria):
        others_matter = any(each.rating for each in before.criteria if each is not criterion)
        others = sums - draws.ratings[place] * draws.scaled[place]
        weight = draws.ratings.sum(axis=0) - draws.ratings[place]
        for instead in sorted(range(11), key=lambda rating: (abs(rating - criterion.rating), rating)):
            ratings = ratings_of(replace(criterion, rating=instead), before.seed)
            then = plain_verdict(before.options, others + ratings * draws.scaled[place], weight + ratings)
            if (instead or others_matter) and not same(then, before.verdict):
                points.append(TippingPoint(criterion.name, criterion.rating, instead, then))
                break
    return sorted(points, key=lambda point: abs(point.instead - point.rating))


def plain_verdict(options: tuple[str, ...], sums: Floats, weights: Floats) -> Verdict:
    """The rule of the aid for one repeat sum after the other, in plain Python."""
    won = dict.fromkeys(options, 0)
    for *totals, weight in zip(*sums.tolist(), weights.tolist(), strict=True):
        first, second = sorted(totals, reverse=True)[:2]
        if first - CLOSE * weight > second:
            won[options[totals.index(first)]] += 1
    even = (len(weights) - sum(won.values())) / len(weights)
    shares_won = {option: wins / len(weights) for option, wins in won.items()}
    leader = next((option for option in options if shares_won[option] >= STEADY), None)
    return Verdict("leans" if leader else "about_even" if even >= STEADY else "too_close", leader, shares_won, even)


def enlarged(criterion: Criterion, factor: float) -> tuple[Effect, ...]:
    return tuple(Effect(effect.mean * factor, effect.sd * factor) for effect in criterion.effects)


def agree(one: Verdict, other: Verdict) -> bool:
    close = one.shares == pytest.approx(other.shares, abs=NEARLY) and one.even == pytest.approx(other.even, abs=NEARLY)
    return same(one, other) and close


def check_tipping_points(before: Weighing) -> None:
    found: dict[str, TippingPoint] = {point.criterion: point for point in tipping_points(before)}
    for place, criterion in enumerate(before.criteria):
        expected, point = nearest(before, place), found.get(criterion.name)
        assert (point is None) == (expected is None)
        if point and expected:
            assert (point.rating, point.instead) == (criterion.rating, expected[0])
            assert agree(point.then, expected[1])
            assert not same(point.then, before.verdict)


def check_what_ifs(before: Weighing) -> None:
    found = what_ifs(before)
    assert [one.criterion for one in found] == [criterion.name for criterion in before.criteria]
    for place, (criterion, one) in enumerate(zip(before.criteria, found, strict=True)):
        assert agree(one.swing_halved, again(before, place, effects=enlarged(criterion, 2)))
        assert agree(one.swing_doubled, again(before, place, effects=enlarged(criterion, 0.5)))
        assert agree(one.left_out, again(before, place, rating=0))


@given(weighings())
def test_a_tipping_point_changes_the_word_and_no_nearer_rating_does(before: Weighing) -> None:
    check_tipping_points(before)


@given(weighings())
def test_what_ifs_are_what_a_whole_new_weighing_gives(before: Weighing) -> None:
    check_what_ifs(before)


@settings(max_examples=20)  # the plain search is slow
@given(weighings())
def test_the_quick_search_finds_exactly_what_the_plain_one_finds_the_smallest_change_first(before: Weighing) -> None:
    assert list(tipping_points(before)) == plain_tipping_points(before)


@given(weighings())
def test_asking_what_would_change_the_word_does_not_change_it(before: Weighing) -> None:
    list(tipping_points(before)), what_ifs(before)
    assert weigh(before.options, before.criteria, before.seed) == before


@pytest.mark.parametrize("comparator", ["sham", "usual_care"])
def test_with_the_real_evidence_and_all_repeat_sums_both_shortcuts_are_exact(aid: Aid, comparator: str) -> None:
    with mock.patch.object(weighing, "DRAWS", 10_000):
        before = weigh(tuple(aid.decision.options), criteria(aid, Answers(importance=MIXED), comparator))
        points = list(tipping_points(before))
        assert points
        assert points == plain_tipping_points(before)
        check_tipping_points(before)
        check_what_ifs(before)


def test_where_no_rating_changes_the_word_there_is_no_tipping_point() -> None:
    sure = (Effect(1.0, 0.0), Effect(0.0, 0.0))
    before = weigh(OPTIONS[:2], tuple(Criterion(f"outcome_{place}", place, 8, sure) for place in range(3)))
    assert before.verdict.option == "first"
    assert list(tipping_points(before)) == []


def test_same_compares_what_the_person_reads_and_not_the_shares() -> None:
    one = Verdict("leans", "first", {"first": 0.9, "second": 0.0}, 0.1)
    assert same(one, replace(one, shares={"first": 0.8, "second": 0.0}, even=0.2))
    assert not same(one, replace(one, option="second"))
    assert not same(one, replace(one, word="too_close", option=None))
