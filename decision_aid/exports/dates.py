"""Dates in the aid's language."""

from datetime import date

from decision_aid.model.aid import Aid


def day(aid: Aid, when: date) -> str:
    """A date in words, such as "November 22, 2026"."""
    return aid.words.app["date"].format(month=aid.words.app[f"month.{when.month}"], day=when.day, year=when.year)
