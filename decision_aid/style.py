"""The style sheet of the aid: one of all rooms of the screen."""

from decision_aid.components import beside

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

_sent = STYLE


def sent() -> str:
    """What goes with every page: the sheet, or the name of its file."""
    return _sent


def serve_at(address: str) -> None:
    """Name the sheet by an address from here on: a server has it there as a file, which browsers keep."""
    global _sent
    _sent = f'@import url("{address}");'
