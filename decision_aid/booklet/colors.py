"""The colors of the options, as the screen has them: the booklet takes them from its style sheet."""

import re
from functools import cache
from pathlib import Path

SHEET = Path(__file__).parents[1] / "views" / "styles" / "colors.css"


@cache
def option_colors() -> tuple[str, ...]:
    """The color of each look on white, the first being that of look 1."""
    light = SHEET.read_text(encoding="utf-8").partition("@media")[0]
    return tuple(re.findall(r"--option-\d: (#\w{6});", light))
