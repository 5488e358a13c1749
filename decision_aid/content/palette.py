"""The colors of the screen, from its style sheet, and the one of them that a service may choose: the accent."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from decision_aid.content.color import mixed
from decision_aid.model.site import Accent

ROOT = Path(__file__).parents[2]
SHEET = ROOT / "decision_aid" / "views" / "styles" / "colors.css"
SETTINGS = ROOT / ".streamlit" / "config.toml"
_COLOR = re.compile(r"--([\w-]+): (#\w+);")
_OF_THE_TINT = 9
"""Percent of the accent in the ground of a call-out; the rest is the page."""

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@cache
def colors(scheme: Scheme) -> Mapping[str, str]:
    """The colors of light or dark pages by their names in the sheet, as "#rrggbb"; `field` is what is typed in."""
    light, _, dark = SHEET.read_text(encoding="utf-8").partition("@media")
    known = {name: _long(color) for name, color in _COLOR.findall(light if scheme == "light" else dark)}
    theme = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["theme"][scheme]
    return {**known, "field": theme["secondaryBackgroundColor"]}


def with_accent(scheme: Scheme, accent: str) -> Mapping[str, str]:
    """The colors with an accent in the place of the delivered one."""
    known = colors(scheme)
    return {**known, "figure": accent, "tint": mixed(known["page"], accent, _OF_THE_TINT)}


def accent_sheet(accent: Accent | None) -> str:
    """What goes after the sheet of colors, so that what can be pressed has the accent; "" where none was chosen.

    Within what belongs to an option its own color stays: that rule names its element, and this one the page.
    """
    if not accent:
        return ""
    rule = ":root {{ --figure: {figure}; --tint: {tint}; }}"
    light, dark = (rule.format(**with_accent(scheme, getattr(accent, scheme))) for scheme in SCHEMES)
    return f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n"


def _long(color: str) -> str:
    """A color of three digits in six."""
    return color if len(color) > 4 else "#" + "".join(digit * 2 for digit in color[1:])
