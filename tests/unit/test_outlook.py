"""What the answers point to, in one value: what it holds, and what is kept of it and what never is."""

from hypothesis import given
from hypothesis import strategies as st

from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers, OwnReason, Visit
from decision_aid.reasoning import outlook as module
from decision_aid.reasoning.outlook import Fit, Outlook, outlook_of
from decision_aid.reasoning.preferences import ratable_outcomes
from harness.aids import REAL
from tests.cases.tables import cases
from tests.unit.people import answers_by_tapping, real_aid, typed

READY = {"facts_seen": True, "gut_leaning": "not_sure"}
AVOIDING = {"pain_first_month": 2, "procedure_harm": 9, "avoid_procedure": 10}
"""Ratings that lean to conservative care (tests/cases/weighing.yaml)."""


@st.composite
def with_own_reasons(draw: st.DrawFn) -> Answers:
    """Someone who answered by tapping, and wrote up to two reasons of their own that can be weighed."""
    options = st.sampled_from(list(real_aid().decision.options))
    reason = st.builds(OwnReason, text=typed, option=options, importance=st.integers(0, 10))
    answers = draw(answers_by_tapping)
    return answers.model_copy(update={"own_reasons": tuple(draw(st.lists(reason, max_size=2)))})


@given(with_own_reasons())
def test_each_kind_of_study_has_a_weighing_or_a_gap_and_nothing_is_weighed_before_its_time(answers: Answers) -> None:
    aid = real_aid()
    outlook, comparators = outlook_of(aid, answers), set(aid.decision.comparators)
    assert set(outlook.basis) == comparators
    assert set(outlook.gaps) <= comparators
    assert set(outlook.fits) == (set() if outlook.obstacle else comparators - set(outlook.gaps))


@given(with_own_reasons())
def test_what_a_weighing_rests_on_and_leaves_out_is_all_there_is_and_is_told_once(answers: Answers) -> None:
    aid = real_aid()
    weighable = [reason for reason in answers.own_reasons if reason.text.strip()]
    for comparator, basis in outlook_of(aid, answers).basis.items():
        listed = [*basis.used, *basis.not_rated, *basis.not_known]
        assert len(listed) == len(set(listed)) == len(ratable_outcomes(aid)) + len(weighable)
        assert set(ratable_outcomes(aid)) <= set(listed)
        assert all(isinstance(answers.importance.get(name), int) for name in basis.not_known), comparator


@cases("answers", "gut and ratings")
def test_a_gut_that_leans_to_an_option_and_ratings_that_lead_to_another_do_not_match(
    aid: Aid, gut: str, expected: bool
) -> None:
    ready = Answers(importance=AVOIDING, facts_seen=True, gut_leaning=gut)
    assert outlook_of(aid, ready).mismatch is expected
    assert not outlook_of(aid, ready.model_copy(update={"facts_seen": False})).mismatch


# What is kept


def kept_by(outlook: Outlook) -> list[Fit]:
    return list(outlook.fits.values())


def test_who_gave_the_same_ratings_shares_one_weighing_whatever_else_they_answered_or_typed(aid: Aid) -> None:
    reason = OwnReason(text="I look after Ana", option="conservative_care", importance=4)
    first = Answers(importance=AVOIDING, own_reasons=(reason,), **READY)
    second = first.model_copy(
        update={
            "importance": {**dict(reversed(AVOIDING.items())), "hospital_time": NOT_SURE},
            "own_reasons": (reason.model_copy(update={"text": "My boat"}),),
            "situation": {"anything_else": "Call 555 0100", "pain_now": 7},
            "still_unclear": "Who is Ana?",
            "visit": Visit(reason="My back"),
            "helping": True,
            "gut_leaning": "surely_vertebroplasty",
        }
    )
    mine, theirs = kept_by(outlook_of(aid, first)), kept_by(outlook_of(load(REAL, "es"), second))
    assert len(mine) == len(aid.decision.comparators)
    assert all(mine is theirs for mine, theirs in zip(mine, theirs, strict=True))


@given(with_own_reasons(), st.uuids())
def test_what_is_kept_holds_no_word_that_someone_typed(answers: Answers, word: object) -> None:
    reasons = tuple(reason.model_copy(update={"text": f"{word}{reason.text}"}) for reason in answers.own_reasons)
    outlook = outlook_of(real_aid(), answers.model_copy(update={"own_reasons": reasons, **READY, "situation": {}}))
    key_of = {id(fit): key for key, fit in module._shared_fits.items()}
    for fit in kept_by(outlook):
        assert str(word) not in repr((key_of[id(fit)], fit, fit.tipping_points, fit.what_ifs))


def test_ratings_are_forgotten_with_the_last_outlook_that_someone_holds(aid: Aid) -> None:
    rated = {"pain_first_month": 3, "procedure_harm": 7, "avoid_procedure": 6}

    def known() -> int:
        return sum(rated == {each.name: each.rating for each in criteria} for _, criteria in module._shared_fits)

    mine, theirs = (outlook_of(aid, Answers(importance=rated, **READY)) for _ in range(2))
    assert known() == len(aid.decision.comparators)
    del mine
    assert known() == len(aid.decision.comparators)
    del theirs
    assert known() == 0
