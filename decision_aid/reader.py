"""Facts from this person's browser: the page address, the language and country, the time zone."""

from datetime import date, datetime
from urllib.parse import unquote, urlsplit

import streamlit as st
from babel import Locale, UnknownLocaleError
from babel.dates import get_date_format

from decision_aid.content.languages import by_quality
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.wording.dates import locale_like, with_date_locale, zone
from decision_aid.wording.interface_words import DateOrder


def page_address() -> str:
    """The address of the page as this person's browser reaches it; "" if unknown."""
    return st.context.url or ""


def page_name() -> str:
    """The last part of that address, which is the id of a page if it is one of ours."""
    return unquote(urlsplit(page_address()).path.rstrip("/").rpartition("/")[2])


def address_of(page: str) -> str | None:
    """The address of a page as this person's browser reaches it, without query and fragment; None if unknown."""
    parts = urlsplit(page_address())
    if parts.scheme not in ("http", "https"):
        return None
    folders = parts.path.rstrip("/").split("/")
    folder = folders[:-1] if folders[-1] in PAGES else folders
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{'/'.join(folder)}/{page}"


def languages() -> str:
    """The browser's languages, as in an Accept-Language header; "" if it names none."""
    return st.context.headers.get("Accept-Language") or st.context.locale or ""


def locale() -> str | None:
    """The browser's first language, such as "en-US"; None if it names none.

    The header comes first: on the page itself, we override the locale so that the calendar uses the page's language.
    """
    return next(iter(by_quality(languages())), None)


def number_locale(aid: Aid) -> Locale:
    """The locale for numbers on this person's device; the aid's own if the device uses another language."""
    words = aid.words
    try:
        device = Locale.parse(locale() or "", sep="-")
    except (ValueError, UnknownLocaleError):
        return words.locale
    return device if device.language == words.locale.language else words.locale


def with_local_dates(aid: Aid) -> Aid:
    """The aid with dates and times written as in this person's country, if its language has a locale there."""
    try:
        territory = Locale.parse(locale() or "", sep="-").territory
    except (ValueError, UnknownLocaleError):
        territory = None
    return (
        with_date_locale(aid, locale_like(str(aid.words.locale), aid.words.language, territory)) if territory else aid
    )


def time_zone() -> str:
    """The time zone that the browser is in, such as "America/Bogota"; "" if it names none."""
    return st.context.timezone or ""


def now() -> datetime:
    """The local time of the person, with its offset; the server's if the browser names no known zone."""
    return datetime.now().astimezone(zone(time_zone()))


def to_local_time(when: datetime) -> datetime:
    """An aware time, converted to the person's time zone."""
    return when.astimezone(zone(time_zone()))


def today() -> date:
    """The date where the person is: an evening in Los Angeles is the next day on a server in London."""
    return now().date()


def date_order(aid: Aid) -> DateOrder:
    """The order of day, month and year on this person's device; the order of the aid's language if unknown."""
    try:
        device = Locale.parse(locale() or "", sep="-")
    except (ValueError, UnknownLocaleError):
        device = aid.words.locale
    first = next((sign for sign in get_date_format("short", device).pattern if sign in "dMy"), "y")
    orders: dict[str, DateOrder] = {"d": "day_first", "M": "month_first"}
    return orders.get(first, "year_first")
