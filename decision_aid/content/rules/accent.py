"""The accent color of a service is readable on every background, and differs from colors with a meaning."""

from collections.abc import Iterator

from decision_aid.content.color import contrast, difference, mix
from decision_aid.content.palette import SCHEMES, Scheme, colors, with_accent
from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

AS_TEXT = 4.5
"""The minimum contrast of text: WCAG 2.2, success criterion 1.4.3."""
APART = 0.055
"""The minimum difference from a color with a meaning: that of the default accent from the nearest."""
GROUNDS = ("page", "card", "tint", "field", "on-figure")
"""Backgrounds of text in the accent color, and the color of text on the accent."""


def the_accent_can_be_read(aid: Aid) -> Iterator[Finding]:
    """The accent has a contrast of at least 4.5 with each background, on light and on dark pages."""
    for scheme, color in _chosen(aid):
        least = _least_contrast(scheme, color)
        if least < AS_TEXT:
            mend = f"write '{_readable(scheme, color)}' or a {'darker' if scheme == 'light' else 'lighter'} color"
            fault = f"'{color}' is hard to read on {scheme} pages (contrast {least:.1f}, and {AS_TEXT} is needed)"
            yield ("site", "accent", scheme), f"{fault}: {mend}"


def the_accent_is_no_color_with_a_meaning(aid: Aid) -> Iterator[Finding]:
    """The accent can be distinguished from the colors of the options and of the warning signs."""
    options = enumerate(aid.decision.options, start=1)
    meanings = {
        "urgent": "of the warning signs",
        **{f"option-{number}": f"of '{option}'" for number, option in options},
    }
    for scheme, color in _chosen(aid):
        for name, meaning in meanings.items():
            reserved = colors(scheme).get(name)
            if reserved and difference(color, reserved) < APART:
                fault = f"'{color}' looks like the color {meaning} on {scheme} pages ({reserved})"
                yield ("site", "accent", scheme), f"{fault}: choose a color that is farther from it"


def _chosen(aid: Aid) -> list[tuple[Scheme, str]]:
    accent = aid.site.accent
    return [(scheme, getattr(accent, scheme)) for scheme in SCHEMES] if accent else []


def _least_contrast(scheme: Scheme, color: str) -> float:
    palette = with_accent(scheme, color)
    return min(contrast(color, palette[name]) for name in GROUNDS)


def _readable(scheme: Scheme, color: str) -> str:
    """The nearest readable color towards black, or on dark pages towards white."""
    end = "#000000" if scheme == "light" else "#ffffff"
    candidates = (mix(color, end, percent) for percent in range(101))
    return next((candidate for candidate in candidates if _least_contrast(scheme, candidate) >= AS_TEXT), end)
