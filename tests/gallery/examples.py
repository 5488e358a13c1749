"""The pure views by example: one HTML string each, for eyes, for axe and for counting."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import streamlit
from markupsafe import Markup

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.exports.icon_array import icon_array
from decision_aid.model.aid import Aid
from decision_aid.reasoning.frequencies import NaturalFrequency
from decision_aid.views import chance, comparison, timeline


@dataclass(frozen=True)
class Drawn:
    """People to draw and how many of them stand in each state."""

    people: NaturalFrequency
    certain: int = 0
    likely: int = 0
    possible: int = 0
    without: int = 0


PEOPLE = {
    "five of 100": Drawn(NaturalFrequency(5, 100), certain=5, without=95),
    "fewer than 1 in each 1000": Drawn(NaturalFrequency(0, 1000, fewer_than_one=True), possible=1, without=999),
    "19 of 100, could be 14 to 25": Drawn(
        NaturalFrequency(19, 100, 14, 25), certain=14, likely=5, possible=6, without=75
    ),
    "1 to 3 of 100": Drawn(NaturalFrequency(None, 100, 1, 3), certain=1, possible=2, without=97),
    "3 of 1000": Drawn(NaturalFrequency(3, 1000), certain=3, without=997),
    "none": Drawn(NaturalFrequency(0, 100), without=100),
    "all": Drawn(NaturalFrequency(100, 100), certain=100),
}
"""Icon arrays, each with what a person who counts would count."""


def html_of(view: Callable[..., None], *given: Any) -> Markup:
    """The HTML that a view would put on the page."""
    with patch.object(streamlit, "html") as html, patch.object(streamlit, "markdown") as markdown:
        view(*given)
    return Markup().join(call.args[0] for call in (*html.call_args_list, *markdown.call_args_list))


def estimate_of_each_kind(aid: Aid) -> dict[str, str]:
    """The first estimate of each kind of measure, in the order of the content."""
    found: dict[str, str] = {}
    for name, estimate in aid.evidence.estimates.items():
        found.setdefault(estimate.measure.kind, name)
    return found


def examples(aid: Aid) -> dict[str, Markup]:
    """All examples by name."""
    arrays = {
        name: Markup('<div class="arms"><figure>{}</figure></div>').format(icon_array(drawn.people, name))
        for name, drawn in PEOPLE.items()
    }
    blocks = {
        f"an estimate that is a {kind}": Markup("<h3>{}</h3>{}").format(
            aid.words.estimates[name].title, chance.block(aid, name)
        )
        for kind, name in estimate_of_each_kind(aid).items()
    }
    table = html_of(
        comparison.stacking_table,
        "Two ways to the market",
        ["What you ask", "On foot", "By bus"],
        [
            ["How long?", "An hour", "Ten minutes"],
            ["What is there to see?", Markup("A river <em>and</em> herons"), "Not much"],
        ],
    )
    return (
        arrays
        | {"a table that restacks on a phone": table}
        | blocks
        | {"two timelines": html_of(timeline.side_by_side, aid)}
    )


EXAMPLES = examples(load(session.CONTENT, "en"))
