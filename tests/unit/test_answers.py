"""What a person has told the aid: saved and read back without loss, and closed to anything unknown."""

import pytest
from pydantic import ValidationError

from decision_aid.model.answers import Answers, Display, Look, Visit
from tests.cases.tables import cases


def test_nothing_has_a_value_until_the_person_gives_one() -> None:
    # The way of showing figures is no answer: it starts with the form that is complete.
    empty = (None, False, "", (), {}, Answers().question_edits, Display(), Look(), Visit())
    assert [value for name, value in Answers() if name != "version" and value not in empty] == []
    assert [value for _, value in (*Answers().question_edits, *Answers().visit) if value not in empty] == []


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
