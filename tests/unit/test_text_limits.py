"""Texts from a file or a link: no longer than the fields are, and each that was cut is counted."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from decision_aid.model.answers import FROM_OUTSIDE, Answers
from decision_aid.saving.known_answers import count_shortened_texts, count_unknown_answers, drop_unknown_answers
from harness.aids import real_aid


def from_outside(**fields: Any) -> Answers:
    """Answers as a file or a link can bring them, longer than any field here takes."""
    return Answers.model_validate(fields, context=FROM_OUTSIDE)


def typed(answers: Answers) -> list[str]:
    edits, visit = answers.question_edits, answers.visit
    return [
        *(text for text in answers.situation.values() if isinstance(text, str)),
        *(reason.text for reason in answers.own_reasons),
        *answers.medicines,
        answers.still_unclear,
        *edits.reworded.values(),
        *edits.own.values(),
        *edits.notes.values(),
        *(visit.reason, visit.next_step, visit.led_by),
    ]


texts = st.integers(0, 7000).map("x".__mul__)
long_winded = st.builds(
    from_outside,
    situation=st.fixed_dictionaries({"anything_else": texts}),
    own_reasons=st.lists(st.fixed_dictionaries({"text": texts}), max_size=5),
    medicines=st.lists(st.integers(0, 400).map("y".__mul__), max_size=60).map(tuple),
    still_unclear=texts,
    question_edits=st.fixed_dictionaries(
        {
            "own": st.dictionaries(st.integers(1, 99).map("own_{}".format), texts, max_size=60),
            "reworded": st.dictionaries(st.sampled_from([*real_aid().questions, "gone"]), texts, max_size=60),
            "notes": st.dictionaries(st.sampled_from([*real_aid().questions, "gone"]), texts, max_size=60),
        }
    ),
    visit=st.fixed_dictionaries({"reason": texts, "next_step": texts, "led_by": texts}),
)
"""Someone who typed, or made a file with, more than any field takes."""


@given(long_winded)
def test_whatever_comes_in_is_no_longer_than_the_fields_are_and_than_all_of_them_together(answers: Answers) -> None:
    shortened = drop_unknown_answers(real_aid(), answers)
    edits = shortened.question_edits
    assert Answers.model_validate(shortened.model_dump()) == shortened
    assert max(map(len, (*edits.own.values(), *edits.reworded.values(), *shortened.medicines)), default=0) <= 200
    assert max(map(len, edits.notes.values()), default=0) <= 1000
    assert max(map(len, typed(shortened))) <= 5000
    assert sum(map(len, typed(shortened))) <= 30_000
    assert (len(edits.own) <= 50, len(shortened.own_reasons) <= 2, len(shortened.medicines) <= 40) == (True, True, True)
    assert drop_unknown_answers(real_aid(), shortened) == shortened
    assert count_shortened_texts(real_aid(), shortened) == 0


@given(long_winded)
def test_a_text_is_the_beginning_of_what_was_typed_and_each_that_was_cut_is_counted(answers: Answers) -> None:
    shortened = drop_unknown_answers(real_aid(), answers)
    visit = (answers.visit.reason, answers.visit.next_step, answers.visit.led_by, answers.still_unclear)
    now = (shortened.visit.reason, shortened.visit.next_step, shortened.visit.led_by, shortened.still_unclear)
    assert all(before.startswith(after) for before, after in zip(visit, now, strict=True))
    shorter = {len(after) for before, after in zip(visit, now, strict=True) if before != after}
    assert len(shorter) <= 1, "texts that are cut for lack of room are cut to one length"
    assert count_shortened_texts(real_aid(), answers) >= len(
        [1 for before, after in zip(visit, now, strict=True) if before != after]
    )


TOO_LONG: list[dict[str, Any]] = [
    *({"visit": {field: "x" * 5001}} for field in ("reason", "next_step", "led_by")),
    {"still_unclear": "x" * 5001},
    {"situation": {"anything_else": "x" * 5001}},
    {"own_reasons": [{"text": "x" * 5001}]},
    {"question_edits": {"own": {"own_1": "x" * 201, "own_2": "x" * 200}}},
    {"question_edits": {"reworded": {"my_options": "x" * 201}}},
    {"question_edits": {"notes": {"my_options": "x" * 1001}}},
    {"medicines": ["x" * 201]},
]
"""One text too long."""
TOO_MANY: list[dict[str, Any]] = [
    {"own_reasons": [{"text": "x"}] * 3},
    {"medicines": [str(number) for number in range(41)]},
    {"question_edits": {"own": {f"own_{number}": "x" for number in range(1, 52)}}},
]
TOGETHER = {
    "situation": {"anything_else": "x" * 5000},
    "own_reasons": [{"text": "x" * 5000}] * 2,
    "still_unclear": "x" * 5000,
    "question_edits": {"notes": {"my_options": "x" * 900, "good_and_bad": "x" * 900}},
    "visit": {"reason": "x" * 5000, "next_step": "x" * 300, "led_by": "x" * 5000},
}
"""The notes and the next step are short and stay whole; the six long texts share what is left of 30,000."""


@pytest.mark.parametrize("fields", [*TOO_LONG, *TOO_MANY], ids=range(13))
def test_no_text_is_longer_than_its_field_unless_it_comes_from_outside_to_be_cut(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Answers.model_validate(fields)
    assert from_outside(**fields).has_answers


@pytest.mark.parametrize(
    ("fields", "number"), [({"still_unclear": "x" * 5000}, 0), (TOGETHER, 6), *((fields, 1) for fields in TOO_LONG)]
)
def test_how_many_texts_are_cut_is_told(fields: dict[str, Any], number: int) -> None:
    answers = from_outside(**fields)
    shortened = drop_unknown_answers(real_aid(), answers)
    assert count_shortened_texts(real_aid(), answers) == number
    assert (
        sum(len(before) != len(after) for before, after in zip(typed(answers), typed(shortened), strict=True)) == number
    )
    assert number == 1 or shortened.visit.next_step == answers.visit.next_step


def test_a_stranger_cannot_fill_the_page() -> None:
    answers = from_outside(
        question_edits={"own": {f"own_{number}": "x" * 6000 for number in range(1, 2000)}},
        own_reasons=[{"text": "x"}] * 2000,
    )
    shortened = drop_unknown_answers(real_aid(), answers)
    assert (len(shortened.question_edits.own), len(shortened.own_reasons)) == (50, 2)
    assert {len(text) for text in shortened.question_edits.own.values()} == {200}
    assert count_unknown_answers(real_aid(), answers) == 1949 + 1998


def test_medicines_beyond_forty_take_no_room_from_what_else_was_typed() -> None:
    answers = from_outside(medicines=tuple(f"tea {number}" for number in range(5000)), still_unclear="x" * 5000)
    shortened = drop_unknown_answers(real_aid(), answers)
    assert (len(shortened.medicines), len(shortened.still_unclear)) == (40, 5000)
    assert (count_shortened_texts(real_aid(), answers), count_unknown_answers(real_aid(), answers)) == (0, 4960)
