"""The appointment as a calendar entry (RFC 5545), with a reminder a day before. It names no illness or person."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vText

from decision_aid.exports.printable_text import printable
from decision_aid.model.aid import Aid
from decision_aid.summary.summary import Summary
from decision_aid.wording.dates import zone

LENGTH = timedelta(minutes=30)
"""An assumption: the length is unknown, but some calendars do not show an entry without one."""

REMINDER = timedelta(days=-1)

_SEQUENCE_START = datetime(2026, 1, 1, tzinfo=UTC)
"""SEQUENCE is the seconds since then: it grows from file to file without stored state, and fits 31 bits till 2094."""


class _Verbatim(vText):
    """Text that keeps a typed backslash followed by N; icalendar 7.3 would turn it into a line break."""

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


@dataclass(frozen=True)
class Visit:
    """A visit: `when` in local time, and `zone`, its time zone, "" if unknown.

    `uid` is the same in every file of this visit, and says nothing about the person.
    """

    when: datetime
    zone: str
    uid: str
    lists_questions: bool


def appointment(aid: Aid, summary: Summary, visit: Visit, now: datetime) -> bytes:
    """The calendar file (.ics); `now` must be aware. A later file replaces the entry of an earlier one.

    It lists the questions only on request, since others may see a calendar. Without a time zone the time is floating:
    it shows the same clock time everywhere.
    """
    title = aid.words.app["appointment.title"]
    start = visit.when.replace(tzinfo=zone(visit.zone))
    entry = Event()
    entry.add("uid", visit.uid)
    entry.add("sequence", int((now - _SEQUENCE_START).total_seconds()))
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("last-modified", now.astimezone(UTC))
    entry.add("dtstart", start)
    entry.add("dtend", start + LENGTH)
    entry.add("summary", title)
    entry.add("class", "PRIVATE")
    if visit.lists_questions and summary.questions:
        entry["DESCRIPTION"] = _Verbatim("\n".join(numbered_questions(summary)))
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", title)
    reminder.add("trigger", REMINDER)
    entry.add_component(reminder)
    calendar = Calendar()
    calendar.add("prodid", f"-//Decision aid//Appointment {summary.version}//{aid.words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    ics: bytes = calendar.to_ical()
    return ics


def numbered_questions(summary: Summary) -> list[str]:
    """The texts of the questions, numbered from 1."""
    return [f"{number}. {printable(question.text)}" for number, question in enumerate(summary.questions, start=1)]
