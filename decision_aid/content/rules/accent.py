"""The accent of a service: read on every ground that it stands on, and taken for nothing but what can be pressed."""

from collections.abc import Iterator

from decision_aid.content.color import contrast, difference, mixed
from decision_aid.content.palette import SCHEMES, Scheme, colors, with_accent
from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

AS_TEXT = 4.5
"""The least contrast of text: WCAG 2.2, success criterion 1.4.3."""
APART = 0.055
"""The least difference from a color with a meaning: as much as the delivered accent has from the nearest."""
GROUNDS = ("page", "card", "tint", "field", "on-figure")
"""What the accent stands on as text, and what stands on it."""


def the_accent_can_be_read(aid: Aid) -> Iterator[Finding]:
    """The accent has a contrast of 4.5 to 1 with all that it stands on, on light pages and on dark ones."""
    for scheme, color in _chosen(aid):
        least = _least_contrast(scheme, color)
        if least < AS_TEXT:
            mend = f"write '{_readable(scheme, color)}' or a {'darker' if scheme == 'light' else 'lighter'} color"
            told = f"'{color}' is hard to read on {scheme} pages (contrast {least:.1f}, and {AS_TEXT} is needed)"
            yield ("site", "accent", scheme), f"{told}: {mend}"


def the_accent_is_no_color_with_a_meaning(aid: Aid) -> Iterator[Finding]:
    """The accent is told apart from the colors of the options and of the warning signs."""
    options = enumerate(aid.decision.options, start=1)
    meanings = {"urgent": "of the warning signs", **{f"option-{place}": f"of '{option}'" for place, option in options}}
    for scheme, color in _chosen(aid):
        for name, meaning in meanings.items():
            known = colors(scheme).get(name)
            if known and difference(color, known) < APART:
                told = f"'{color}' looks like the color {meaning} on {scheme} pages ({known})"
                yield ("site", "accent", scheme), f"{told}: choose a color that is farther from it"


def _chosen(aid: Aid) -> list[tuple[Scheme, str]]:
    accent = aid.site.accent
    return [(scheme, getattr(accent, scheme)) for scheme in SCHEMES] if accent else []


def _least_contrast(scheme: Scheme, color: str) -> float:
    known = with_accent(scheme, color)
    return min(contrast(color, known[name]) for name in GROUNDS)


def _readable(scheme: Scheme, color: str) -> str:
    """The nearest color towards black, or on dark pages towards white, that can be read."""
    end = "#000000" if scheme == "light" else "#ffffff"
    nearer = (mixed(color, end, percent) for percent in range(101))
    return next((one for one in nearer if _least_contrast(scheme, one) >= AS_TEXT), end)
