"""Where and how this person reads, as their browser says: the address, the language and country, the time zone."""

from datetime import date
from urllib.parse import urlsplit

import streamlit as st
from babel import Locale, UnknownLocaleError

from decision_aid.content.languages import by_quality
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES


def address_of(page: str) -> str | None:
    """The address of a page as this person's browser reaches it, without query and fragment; None where unknown."""
    found = urlsplit(st.context.url or "")
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


def time_zone() -> str:
    """The time zone that the browser is in, such as "America/Bogota"; "" where it names none."""
    return st.context.timezone or ""


def today() -> date:
    """The date on this server, for what is printed and for the review date."""
    return date.today()
