"""What matters to the person: their own order, with zero, "not sure" and not yet rated kept apart."""

from hypothesis import given

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.preferences import Rating, by_importance, ratable_outcomes
from tests.unit.people import answers_by_tapping, real_aid


def kind(rated: Rating) -> str:
    return "rated" if isinstance(rated.importance, int) else rated.importance or "not rated"


@given(answers_by_tapping)
def test_every_outcome_that_can_be_rated_is_there_once_with_the_answer_given(answers: Answers) -> None:
    order = by_importance(real_aid(), answers)
    assert sorted(matter.outcome for matter in order) == sorted(ratable_outcomes(real_aid()))
    assert all(matter.importance == answers.importance.get(matter.outcome) for matter in order)


@given(answers_by_tapping)
def test_rated_come_first_from_the_highest_down_then_not_sure_then_not_yet_rated(answers: Answers) -> None:
    order = by_importance(real_aid(), answers)
    kinds = [kind(matter) for matter in order]
    assert kinds == sorted(kinds, key=["rated", "not_sure", "not rated"].index)
    ratings = [matter.importance for matter in order if kind(matter) == "rated"]
    assert ratings == sorted(ratings, reverse=True)


@given(answers_by_tapping)
def test_equal_answers_keep_the_order_of_the_aid(answers: Answers) -> None:
    order, places = by_importance(real_aid(), answers), ratable_outcomes(real_aid())
    for value in {matter.importance for matter in order}:
        same = [places.index(matter.outcome) for matter in order if matter.importance == value]
        assert same == sorted(same)


def test_what_usually_happens_is_not_rated(aid: Aid) -> None:
    assert not [name for name in ratable_outcomes(aid) if aid.decision.outcomes[name].kind == "course"]
