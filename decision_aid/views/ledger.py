"""The evidence page: every estimate with its source, the guidelines on both sides, and what is not known."""

from collections.abc import Iterator
from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.evidence import (
    Arm,
    Difference,
    Estimate,
    Frequency,
    Guideline,
    Mean,
    Number,
    OddsRatio,
    Point,
    Quantity,
)
from decision_aid.views.after_an_answer import result
from decision_aid.views.comparison import stacking_table
from decision_aid.views.html import show_html, show_list
from decision_aid.views.leaving import save_button
from decision_aid.views.ledger_search import search
from decision_aid.views.reference import checked, linked
from decision_aid.wording.certainty import certainty, count_not_rated
from decision_aid.wording.interface_words import STANCE
from decision_aid.wording.sentences import number, time

TEN = 10
"""So many figures are shown at once."""


def estimates(aid: Aid, answers: Answers) -> None:
    """A search, then the estimates that it finds, ten at a time: each as its source reports it, unrounded; and a file
    of all that was found."""
    app, everything = aid.words.app, aid.evidence.estimates
    found = search(aid, answers)
    seen = len(found) if answers.look.details else TEN * (1 + session.screen_index("ledger-tens"))
    shown, left = found[:seen], found[seen:]
    told = app["ledger.shown"].format(shown=len(shown), found=len(found), number=len(everything))
    with result("ledger"):
        show_html(Markup("<p>{}</p>").format(told))
    if not found:
        st.markdown(app["ledger.none"])
        return
    _table(aid, shown)
    with st.container(horizontal=True, key="tools-ledger-file"):
        if left:
            st.button(app["ledger.more"].format(number=min(TEN, len(left))), key="ledger-more", on_click=_show_ten_more)
        of = None if len(found) == len(everything) else list(found)
        save_button(aid, app["ledger.download"], "evidence", "download_evidence", of)
    st.caption(app["certainty.unrated"].format(count=count_not_rated(aid), number=len(everything)))


def _show_ten_more() -> None:
    session.show_screen("ledger-tens", session.screen_index("ledger-tens") + 1)


def _table(aid: Aid, names: tuple[str, ...]) -> None:
    """Estimates with who, when and certainty; why and from where opens by a press in the row."""
    app = aid.words.app
    columns = [app["figures.what"], app["figures.figure"], app["figures.who"], app["figures.sure"]]
    stacking_table(app["figures_caption"], columns, [_row(aid, name) for name in names], "even")


@lru_cache(maxsize=1024)
def _row(aid: Aid, name: str) -> tuple[Markup | str, ...]:
    """An estimate as a row of cells. Kept once made: it is the same for everyone."""
    estimate, words, sure = aid.evidence.estimates[name], aid.words.estimates[name], certainty(aid, name)
    compared = aid.words.comparators[estimate.comparator].name if estimate.comparator != "none" else ""
    when = words.when or (time(aid, estimate.horizon) if estimate.horizon else "")
    sources = (linked(aid, source) for source in estimate.sources)
    return (
        words.title,
        _lines(*_figure(aid, estimate), words.text),
        _lines(words.who, when, compared),
        _with_source(aid, name, sure.brief, _lines(sure.full, sure.reason, words.note, *sources, checked(aid, name))),
    )


def _with_source(aid: Aid, name: str, brief: str, told: Markup) -> Markup:
    """How sure a figure is, and what opens by a press: who says so and why, where it is from, how it was checked."""
    return Markup('{}<details><summary>{}<span class="visually-hidden">: {}</span></summary>{}</details>').format(
        brief, aid.words.app["figures.source"], aid.words.estimates[name].title, told
    )


def _lines(*lines: str) -> Markup:
    return Markup("<br>").join(filter(None, lines))


def _figure(aid: Aid, estimate: Estimate) -> list[str]:
    """The figure as it was reported."""
    match estimate.measure:
        case Frequency(arms=arms, odds_ratio=ratio):
            told = [f"{aid.words.groups[arm.group]}: {_reported(aid, arm)}" for arm in arms if not arm.cannot_happen]
            return [*told, _compared(aid, ratio)] if ratio else told
        case Difference(points=points):
            return [line for point in points for line in (_point(aid, point), *_means(aid, point))]
        case Mean(arms=groups):
            return [f"{aid.words.groups[one.group]}: {_point(aid, point)}" for one in groups for point in one.points]
        case Quantity(low=low, high=high, unit=unit):
            return [f"{_spread(aid, low, high)} {aid.words.units[unit]}"]
        case _:
            return []


def _reported(aid: Aid, arm: Arm) -> str:
    app = aid.words.app
    span = app["between"].format(low=arm.range.low, high=arm.range.high, per=arm.range.per) if arm.range else ""
    if arm.events is None:
        return span
    told = app["short_count"].format(count=arm.events, per=arm.denominator)
    told = f"{told} ({span})" if span else told
    return f"{told}. {app['ledger.size_is_ours']}" if arm.as_reported == "events" else told


def _compared(aid: Aid, ratio: OddsRatio) -> str:
    """The odds ratio as it was published; it stands beside the counts, never alone."""
    spread = _spread(aid, ratio.low, ratio.high)
    return aid.words.app["ledger.odds_ratio"].format(value=number(aid, ratio.value), spread=spread)


def _point(aid: Aid, point: Point) -> str:
    when = time(aid, point.at) if point.at.amount else aid.words.app["at_start"]
    return f"{when}: {number(aid, point.value)} ({_spread(aid, point.low, point.high)})"


def _means(aid: Aid, point: Point) -> Iterator[str]:
    """The means that a difference lies between."""
    return (f"{aid.words.groups[group]}: {number(aid, value)}" for group, value in point.means.items())


def _spread(aid: Aid, low: Number, high: Number) -> str:
    return number(aid, low) if low == high else f"{number(aid, low)} – {number(aid, high)}"


def guidelines(aid: Aid) -> None:
    """Where bodies stand, against and for selected people, with equal space; then those that describe the evidence."""
    found = aid.evidence.guidelines
    for stance in STANCE.ids:
        st.subheader(aid.words.variant(STANCE, stance), anchor=False)
        show_list((_guideline(aid, name, one) for name, one in found.items() if one.stance == stance), "plain")


def _guideline(aid: Aid, name: str, one: Guideline) -> Markup:
    return Markup(
        '<strong>{body}, {year}</strong> ({country}). {position} <a href="{link}" rel="noopener">{read_it}'
        '<span class="visually-hidden">: {body}, {year}</span></a>'
    ).format(
        body=one.body,
        year=one.year,
        country=one.country,
        position=aid.words.guidelines[name].position,
        link=one.link,
        read_it=aid.words.app["read_it"],
    )


def not_known(aid: Aid) -> None:
    """What nobody knows yet."""
    show_list(aid.words.not_known)
