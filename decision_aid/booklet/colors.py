"""The colors of the options, as the screen has them: the booklet takes them from its style sheet."""

import re
from functools import cache

from decision_aid.content.palette import SHEET, colors

__all__ = ["SHEET", "option_colors"]


@cache
def option_colors() -> tuple[str, ...]:
    """The color of each look on white, the first being that of look 1."""
    return tuple(color for name, color in colors("light").items() if re.fullmatch(r"option-\d", name))
