"""Dates in words and times on the clock as the reader's place writes them, and zones by their names."""

from datetime import date, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel.dates import format_date, format_time, get_date_format, get_time_format
from babel.localedata import locale_identifiers

from decision_aid.model.aid import Aid


def day(aid: Aid, when: date) -> str:
    """A date in words, such as "November 22, 2026", or "22 November 2026" where that is usual."""
    return format_date(when, "long", locale=_locale(aid))


def clock(aid: Aid, when: datetime) -> str:
    """A time on its own clock, such as "2:30 PM", or "14:30" where a clock has 24 hours."""
    return format_time(when, "short", locale=_locale(aid))


def _locale(aid: Aid) -> Locale:
    return Locale.parse(aid.date_locale) if aid.date_locale else aid.words.locale


@lru_cache(maxsize=64)
def dated_by(aid: Aid, locale: str) -> Aid:
    """The aid with dates and times as a locale writes them; "" for the way of its language. One for all who ask."""
    return aid.model_copy(update={"date_locale": locale}) if locale else aid


@cache
def locale_like(usual: str, language: str, territory: str) -> str:
    """The first locale of a language that writes dates and times as its territory does: few stand for all.

    "" where the territory writes them as `usual` does, or nothing is known of this language there.
    """
    known = sorted(one for one in locale_identifiers() if one.split("_")[0] == language and one.count("_") < 2)
    asked = f"{language}_{territory}"
    if asked not in known or _ways(asked) == _ways(usual):
        return ""
    return next(one for one in known if _ways(one) == _ways(asked))


@cache
def _ways(locale: str) -> tuple[str, str]:
    return get_date_format("long", locale).pattern, get_time_format("short", locale).pattern


def zone(name: str) -> ZoneInfo | None:
    """The time zone of this name, such as "America/Bogota"; None where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
