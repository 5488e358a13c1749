"""Examples of figures, in sheets: one HTML string each, for review, axe and counting."""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.evidence import Arm, Frequency
from decision_aid.reasoning.frequencies import NaturalFrequency
from decision_aid.reasoning.rounding import Score
from decision_aid.views import chance, comparison, timeline
from decision_aid.views.html import show_figure
from decision_aid.views.key_row import key_row
from decision_aid.wording.icon_array import icon_array
from decision_aid.wording.number_line import number_line
from harness.aids import changed, real_aid

PEOPLE: dict[str, tuple[NaturalFrequency, dict[str, int]]] = {
    "five of 100": (NaturalFrequency(5, 100), {"certain": 5, "without": 95}),
    "fewer than 1 in each 1000": (NaturalFrequency(0, 1000, fewer_than_one=True), {"possible": 1, "without": 999}),
    "19 of 100, could be 14 to 25": (
        NaturalFrequency(19, 100, 14, 25),
        {"certain": 14, "likely": 5, "possible": 6, "without": 75},
    ),
    "1 to 3 of 100": (NaturalFrequency(None, 100, 1, 3), {"certain": 1, "possible": 2, "without": 97}),
    "3 of 1000": (NaturalFrequency(3, 1000), {"certain": 3, "without": 997}),
    "none": (NaturalFrequency(0, 100), {"without": 100}),
    "all": (NaturalFrequency(100, 100), {"certain": 100}),
}
"""Icon arrays, each with the number of people that it has to show in each state."""


POINTS = {
    "a difference whose range crosses zero": (Score(0.7, -1.3, 2.8), 23, None),
    "a difference beside the smallest that people notice": (Score(1.6, 0.4, 2.7), 10, 1.5),
    "a difference as large as the scale": (Score(10, 9.5, 10), 10, 1.5),
    "a difference the other way": (Score(-4, -6, -2), 10, 1.5),
}
"""Number lines: the score, the length of the scale, and the smallest change that people notice."""


def html_of(view: Callable[..., None], *args: Any) -> Markup:
    """The HTML that a view would put on the page."""
    with patch.object(st, "html") as html, patch.object(st, "markdown") as markdown:
        view(*args)
    return Markup().join(call.args[0] for call in (*html.call_args_list, *markdown.call_args_list))


def estimate_of_each_kind(aid: Aid) -> dict[str, str]:
    """The first estimate of each kind of measure, in the order of the content."""
    examples: dict[str, str] = {}
    for name, estimate in aid.evidence.estimates.items():
        examples.setdefault(estimate.measure.kind, name)
    return examples


def rare(aid: Aid, estimate: str) -> Aid:
    """The aid with an estimate in which 1 of 5000 people had the event."""
    measure = Frequency(
        kind="frequency", per=1000, no_range="not_seen", arms=(Arm(group="vertebroplasty", events=1, denominator=5000),)
    )
    return changed(aid, f"evidence.estimates.{estimate}.measure", measure)


def row_of(aid: Aid, outcome: str, row: str = "") -> Markup:
    """The key row of an outcome, or another of its rows."""
    if row:
        aid = changed(aid, f"decision.outcomes.{outcome}.key_rows", (row,))
    return Markup('<div class="thing"><div class="figure">{}</div></div>').format(key_row(aid, outcome))


def sheets(aid: Aid) -> dict[str, dict[str, Markup]]:
    """All figures by name, in sheets: figures to compare are on the same sheet."""
    table = html_of(
        comparison.stacking_table,
        "Two ways to the market",
        ["What you ask", "On foot", "By bus"],
        [
            ["How long?", "An hour", "Ten minutes"],
            ["What is there to see?", Markup("A river <em>and</em> herons"), "Not much"],
        ],
    )
    return {
        "people": {
            name: Markup('<div class="arms"><figure>{}</figure></div>').format(icon_array(people, name))
            for name, (people, _) in PEOPLE.items()
        },
        "points": {
            name: Markup('<div class="thing"><div class="group option-1">{}</div></div>').format(
                number_line(score, end, name, noticed)
            )
            for name, (score, end, noticed) in POINTS.items()
        },
        "estimates": {
            f"an estimate that is a {kind}": Markup("<h3>{}</h3>{}").format(
                aid.words.estimates[name].title, chance.block(aid, name)
            )
            for kind, name in estimate_of_each_kind(aid).items()
        },
        "weighed": {
            "people of two kinds of study": row_of(aid, "new_fracture"),
            "a spread, and a harm that cannot happen": row_of(aid, "procedure_harm"),
            "fewer than 1 of 1000 on a card": row_of(rare(aid, "deep_infection"), "procedure_harm", "deep_infection"),
            "rates that are not known": row_of(aid, "procedure_harm", "rate_not_known"),
            "averages of two kinds of study": row_of(aid, "pain_first_month"),
            "an average beside a finding without a figure": row_of(aid, "getting_about"),
            "facts where there is no figure": row_of(aid, "avoid_procedure"),
        },
        "tables": {
            "a table that restacks on a phone": table,
            "two timelines": html_of(timeline.side_by_side, aid),
        },
    }


SHEETS = tuple(sheets(real_aid()))


def show(aid: Aid, answers: Answers, sheet: str) -> None:
    """Each figure of a sheet under its name."""
    for number, (name, html) in enumerate(sheets(aid)[sheet].items()):
        with st.container(border=True, key=f"figure-{number}"):
            st.header(name, anchor=False)
            show_figure(html)
