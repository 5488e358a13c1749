"""What the server gives besides the app itself. It says so once at the start; the frame of a page reads it.

Streamlit runs app.py as a script for each visitor, so a server cannot pass it a value.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Served:
    """`style_sheet`: the page names the aid's style sheet as a file, which browsers keep. `booklet`: as a page."""

    style_sheet: bool = False
    booklet: bool = False


_served = Served()


def declare(served: Served) -> None:
    """Say what this server gives, before the first page is sent."""
    global _served
    _served = served


def by_this_server() -> Served:
    """What this server gives; nothing where none has said so, as under `streamlit run`."""
    return _served
