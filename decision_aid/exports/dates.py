"""Dates in the aid's language."""

from datetime import date

from babel.dates import format_date

from decision_aid.model.aid import Aid


def day(aid: Aid, when: date) -> str:
    """A date in words, such as "November 22, 2026"."""
    return format_date(when, "long", locale=aid.words.locale)
