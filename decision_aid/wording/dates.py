"""Dates in the aid's language, and zones by their names."""

from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import format_date

from decision_aid.model.aid import Aid


def day(aid: Aid, when: date) -> str:
    """A date in words, such as "November 22, 2026"."""
    return format_date(when, "long", locale=aid.words.locale)


def zone(name: str) -> ZoneInfo | None:
    """The time zone of this name, such as "America/Bogota"; None where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
