"""The style sheet of the aid: one of all rooms of the screen."""

from streamlit import config

from decision_aid.components import beside
from decision_aid.content.palette import SCHEMES, accent_sheet
from decision_aid.model.site import Accent
from decision_aid.pages import VISIT

ROOMS = (
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
STYLE = beside(__file__, *(f"views/styles/{room}.css" for room in ROOMS))
OF_A_PAGE = {VISIT: beside(__file__, "views/styles/together.css")}
"""What changes the frame of a page that has one of its own."""

_sent = STYLE


def sent(page: str, accent: Accent | None = None) -> str:
    """What goes with a page: the sheet, the accent of a service, and what that page alone has."""
    return f"{_sent}\n{accent_sheet(accent)}{OF_A_PAGE.get(page, '')}"


def wear(accent: Accent | None) -> None:
    """Give Streamlit's own controls and links the accent of a service, before the first page is sent."""
    for scheme in SCHEMES if accent else ():
        for name in ("primaryColor", "linkColor"):
            config.set_option(f"theme.{scheme}.{name}", getattr(accent, scheme))


def leave_to_server() -> None:
    """Send the sheet no more: from here on the page that the server gives names it as a file, which browsers keep."""
    global _sent
    _sent = "/* the page names it */"  # an empty sheet would take room on the page
