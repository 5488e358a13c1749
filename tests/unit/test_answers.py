"""What a person has told the aid: saved and read back without loss, and closed to anything unknown."""

import pytest
from pydantic import ValidationError

from decision_aid.model.answers import FROM_OUTSIDE, Answers, Display, Look, Visit
from tests.cases.tables import cases


def test_nothing_has_a_value_until_the_person_gives_one() -> None:
    # The way of showing figures is no answer: it starts with the form that is complete.
    empty = (None, False, "", (), {}, Answers().question_edits, Display(), Look(), Visit())
    assert [value for name, value in Answers() if name != "version" and value not in empty] == []
    assert [value for _, value in (*Answers().question_edits, *Answers().visit) if value not in empty] == []


TOO_MUCH = [
    {"situation": {"anything_else": "x" * 5001}},
    {"own_reasons": [{"text": "x" * 5001}]},
    {"own_reasons": [{"text": "x"}] * 3},
    {"medicines": ["x" * 201]},
    {"medicines": [str(number) for number in range(41)]},
    {"question_edits": {"own": {"own_1": "x" * 201}}},
    {"question_edits": {"own": {f"own_{number}": "x" for number in range(1, 52)}}},
    {"question_edits": {"reworded": {"my_options": "x" * 201}}},
    {"question_edits": {"notes": {"my_options": "x" * 1001}}},
    *({"visit": {field: "x" * 5001}} for field in ("reason", "next_step", "led_by")),
]


@pytest.mark.parametrize("saved", TOO_MUCH, ids=range(len(TOO_MUCH)))
def test_no_text_is_longer_than_its_field_unless_it_comes_from_outside_to_be_cut(saved: object) -> None:
    with pytest.raises(ValidationError):
        Answers.model_validate(saved)
    assert Answers.model_validate(saved, context=FROM_OUTSIDE).has_answers


@cases("answers", "not understood")
def test_what_the_aid_does_not_understand_is_refused_and_not_guessed(saved: object, expected: str) -> None:
    with pytest.raises(ValidationError, match=expected):
        Answers.model_validate(saved)


def test_answers_cannot_be_changed_behind_the_persons_back() -> None:
    with pytest.raises(ValidationError):
        Answers().leaning = "surely"


def test_one_answer_or_several_are_read_alike() -> None:
    answers = Answers(situation={"one": "a", "many": ("a", "b"), "scale": 3})
    assert [answers.chose(name) for name in ("one", "many", "scale", "none")] == [("a",), ("a", "b"), (), ()]
