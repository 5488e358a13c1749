"""The calendar entry: what a calendar reads back from it, and what it must not say."""

import unicodedata
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from decision_aid.exports.calendar import Visit, appointment
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_TEXT, Answers
from decision_aid.reasoning import question_editing as editing
from decision_aid.summary.summary import Summary, summarize
from tests.unit.people import answers_by_tapping, real_aid

VISIT = datetime(2026, 12, 3, 14, 30)
NOW = datetime(2026, 11, 22, 16, 5, 9, tzinfo=UTC)
UID = "5f0c8f0e-6f0b-4d57-9d2a-2f6a3c1f2b77"
OCTETS = 75

hostile = st.text(max_size=200) | st.text(
    alphabet=",;:\\nN\r\n\t\"'^= \u2028é漢🦴\u200d\u0301\x00\x07\x1b\x7f\x85", max_size=200
)
times = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1)).map(lambda when: when.replace(second=0, microsecond=0))


def asking(*texts: str) -> Summary:
    """The summary of someone whose list holds these questions and no others."""
    summary = summarize(real_aid(), Answers(), NOW.date())
    (first, *_) = summary.questions
    made = tuple(type(first)(f"own_{number}", text, "", "", first=False) for number, text in enumerate(texts))
    return type(summary)(**{**vars(summary), "questions": made})


def calendar_of(
    summary: Summary, when: datetime = VISIT, lists_questions: bool = True, now: datetime = NOW, zone: str = ""
) -> bytes:
    return appointment(real_aid(), summary, Visit(when, zone, UID, lists_questions), now)


def entry(made: bytes) -> Event:
    (event,) = Calendar.from_ical(made).events
    return event


def visible(text: str) -> str:
    """A typed text as a calendar can show it: each kind of line break is one, a tab is a space, controls are gone."""
    lines = "\n".join(text.replace("\t", " ").splitlines())
    return "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) != "Cc")


@given(st.lists(hostile, min_size=1, max_size=7), times)
@example(["C:\\New folder", "\\n is no line break", "\\N neither", "ends in \\", "a\\,b\\;c"], VISIT)
@example(["🦴" * (LONGEST_TEXT // 2) + "漢" * (LONGEST_TEXT // 2)], VISIT)
def test_a_calendar_reads_the_same_time_and_the_same_questions(texts: list[str], when: datetime) -> None:
    read = entry(calendar_of(asking(*texts), when))
    assert read.start == when
    assert read.start.tzinfo is None
    numbered = [f"{number}. {visible(text)}" for number, text in enumerate(texts, start=1)]
    assert str(read["DESCRIPTION"]) == "\n".join(numbered)


@given(st.lists(hostile, min_size=1, max_size=7))
@example(["🦴é漢" * 500])
def test_lines_end_and_fold_as_the_standard_says(texts: list[str]) -> None:
    made = calendar_of(asking(*texts))
    assert made.endswith(b"\r\n")
    lines = made.split(b"\r\n")
    assert max(map(len, lines)) <= OCTETS
    for line in lines:
        assert not {*line} & {*range(0x20), 0x7F}
        line.decode()  # raises where a line ends inside a letter


@given(answers_by_tapping)
def test_the_questions_on_the_list_stand_in_the_entry_in_their_order(answers: Answers) -> None:
    summary = summarize(real_aid(), answers, NOW.date())
    lines = str(entry(calendar_of(summary))["DESCRIPTION"]).split("\n")
    assert lines == [f"{number}. {question.text}" for number, question in enumerate(summary.questions, start=1)]


def test_nothing_in_the_entry_tells_of_the_illness_unless_the_questions_are_asked_for(aid: Aid) -> None:
    answers = editing.add(Answers(situation={"urgent_signs": ("fever",)}), "Is my spine safe?")
    made = calendar_of(summarize(aid, answers, NOW.date()), lists_questions=False)
    assert "DESCRIPTION" not in entry(made)
    text = made.decode().lower()
    words = {*aid.words.app["name"].lower().split(), *aid.decision.id.split("-")} - {"choice"}
    assert {"spine", "fracture", "vertebral"} <= words
    assert not [word for word in (*words, "vertebroplasty", "bone", "cement", "fever") if word in text]


def test_the_entry_has_all_that_the_standard_asks_for(aid: Aid) -> None:
    made = calendar_of(asking("Why?"))
    calendar, read = Calendar.from_ical(made), entry(made)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert read["SUMMARY"] == aid.words.app["appointment.title"]
    assert read["CLASS"] == "PRIVATE"
    assert read["DTEND"].dt - read["DTSTART"].dt == timedelta(minutes=30)
    assert "DURATION" not in read
    assert calendar.errors == read.errors == []
    assert not calendar.timezones


def test_the_calendar_reminds_a_day_before(aid: Aid) -> None:
    (reminder,) = entry(calendar_of(asking("Why?"))).alarms.times
    assert reminder.trigger == VISIT - timedelta(days=1)
    (alarm,) = entry(calendar_of(asking("Why?"))).walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["DESCRIPTION"] == aid.words.app["appointment.title"]


def test_the_stamp_is_in_universal_time() -> None:
    in_summer_time = NOW.astimezone(timezone(timedelta(hours=-7)))
    assert b"DTSTAMP:20261122T160509Z" in calendar_of(asking("Why?"), now=in_summer_time)


@given(times, st.timedeltas(timedelta(seconds=1), timedelta(days=20_000)))
def test_a_later_file_of_the_same_visit_replaces_the_entry_of_an_earlier_one(when: datetime, later: timedelta) -> None:
    first = entry(calendar_of(asking("Why?")))
    second = entry(calendar_of(asking("And now?"), when, now=NOW + later))
    assert second["UID"] == first["UID"]
    assert 0 <= first["SEQUENCE"] < second["SEQUENCE"] < 2**31
    assert first["LAST-MODIFIED"].dt < second["LAST-MODIFIED"].dt


@pytest.mark.parametrize(
    ("zone", "in_universal_time"),
    [("America/Bogota", "19:30"), ("Europe/Madrid", "13:30"), ("Asia/Kolkata", "09:00"), ("UTC", "14:30")],
)
def test_the_time_holds_in_other_time_zones(zone: str, in_universal_time: str) -> None:
    made = calendar_of(asking("Why?"), zone=zone)
    read = entry(made)
    assert read.start.replace(tzinfo=None) == VISIT
    assert f"{read.start.astimezone(UTC):%H:%M}" == in_universal_time
    assert read.end - read.start == timedelta(minutes=30)
    assert [str(known["TZID"]) for known in Calendar.from_ical(made).timezones] == ([] if zone == "UTC" else [zone])


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "Etc/Unknown"])
@pytest.mark.parametrize("offset", [None, UTC, timezone(timedelta(hours=9))], ids=str)
def test_the_clock_of_the_clinic_holds_in_an_unknown_zone_and_whatever_offset_comes_with_the_time(
    zone: str, offset: timezone | None
) -> None:
    made = calendar_of(asking("Why?"), when=VISIT.replace(tzinfo=offset), zone=zone)
    assert b"DTSTART:20261203T143000\r\n" in made


def test_someone_with_no_question_left_gets_an_entry_without_a_description() -> None:
    assert "DESCRIPTION" not in entry(calendar_of(asking()))
