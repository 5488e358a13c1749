"""The style sheet of the aid: one of all rooms of the screen."""

from decision_aid.components import beside
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


def sent(page: str) -> str:
    """What goes with a page: the sheet, or the name of its file; and what holds for that page alone."""
    return f"{_sent}\n{OF_A_PAGE.get(page, '')}"


def serve_at(address: str) -> None:
    """Name the sheet by an address from here on: a server has it there as a file, which browsers keep."""
    global _sent
    _sent = f'@import url("{address}");'
