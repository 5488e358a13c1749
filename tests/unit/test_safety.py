"""What must not wait: every warning sign is found, and what the team has to know reaches the list."""

import pytest
from hypothesis import given

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.safety import red_flags, to_tell
from decision_aid.summary.coded_answers import CodedAnswer
from tests.unit.people import answers_by_tapping, real_aid, summary_of

CHOICES = [
    (name, choice, kind) for name, factor in real_aid().situation.items() for choice, kind in factor.choices.items()
]
SIGNS = [(name, choice) for name, choice, kind in CHOICES if kind.red_flag]
TO_TELL = [(name, choice) for name, choice, kind in CHOICES if kind.tell_doctor]


def answer(aid: Aid, factor: str, choice: str) -> Answers:
    return Answers(situation={factor: choice if aid.situation[factor].kind == "one" else (choice,)})


@pytest.mark.parametrize(("factor", "choice"), SIGNS)
def test_each_warning_sign_alone_needs_help_now_and_tops_what_leaves(aid: Aid, factor: str, choice: str) -> None:
    answers = answer(aid, factor, choice)
    assert red_flags(aid, answers) == ((factor, choice),)
    assert summary_of(answers).urgent == (
        CodedAnswer(aid.words.situation[factor].choices[choice].label, f"{factor}.{choice}"),
    )


@pytest.mark.parametrize(("factor", "choice"), TO_TELL)
def test_each_thing_the_team_has_to_know_is_told_in_words(aid: Aid, factor: str, choice: str) -> None:
    answers = answer(aid, factor, choice)
    assert to_tell(aid, answers) == ((factor, choice),)
    (line,) = summary_of(answers).tell
    assert line == aid.words.situation[factor].choices[choice].tell != ""


def test_the_aid_knows_of_warning_signs_and_of_things_to_tell() -> None:
    assert len(SIGNS) >= 5
    assert ("medicines", "blood_thinner") in TO_TELL


@given(answers_by_tapping)
def test_exactly_the_answers_given_are_passed_on_in_the_order_they_were_asked(answers: Answers) -> None:
    given_choices = [(name, choice) for name, choice, _ in CHOICES if choice in answers.chose(name)]
    assert sorted(red_flags(real_aid(), answers)) == sorted(pair for pair in given_choices if pair in SIGNS)
    pairs = to_tell(real_aid(), answers)
    assert sorted(pairs) == sorted(pair for pair in given_choices if pair in TO_TELL)
    factors = list(real_aid().situation)
    assert [name for name, _ in pairs] == sorted((name for name, _ in pairs), key=factors.index)


def test_a_typed_text_that_looks_like_a_warning_sign_is_no_warning_sign(aid: Aid) -> None:
    assert red_flags(aid, Answers(situation={"anything_else": "weak_legs"})) == ()
