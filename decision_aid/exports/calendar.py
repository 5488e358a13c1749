"""The appointment as a calendar entry (RFC 5545), with a reminder a day before. It names no illness and no person."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vText

from decision_aid.exports.typed import printable
from decision_aid.model.aid import Aid
from decision_aid.summary.summary import Summary
from decision_aid.wording.dates import zone

LENGTH = timedelta(minutes=30)
"""Nobody has said how long the visit takes; some calendars do not draw an entry that has no length."""

REMINDER = timedelta(days=-1)

_FIRST = datetime(2026, 1, 1, tzinfo=UTC)
"""SEQUENCE counts the seconds since then: it grows from file to file with nothing to keep, in 31 bits till 2094."""


class _Verbatim(vText):
    """Text in which a typed backslash and N stay these two signs; icalendar 7.3 would write a line break for them."""

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


@dataclass(frozen=True)
class Visit:
    """When the visit is: on the clock of its place, and that place's time zone, "" where it is not known.

    `uid` is the same each time a file is made of this visit, and says nothing about the person.
    """

    when: datetime
    zone: str
    uid: str
    lists_questions: bool


def appointment(aid: Aid, summary: Summary, visit: Visit, now: datetime) -> bytes:
    """The calendar file; `now` has a time zone. A file made later replaces the entry of one made before.

    The questions are in it only if asked for: others may see a calendar. Without a time zone the time floats: it is
    then the same on the clock wherever the calendar is opened.
    """
    title = aid.words.app["appointment.title"]
    start = visit.when.replace(tzinfo=zone(visit.zone))
    entry = Event()
    entry.add("uid", visit.uid)
    entry.add("sequence", int((now - _FIRST).total_seconds()))
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("last-modified", now.astimezone(UTC))
    entry.add("dtstart", start)
    entry.add("dtend", start + LENGTH)
    entry.add("summary", title)
    entry.add("class", "PRIVATE")
    if visit.lists_questions and summary.questions:
        entry["DESCRIPTION"] = _Verbatim("\n".join(numbered(summary)))
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
    made: bytes = calendar.to_ical()
    return made


def numbered(summary: Summary) -> list[str]:
    """The questions on the list, each with its number."""
    return [f"{number}. {printable(question.text)}" for number, question in enumerate(summary.questions, start=1)]
