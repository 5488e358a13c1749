"""Dates and times as the reader's region writes them, and time zones by name."""

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
    """A time of day in its own time zone, such as "2:30 PM", or "14:30" where the 24-hour clock is usual."""
    return format_time(when, "short", locale=_locale(aid))


def _locale(aid: Aid) -> Locale:
    return Locale.parse(aid.date_locale) if aid.date_locale else aid.words.locale


@lru_cache(maxsize=64)
def with_date_locale(aid: Aid, locale: str) -> Aid:
    """The aid with the dates and times of a locale ("" for those of its language). The same object for each call."""
    return aid.model_copy(update={"date_locale": locale}) if locale else aid


@cache
def locale_like(usual: str, language: str, territory: str) -> str:
    """The first locale of a language with the date and time format of a territory, so that few locales cover all.

    "" where the format equals that of `usual`, or the language is not known in that territory.
    """
    known = sorted(name for name in locale_identifiers() if name.split("_")[0] == language and name.count("_") < 2)
    local = f"{language}_{territory}"
    if local not in known or _formats(local) == _formats(usual):
        return ""
    return next(name for name in known if _formats(name) == _formats(local))


@cache
def _formats(locale: str) -> tuple[str, str]:
    return get_date_format("long", locale).pattern, get_time_format("short", locale).pattern


def zone(name: str) -> ZoneInfo | None:
    """The time zone of this name, such as "America/Bogota"; None where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
