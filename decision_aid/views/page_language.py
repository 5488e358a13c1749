"""The language of the page: its language and direction, and Streamlit's own words, which it fixes in English.

Also support for browser translators: the page survives their changes, and the reader learns of the aid's languages.
"""

from functools import partial

from decision_aid import session
from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Look
from decision_aid.session.callbacks import uninterrupted
from decision_aid.wording.proper_names import proper_names

CALENDAR_KEYS = "Use arrow keys to navigate. Enter to select. Tab to switch between calendar and time. Escape to close."

PARTS = ("proper_names.js", "translator.js", "print_expanders.js", "own_languages.js", "page_language.js")
_page = component("page_language", js=read_beside(__file__, *PARTS), isolate_styles=False)


def streamlit_texts(aid: Aid) -> dict[str, str]:
    """Streamlit 1.67's own English texts, and ours that replace them; values that it fills in are {gaps}."""
    app = aid.words.app
    return {
        "Skip to main content": app["streamlit.skip"],
        "Sidebar": app["streamlit.menu"],
        "Expand sidebar": app["streamlit.open_menu"],
        "Collapse sidebar": app["streamlit.close_menu"],
        "App pages": app["streamlit.pages"],
        "{number} more": app["streamlit.more_pages"],
        "Close": app["streamlit.close"],
        "Dismiss": app["streamlit.close_list"],
        "Open": app["streamlit.open_list"],
        "Selected values": app["streamlit.picked"],
        "Clear all": app["streamlit.clear_all"],
        "Clear value": app["streamlit.clear_value"],
        "Remove {value}": app["streamlit.remove"],
        "Add: {value}": app["streamlit.add"],
        "No results": app["streamlit.nothing"],
        "{number} options available.": app["streamlit.found"],
        "1 option available.": app["streamlit.found_one"],
        "{value}, selected": app["streamlit.chosen"],
        "Press {keys} to apply": app["streamlit.when_done"],
        "Press {keys} to submit form": app["streamlit.to_send"],
        "Choose date and time": app["streamlit.date_and_time"],
        "Choose date and time, {shown}": app["streamlit.month_shown"],
        "Clear date and time": app["streamlit.clear_date"],
        CALENDAR_KEYS: app["streamlit.calendar_keys"],
        "Time": app["streamlit.time"],
        "month, {field}": app["streamlit.field_month"],
        "day, {field}": app["streamlit.field_day"],
        "year, {field}": app["streamlit.field_year"],
        "hour, {field}": app["streamlit.field_hour"],
        "minute, {field}": app["streamlit.field_minute"],
        "Empty": app["streamlit.empty"],
        "yyyy": app["streamlit.year_letters"],
        "{number} – {month}": app["streamlit.month_told"],
        "Selected Date: {date}": app["streamlit.date_told"],
        "Selected Time: {time}": app["streamlit.time_told"],
    }


def apply(aid: Aid, look: Look) -> None:
    """Set the language and look of the page."""
    locale = aid.words.locale
    data = {
        "language": aid.words.language,
        "direction": locale.text_direction,
        "locale": str(locale).replace("_", "-"),
        "text": look.text,
        "contrast": look.contrast,
        "names": list(proper_names(aid)),
        "words": [list(pair) for pair in streamlit_texts(aid).items()],
        "speaks": [_language_offer(language) for language in session.content.languages],
    }
    _page(data=data, key="page_language", height="content", on_speak_change=uninterrupted(_speak))


def _language_offer(language: str) -> dict[str, str]:
    """The note, in this language, for a person whose translator shows the page in it."""
    app = session.content.aid(language).words.app
    return {"language": language, "note": app["translated.note"], "read": app["translated.read"]}


def _speak() -> None:
    session.keep(partial(session.switch_language, language=str(session.component_value("page_language", "speak"))))
