"""What Streamlit fixes for every app: the page's language and direction, words of its own, where the focus goes."""

from pathlib import Path

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Look

STREAMLITS_OWN = {
    "skip": "Skip to main content",
    "menu": "Sidebar",
    "open_menu": "Expand sidebar",
    "close_menu": "Collapse sidebar",
    "pages": "App pages",
    "close": "Close",
    "close_list": "Dismiss",
    "open_list": "Open",
    "picked": "Selected values",
    "clear_all": "Clear all",
    "clear_value": "Clear value",
    "remove": "Remove {value}",
    "add": "Add: {value}",
    "nothing": "No results",
    "found": "{number} options available.",
    "found_one": "1 option available.",
    "chosen": "{value}, selected",
    "when_done": "Press {keys} to apply",
    "to_send": "Press {keys} to submit form",
    "date_and_time": "Choose date and time",
    "month_shown": "Choose date and time, {shown}",
    "clear_date": "Clear date and time",
    "calendar_keys": "Use arrow keys to navigate. Enter to select. "
    "Tab to switch between calendar and time. Escape to close.",
    "time": "Time",
    "field_month": "month, {field}",
    "field_day": "day, {field}",
    "field_year": "year, {field}",
    "field_hour": "hour, {field}",
    "field_minute": "minute, {field}",
    "empty": "Empty",
    "year_letters": "yyyy",
    "month_told": "{number} – {month}",
    "date_told": "Selected Date: {date}",
    "time_told": "Selected Time: {time}",
}
"""What Streamlit 1.67 says by itself, by its name in app.yaml (`streamlit.skip`); what it fills in stays in {gaps}."""

_page = st.components.v2.component(
    "page_language", js=(Path(__file__).parent / "page_language.js").read_text(encoding="utf-8")
)


def settle(aid: Aid, here: str, look: Look) -> None:
    """Give the page its language and look, and on a change of page the focus to its heading."""
    app, locale = aid.words.app, aid.words.locale
    data = {
        "language": aid.words.language,
        "direction": locale.text_direction,
        "locale": str(locale).replace("_", "-"),
        "text": look.text,
        "contrast": look.contrast,
        "words": [[theirs, app[f"streamlit.{name}"]] for name, theirs in STREAMLITS_OWN.items()],
        "page": here,
        "title": aid.words.pages[here].title,
    }
    with st.container(key="page-language"):
        _page(data=data, key="page_language")
