"""The colors of the screen, read from its style sheet, and the accent color that a service may choose."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from decision_aid.content.color import mix
from decision_aid.model.site import Accent

ROOT = Path(__file__).parents[2]
SHEET = ROOT / "decision_aid" / "views" / "styles" / "colors.css"
SETTINGS = ROOT / ".streamlit" / "config.toml"
_COLOR = re.compile(r"--([\w-]+): (#\w+);")
_OF_THE_TINT = 9
"""Percent of the accent in the background of a call-out; the rest is the page color."""

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@cache
def colors(scheme: Scheme) -> Mapping[str, str]:
    """The colors of light or dark pages by name in the sheet, as "#rrggbb"; `field`: background of input fields."""
    light, _, dark = SHEET.read_text(encoding="utf-8").partition("@media")
    palette = {name: _six_digits(color) for name, color in _COLOR.findall(light if scheme == "light" else dark)}
    theme = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["theme"][scheme]
    return {**palette, "field": theme["secondaryBackgroundColor"]}


def with_accent(scheme: Scheme, accent: str) -> Mapping[str, str]:
    """The colors with this accent in place of the default one."""
    palette = colors(scheme)
    return {**palette, "figure": accent, "tint": mix(palette["page"], accent, _OF_THE_TINT)}


def accent_sheet(accent: Accent | None) -> str:
    """CSS to append to the color sheet, so that controls have the accent; "" if there is none.

    An option keeps its own color: its rule names the element, this one only the root.
    """
    if not accent:
        return ""
    rule = ":root {{ --figure: {figure}; --tint: {tint}; }}"
    light, dark = (rule.format(**with_accent(scheme, getattr(accent, scheme))) for scheme in SCHEMES)
    return f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n"


def _six_digits(color: str) -> str:
    """A color with six hexadecimal digits: "#abc" becomes "#aabbcc"."""
    return color if len(color) > 4 else "#" + "".join(digit * 2 for digit in color[1:])
