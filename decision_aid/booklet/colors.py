"""The colors of the options, read from the style sheet of the screen."""

import re
from functools import cache

from decision_aid.content.palette import SHEET, colors

__all__ = ["SHEET", "option_colors"]


@cache
def option_colors() -> tuple[str, ...]:
    """The color of each look on white, starting with look 1."""
    return tuple(color for name, color in colors("light").items() if re.fullmatch(r"option-\d", name))
