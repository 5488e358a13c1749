"""What would change the word: every answer of the shortcut is the one that a whole new weighing gives."""

from dataclasses import replace
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning import weighing
from decision_aid.reasoning.criteria import criteria
from decision_aid.reasoning.effects import Effect
from decision_aid.reasoning.sensitivity import same, tipping_points, what_ifs
from decision_aid.reasoning.weighing import Criterion, Verdict, Weighing, weigh

OPTIONS = ("first", "second", "third", "fourth")
NEARLY = 0.002
"""A repeat sum or two whose difference falls on the threshold may be rounded the other way."""

effects = st.builds(Effect, mean=st.floats(-1.2, 1.2), sd=st.floats(0.01, 1)) | st.sampled_from(
    [Effect(-1.0, 0.0), Effect(1.0, 0.0), Effect(0.0, 0.0)]
)
MIXED = {"pain_first_month": 9, "getting_about": 7, "new_fracture": 5, "procedure_harm": 4, "avoid_procedure": 1}


@st.composite
def weighings(draw: st.DrawFn) -> Weighing:
    """The weighing of three or four things, at least two of which matter: one may then be left out."""
    options = OPTIONS[: draw(st.integers(2, 4))]
    ratings = [draw(st.integers(1, 10)) for _ in range(2)] + draw(st.lists(st.integers(0, 10), min_size=1, max_size=2))
    criteria = tuple(
        Criterion(f"outcome_{index}", index, rating, tuple(draw(effects) for _ in options))
        for index, rating in enumerate(ratings)
    )
    return weigh(options, criteria)


@pytest.fixture(autouse=True, scope="module")
def fewer_draws():
    """What holds with 1,000 repeat sums holds with any number; the tests are quicker so."""
    with mock.patch.object(weighing, "DRAWS", 1_000):
        yield


def again(before: Weighing, index: int, **changed: object) -> Verdict:
    """The verdict of a whole new weighing with one criterion changed."""
    criteria = list(before.criteria)
    criteria[index] = replace(criteria[index], **changed)
    return weigh(before.options, tuple(criteria), before.seed).verdict


def nearest(before: Weighing, index: int) -> tuple[int, Verdict] | None:
    """The nearest rating with another word, found the slow way; of two as near, the lower."""
    now = before.criteria[index].rating
    for step in range(1, 11):
        for rating in (now - step, now + step):
            if 0 <= rating <= 10 and not same(then := again(before, index, rating=rating), before.verdict):
                return rating, then
    return None


def enlarged(criterion: Criterion, factor: float) -> tuple[Effect, ...]:
    return tuple(Effect(effect.mean * factor, effect.sd * factor) for effect in criterion.effects)


def agree(quick: Verdict, whole: Verdict) -> bool:
    close = quick.shares == pytest.approx(whole.shares, abs=NEARLY)
    return same(quick, whole) and close and quick.even == pytest.approx(whole.even, abs=NEARLY)


def check_tipping_points(before: Weighing) -> None:
    """Against whole new weighings; and the smallest change comes first."""
    points = list(tipping_points(before))
    changes = [abs(point.instead - point.rating) for point in points]
    assert changes == sorted(changes)
    by_name = {point.criterion: point for point in points}
    for index, criterion in enumerate(before.criteria):
        expected, point = nearest(before, index), by_name.get(criterion.name)
        assert (point is None) == (expected is None)
        if point and expected:
            assert (point.rating, point.instead) == (criterion.rating, expected[0])
            assert agree(point.then, expected[1])
            assert not same(point.then, before.verdict)


def check_what_ifs(before: Weighing) -> None:
    changes = what_ifs(before)
    assert [change.criterion for change in changes] == [criterion.name for criterion in before.criteria]
    for index, (criterion, change) in enumerate(zip(before.criteria, changes, strict=True)):
        assert agree(change.swing_halved, again(before, index, effects=enlarged(criterion, 2)))
        assert agree(change.swing_doubled, again(before, index, effects=enlarged(criterion, 0.5)))
        assert agree(change.left_out, again(before, index, rating=0))


@given(weighings())
def test_a_tipping_point_changes_the_word_and_no_nearer_rating_does(before: Weighing) -> None:
    check_tipping_points(before)


@given(weighings())
def test_what_ifs_are_what_a_whole_new_weighing_gives(before: Weighing) -> None:
    check_what_ifs(before)


@given(weighings())
def test_asking_what_would_change_the_word_does_not_change_it(before: Weighing) -> None:
    list(tipping_points(before)), what_ifs(before)
    assert weigh(before.options, before.criteria, before.seed) == before


@pytest.mark.parametrize("comparator", ["sham", "usual_care"])
def test_with_the_real_evidence_and_all_repeat_sums_both_shortcuts_are_exact(aid: Aid, comparator: str) -> None:
    with mock.patch.object(weighing, "DRAWS", 10_000):
        before = weigh(tuple(aid.decision.options), criteria(aid, Answers(importance=MIXED), comparator))
        assert list(tipping_points(before))
        check_tipping_points(before)
        check_what_ifs(before)


def test_same_compares_what_the_person_reads_and_not_the_shares() -> None:
    leans = Verdict("leans", "first", {"first": 0.9, "second": 0.0}, 0.1)
    assert same(leans, replace(leans, shares={"first": 0.8, "second": 0.0}, even=0.2))
    assert not same(leans, replace(leans, option="second"))
    assert not same(leans, replace(leans, word="too_close", option=None))
