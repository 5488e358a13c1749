"""The appointment as a calendar entry (RFC 5545), with a reminder a day before. It names no illness and no person."""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from icalendar import Alarm, Calendar, Event, vDuration, vText

from decision_aid.exports.summary import Summary
from decision_aid.exports.typed import printable
from decision_aid.model.aid import Aid

LENGTH = timedelta(minutes=30)
"""Nobody has said how long the visit takes; some calendars do not draw an entry that has no length."""

REMINDER = timedelta(days=-1)


class _Verbatim(vText):
    """Text in which a typed backslash and N stay these two signs; icalendar 7.3 would write a line break for them."""

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


def appointment(aid: Aid, summary: Summary, when: datetime, lists_questions: bool, now: datetime) -> bytes:
    """The calendar file: `when` is on the clock of the place where the visit is, `now` has a time zone.

    The questions are in it only if asked for: others may see a calendar. The entry's id comes from the two times,
    so that it says nothing about the person and no other person's entry has it.
    """
    title = aid.words.app["appointment.title"]
    entry = Event()
    entry.add("uid", str(uuid5(NAMESPACE_OID, f"{when.isoformat()} {now.isoformat()}")))
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("dtstart", when.replace(tzinfo=None))
    entry.add("duration", vDuration(LENGTH))
    entry.add("summary", title)
    entry.add("class", "PRIVATE")
    if lists_questions and summary.questions:
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
    made: bytes = calendar.to_ical()
    return made


def numbered(summary: Summary) -> list[str]:
    """The questions on the list, each with its number."""
    return [f"{number}. {printable(question.text)}" for number, question in enumerate(summary.questions, start=1)]
