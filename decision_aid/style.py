"""The style sheet of the app, joined from the files in views/styles/."""

from streamlit import config

from decision_aid.components import read_beside
from decision_aid.content.palette import SCHEMES, accent_sheet
from decision_aid.model.site import Accent
from decision_aid.pages import VISIT
from decision_aid.wording.people_look import screen_style

SHEETS = (
    "colors",
    "frame",
    "controls",
    "texts",
    "tables",
    "ways",
    "figures",
    "weigh",
    "readiness",
    "questions",
    "visit",
    "reading",
    "contrast",
    "print",
)
STYLE = f"{read_beside(__file__, *(f'views/styles/{sheet}.css' for sheet in SHEETS))}\n{screen_style()}"
PAGE_STYLES = {VISIT: read_beside(__file__, "views/styles/together.css")}
"""Extra styles of pages that change the frame, by page id."""

_sheet = STYLE


def page_style(page: str, accent: Accent | None = None) -> str:
    """The CSS of a page: the sheet, the accent of the service, and the page's own styles."""
    return f"{_sheet}\n{accent_sheet(accent)}{PAGE_STYLES.get(page, '')}"


def apply_accent(accent: Accent | None) -> None:
    """Set the accent of a service for Streamlit's own controls and links. Call before the first page is sent."""
    for scheme in SCHEMES if accent else ():
        for name in ("primaryColor", "linkColor"):
            config.set_option(f"theme.{scheme}.{name}", getattr(accent, scheme))


def leave_to_server() -> None:
    """Send the sheet no more: from here on the page that the server gives names it as a file, which browsers keep."""
    global _sheet
    _sheet = "/* the page names it */"  # an empty sheet would take room on the page
