"""How people in a picture look: the one source of their shape, and of fill, line and color of each state.

Screen, printed page and PDF read it. The colors of the options themselves stand in views/styles/colors.css.
"""

from dataclasses import dataclass

from markupsafe import Markup

PERSON = "m5 1a2.1 2.1 0 1 0 .01 0zm-4 9.2a4 4.4 0 0 1 8 0z"
"""One person in a cell of 10 × 11, drawn from the cell's corner, so that a grid of them is one path."""

_STRIPE = Markup(
    '<pattern id="striped-{state}{look}" width="10" height="2.2" patternUnits="userSpaceOnUse">'
    '<path class="stripe" d="M0 .6h10" style="stroke-width:{width}"/></pattern>'
)
_STRIPE_WIDTHS = {"likely": 1.5, "possible": 0.55}
"""The states between filled and outlined: they differ in stripe width, so they differ in gray print, too."""


@dataclass(frozen=True)
class Ink:
    """CSS colors, and widths of edges in the unit of PERSON.

    `event`: people who have the event, or may have it; `without`: the others. `tint`: the fill of people who are spared
    the event, where groups are compared; "" where they never are.
    """

    event: str
    without: str
    event_edge: float
    without_edge: float
    tint: str = ""


SCREEN = Ink("var(--figure)", "var(--quiet)", 0.9, 0.7, "var(--tint)")
PRINTED_LIST = Ink("#222", "#777", 0.6, 0.5)
LIST_PDF = Ink("#000", "#555", 0.7, 0.6)


def booklet_pdf(color: str) -> Ink:
    """The ink of the booklet as PDF: people with the event in the color of their option."""
    return Ink(color, "#555", 0.8, 0.6)


def people_style(ink: Ink, within: str = "") -> str:
    """CSS rules for the states. `within`: the selector, with a space at its end, of what holds the people."""
    rules = [
        f"path {{ stroke: {ink.event}; stroke-width: {ink.event_edge}; }}",
        f".certain {{ fill: {ink.event}; }}",
        f".without {{ fill: none; stroke: {ink.without}; stroke-width: {ink.without_edge}; }}",
    ]
    if ink.tint:
        rules += [
            f".added {{ fill: {ink.event}; stroke: currentColor; stroke-width: 1.7; }}",
            f".spared {{ fill: {ink.tint}; stroke-dasharray: 1.6 1.1; stroke-width: 1.1; }}",
        ]
    return "\n".join(within + rule for rule in rules)


def screen_style() -> str:
    """CSS rules for screens, with those for forced colors, in which the device gives the color."""
    within = ".icon-array "
    forced = f"{within}path {{ stroke: CanvasText; }} {within}:is(.certain, .added) {{ fill: CanvasText; }}"
    return f"{people_style(SCREEN, within)}\n@media (forced-colors: active) {{ {forced} }}"


def striped_fill(state: str, look: str) -> Markup:
    """The attribute that fills the people of a state with its stripes; empty for a state without."""
    return Markup(' fill="url(#striped-{}{})"').format(state, look) if state in _STRIPE_WIDTHS else Markup()


def stripes(look: str) -> Markup:
    """The definitions of both kinds of stripes. `look` ends their ids, which must be unique in a page."""
    patterns = (_STRIPE.format(state=state, look=look, width=width) for state, width in _STRIPE_WIDTHS.items())
    return Markup("<defs>{}</defs>").format(Markup().join(patterns))
