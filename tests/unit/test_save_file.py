"""The save file: it opens again as it was saved, and nothing else opens or does harm."""

import json
import random
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, Display, QuestionEdits, Visit
from decision_aid.saving.link import fragment, read_fragment
from decision_aid.saving.packing import LARGEST, UPGRADES, VERSION, CannotOpen
from decision_aid.saving.save_file import CHECKSUM, MARK, OpenedAnswers, open_save_file, save_file
from harness.people import ordinary
from tests.cases.tables import made_up
from tests.unit.people import answers_by_tapping, answers_with_words, edited_answers, real_aid, typed

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 19, 30, tzinfo=timezone(timedelta(hours=-8)))
SAVES = Path(__file__).parents[1] / "saves"
UID = "5f0c8f0e-6f0b-4d57-9d2a-2f6a3c1f2b77"

visits = st.builds(Visit, reason=typed, next_step=typed, led_by=typed, decided=st.sampled_from([None, "left_open"]))
appointments = st.none() | st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1))
any_answers = st.builds(
    lambda answers, visit, appointment, seed: answers.model_copy(
        update={
            "visit": visit,
            "appointment": appointment,
            "appointment_uid": UID if appointment else None,
            "order_seed": seed,
        }
    ),
    answers_by_tapping | answers_with_words | edited_answers,
    visits,
    appointments,
    st.integers(0, 2**31 - 1),
)
"""People of every kind, with a visit, an appointment and an order of their own."""

OF_VERSION_1 = made_up("of version 1")
"""Who is kept in `saves/`: in the file and, with SURE and a visit, in the link."""

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=20,
)


def saved(answers: Answers) -> str:
    return save_file(real_aid(), answers, NOW)


def opened(file: str | bytes) -> OpenedAnswers:
    return open_save_file(real_aid("es"), file)


def refused(file: str | bytes) -> str | None:
    """Why a file is not opened; None where it opens. Any other exception is a fault."""
    try:
        opened(file)
    except CannotOpen as refusal:
        return refusal.reason
    return None


def with_answers(version: Any, answers: Any) -> str:
    """A file of ours that says it holds these answers."""
    record = without_checksum(saved(Answers()))
    return json.dumps({**record, "format_version": version, "answers": answers})


def without_checksum(file: str) -> dict[str, Any]:
    """What a file says, as one did that was saved before files had a checksum: it opens whatever was changed in it."""
    record: dict[str, Any] = json.loads(file)
    del record[CHECKSUM]
    return record


@given(any_answers)
def test_what_was_saved_opens_as_it_was_to_the_letter(answers: Answers) -> None:
    file = saved(answers)
    assert opened(file) == opened(file.encode()) == OpenedAnswers(answers, TODAY, NOW)
    # Equal dictionaries may differ in order, and the order of own questions is the order on the list.
    assert saved(opened(file).answers) == file


def test_a_display_that_was_chosen_is_kept() -> None:
    answers = Answers(display=Display(form="words", per="thousand"), appointment_lists_questions=True)
    assert opened(saved(answers)).answers == answers


def test_a_person_can_read_what_the_file_is(aid: Aid) -> None:
    text = save_file(aid, Answers(still_unclear="Wer fährt mich? 🦴"), NOW)
    record = json.loads(text)
    assert aid.words.app["name"] in record["what"]
    assert (record["aid_version"], record["saved_on"]) == (aid.decision.version, "2026-11-22")
    assert "Wer fährt mich? 🦴" in text
    assert len(text.splitlines()) > len(record)


def test_only_what_was_answered_is_in_the_file() -> None:
    assert json.loads(saved(Answers(leaning="not_sure")))["answers"] == {"leaning": "not_sure"}


def test_a_save_of_version_1_opens_with_all_it_held() -> None:
    assert opened((SAVES / "version_1.json").read_bytes()).answers == OF_VERSION_1


def test_a_visit_of_an_older_save_gets_an_id_that_a_calendar_knows_again() -> None:
    older = opened((SAVES / "version_3.json").read_bytes()).answers
    assert older.appointment
    assert UUID(older.appointment_uid or "").version == 4
    assert opened(saved(older)).answers.appointment_uid == older.appointment_uid


def test_every_older_version_has_a_way_up() -> None:
    assert sorted(UPGRADES) == list(range(1, VERSION))


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_save_of_every_version_is_kept_and_opens(version: int) -> None:
    file = SAVES / f"version_{version}.json"
    assert json.loads(file.read_bytes())["format_version"] == version
    assert refused(file.read_bytes()) is None


FOREIGN = {
    "nothing but nesting": "[" * 100_000,
    "a number of many digits": "9" * 5000,
    "another decision": json.dumps({"format": MARK, "format_version": VERSION, "decision": "knees", "answers": {}}),
}


@pytest.mark.parametrize("file", FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_file_is_not_ours(file: str | bytes) -> None:
    assert refused(file) == "not_ours"


DAMAGED = {
    "cut off": saved(Answers(leaning="not_sure"))[:-20],
    "letters lost": saved(Answers()).replace(":", "", 1),
    "no text": saved(Answers(still_unclear="ä")).encode("latin-1"),
    "no answers": with_answers(VERSION, None),
    "answers of another shape": with_answers(VERSION, {"leaning": ["not_sure"]}),
    "a field we do not have": with_answers(VERSION, {"diagnosis": "x"}),
    "a rating out of range": with_answers(VERSION, {"importance": {"pain_year": 11}}),
    "a rating that is yes": with_answers(VERSION, {"importance": {"pain_year": True}}),
    "half of a letter": with_answers(VERSION, {"still_unclear": "\ud800"}),
    "half of a letter in a name": with_answers(VERSION, {"situation": {"\ud800": "x"}}),
    "a number without end": with_answers(VERSION, {"order_seed": 1}).replace('"order_seed": 1', '"order_seed": 1e999'),
    "not a number": with_answers(VERSION, {"order_seed": 1}).replace('"order_seed": 1', '"order_seed": NaN'),
    "many digits": with_answers(VERSION, {"order_seed": 1}).replace('"order_seed": 1', '"order_seed": ' + "1" * 5000),
    "nesting": with_answers(VERSION, 1).replace('"answers": 1', '"answers": ' + '{"a":' * 50_000 + "1" + "}" * 50_000),
    "no day": with_answers(VERSION, {"appointment": "someday"}),
    "no version": with_answers(None, {}),
    "version 0": with_answers(0, {}),
    "a version that is yes": with_answers(True, {}),
    "a version in words": with_answers("2", {}),
    "another checksum": json.dumps({**without_checksum(saved(Answers())), CHECKSUM: "00000000"}),
    "a checksum of another kind": json.dumps({**without_checksum(saved(Answers())), CHECKSUM: [1]}),
    "nesting beside the answers": json.dumps({**without_checksum(saved(Answers())), CHECKSUM: "x"})[:-1]
    + ', "x": '
    + "[" * 950
    + "]" * 950
    + "}",
}


@pytest.mark.parametrize("file", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_of_ours_is_called_damaged(file: str | bytes) -> None:
    assert refused(file) == "damaged"


@pytest.mark.parametrize("answers", [{}, {"later": [1]}, "packed in another way"], ids=str)
def test_a_newer_file_is_called_newer_whatever_it_holds(answers: object) -> None:
    assert refused(with_answers(VERSION + 1, answers)) == "newer"


@pytest.mark.parametrize("letter", ["x", "ä", "🦴"])
def test_a_file_over_a_megabyte_is_too_big_counted_in_bytes(letter: str) -> None:
    ours = saved(Answers())
    fill = letter * ((LARGEST - len(ours)) // len(letter.encode()))
    fitting = ours.rstrip() + " " * (LARGEST - len(ours.rstrip()))
    assert refused(fitting) is None
    assert refused(fitting + " ") == refused((fitting + " ").encode()) == "too_big"
    assert refused(ours + fill + letter) == "too_big"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_file_that_an_editor_saved_in_another_way_opens(encoding: str) -> None:
    answers = Answers(still_unclear="Wer fährt mich? 🦴")
    assert opened(saved(answers).encode(encoding)).answers == answers
    assert opened("\ufeff" + saved(answers)).answers == answers


def test_of_two_answers_under_one_name_the_later_holds() -> None:
    once = json.dumps(without_checksum(saved(Answers(leaning="not_sure"))))
    twice = once.replace('"leaning"', '"leaning": "in_between", "leaning"')
    assert opened(twice).answers == Answers(leaning="not_sure")


def test_a_day_that_cannot_be_read_does_not_keep_the_answers_shut() -> None:
    record = without_checksum(saved(Answers(leaning="not_sure")))
    for day in (None, 5, "yesterday", ["2026-11-22"], "2026-13-01"):
        unknown = {**record, "saved_on": day, "saved_at": day}
        assert opened(json.dumps(unknown)) == OpenedAnswers(Answers(leaning="not_sure"), None, None)


def test_a_file_of_before_the_time_was_written_names_its_day_alone() -> None:
    record = without_checksum(saved(Answers()))
    assert record.pop("saved_at") == "2026-11-22T19:30:00-08:00"
    assert opened(json.dumps(record)) == OpenedAnswers(Answers(), TODAY, None)
    assert opened(json.dumps({**record, "saved_at": "2026-11-22T19:30:00"})).at is None, "of which place?"


@given(json_values)
def test_no_json_does_harm(value: object) -> None:
    assert refused(json.dumps(value)) == "not_ours"


@given(st.sampled_from(sorted({*Answers.model_fields, "other"})), json_values, st.integers(-1, VERSION))
def test_no_value_in_any_field_does_harm(field: str, value: object, version: int) -> None:
    assert refused(with_answers(version, {field: value})) in (None, "damaged")


@given(st.binary(max_size=300))
def test_no_bytes_do_harm(file: bytes) -> None:
    assert refused(file) == "not_ours"


@given(any_answers, st.integers(0, 2**32), st.integers(1, 30))
def test_no_change_on_the_way_does_harm(answers: Answers, seed: int, changes: int) -> None:
    file, chance = bytearray(saved(answers).encode()), random.Random(seed)
    for _ in range(changes):
        index = chance.randrange(len(file))
        file[index : index + chance.choice([0, 1, 1, 5])] = chance.randbytes(chance.choice([0, 1, 1, 3]))
    assert refused(bytes(file)) in (None, "damaged", "not_ours", "newer")


ORDINARY = saved(ordinary(real_aid())).encode()


def test_every_flipped_bit_of_the_answers_is_seen() -> None:
    # Without a checksum, 650 of these 1,939 files opened as other answers.
    whole = opened(ORDINARY)
    flipped = [ORDINARY[:index] + bytes([byte ^ 1]) + ORDINARY[index + 1 :] for index, byte in enumerate(ORDINARY)]
    assert {refused(file) for file in flipped} >= {"damaged"}
    assert [file for file in flipped if refused(file) is None and opened(file) != whole] == []


def test_a_file_or_a_link_with_longer_texts_than_a_field_takes_opens_with_all_of_them() -> None:
    longer = Answers().model_copy(
        update={
            "still_unclear": "x" * 9000,
            "question_edits": QuestionEdits().model_copy(update={"own": {"own_1": "y" * 5000}}),
        }
    )
    assert opened(saved(longer)).answers == longer
    assert read_fragment(real_aid(), fragment(real_aid(), longer, own_words=True)) == longer
