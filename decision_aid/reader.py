"""Where and how this person reads, as their browser says: the address, the language and country, the time zone."""

from datetime import date, datetime
from urllib.parse import urlsplit

import streamlit as st
from babel import Locale, UnknownLocaleError
from babel.dates import get_date_format

from decision_aid.content.languages import by_quality
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.wording.dates import dated_by, locale_like, zone
from decision_aid.wording.interface_words import DateOrder


def page_address() -> str:
    """The address of the page as this person's browser reaches it; "" where unknown."""
    return st.context.url or ""


def address_of(page: str) -> str | None:
    """The address of a page as this person's browser reaches it, without query and fragment; None where unknown."""
    found = urlsplit(page_address())
    if found.scheme not in ("http", "https"):
        return None
    folders = found.path.rstrip("/").split("/")
    folder = folders[:-1] if folders[-1] in PAGES else folders
    return f"{found.scheme}://{found.netloc.rpartition('@')[2]}{'/'.join(folder)}/{page}"


def languages() -> str:
    """The browser's languages, as in an Accept-Language header; "" where it names none."""
    return st.context.headers.get("Accept-Language") or st.context.locale or ""


def locale() -> str | None:
    """The browser's first language, such as "en-US"; None where it names none.

    The header comes first: on the page itself, the calendar is made to speak the page's language by another one.
    """
    return next(iter(by_quality(languages())), None)


def number_locale(aid: Aid) -> Locale:
    """How this person's device writes numbers: by its language and country where the aid speaks that language too."""
    words = aid.words
    try:
        own = Locale.parse(locale() or "", sep="-")
    except (ValueError, UnknownLocaleError):
        return words.locale
    return own if own.language == words.locale.language else words.locale


def dated(aid: Aid) -> Aid:
    """The aid with dates and times as they are written where this person is, as far as its language is known there."""
    try:
        territory = Locale.parse(locale() or "", sep="-").territory
    except (ValueError, UnknownLocaleError):
        territory = None
    return dated_by(aid, locale_like(str(aid.words.locale), aid.words.language, territory)) if territory else aid


def time_zone() -> str:
    """The time zone that the browser is in, such as "America/Bogota"; "" where it names none."""
    return st.context.timezone or ""


def now() -> datetime:
    """The time where the person is, with its offset; the server's own where the browser names no zone that is known."""
    return datetime.now().astimezone(zone(time_zone()))


def here(when: datetime) -> datetime:
    """A time with its offset, on the clock where the person is."""
    return when.astimezone(zone(time_zone()))


def today() -> date:
    """The date where the person is: an evening in Los Angeles is the next day on a server in London."""
    return now().date()


def date_order(aid: Aid) -> DateOrder:
    """In which order this person's device writes a date; where it names no place, the order of the aid's language."""
    try:
        own = Locale.parse(locale() or "", sep="-")
    except (ValueError, UnknownLocaleError):
        own = aid.words.locale
    first = next((sign for sign in get_date_format("short", own).pattern if sign in "dMy"), "y")
    orders: dict[str, DateOrder] = {"d": "day_first", "M": "month_first"}
    return orders.get(first, "year_first")
