"""What a person has told the aid: saved and read back without loss, and closed to anything unknown."""

import pytest
from hypothesis import given
from pydantic import ValidationError

from decision_aid.model.answers import LONGEST_TEXT, Answers, Display, Look, Visit
from tests.unit.people import answers_with_words, edited_answers


@given(answers_with_words)
def test_words_and_choices_are_the_same_after_saving_and_reading_back(answers: Answers) -> None:
    assert Answers.model_validate_json(answers.model_dump_json()) == answers


@given(edited_answers)
def test_an_edited_question_list_is_the_same_after_saving_and_reading_back(answers: Answers) -> None:
    assert Answers.model_validate_json(answers.model_dump_json()) == answers


def test_nothing_has_a_value_until_the_person_gives_one() -> None:
    # The way of showing figures is no answer: it starts with the form that is complete.
    empty = (None, False, "", (), {}, Answers().question_edits, Display(), Look(), Visit())
    assert [value for name, value in Answers() if name != "version" and value not in empty] == []
    assert [value for _, value in (*Answers().question_edits, *Answers().visit) if value not in empty] == []


@pytest.mark.parametrize(
    "saved",
    [
        {"diagnosis": "x"},
        {"version": 5},
        {"importance": {"pain": 11}},
        {"importance": {"pain": -1}},
        {"importance": {"pain": "unsure"}},
        {"importance": {"pain": None}},
        {"importance": {"pain": 7.5}},
        {"own_reasons": [{"text": "x", "strength": 3}]},
        {"question_edits": {"deleted": []}},
        {"still_unclear": "x" * (LONGEST_TEXT + 1)},
        {"situation": {"pain_now": {"a": 1}}},
        [],
    ],
    ids=str,
)
def test_what_the_aid_does_not_understand_is_refused_and_not_guessed(saved: object) -> None:
    with pytest.raises(ValidationError):
        Answers.model_validate(saved)


def test_answers_cannot_be_changed_behind_the_persons_back() -> None:
    with pytest.raises(ValidationError):
        Answers().leaning = "surely"


def test_one_answer_or_several_are_read_alike() -> None:
    answers = Answers(situation={"one": "a", "many": ("a", "b"), "scale": 3})
    assert [answers.chose(name) for name in ("one", "many", "scale", "none")] == [("a",), ("a", "b"), (), ()]
