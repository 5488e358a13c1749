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

NAMED_BY_PAGE = "/* the page names it */"
"""In place of a sheet that the page names as a file: an empty one would take room on the page."""


def page_style(page: str, accent: Accent | None = None, is_file: bool = False) -> str:
    """The CSS of a page: the sheet, unless the page names it as a file, the accent, and the page's own styles."""
    return f"{NAMED_BY_PAGE if is_file else STYLE}\n{accent_sheet(accent)}{PAGE_STYLES.get(page, '')}"


def apply_accent(accent: Accent | None) -> None:
    """Set the accent of a service for Streamlit's own controls and links. Call before the first page is sent."""
    for scheme in SCHEMES if accent else ():
        for name in ("primaryColor", "linkColor"):
            config.set_option(f"theme.{scheme}.{name}", getattr(accent, scheme))
