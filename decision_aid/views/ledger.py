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
from decision_aid.session.callbacks import uninterrupted
from decision_aid.views.answer_effects import result
from decision_aid.views.comparison import stacking_table
from decision_aid.views.export_buttons import save_button
from decision_aid.views.html import show_html, show_list
from decision_aid.views.ledger_search import search
from decision_aid.views.reference import check_note, source_with_links
from decision_aid.wording.certainty import certainty, count_not_rated
from decision_aid.wording.interface_words import STANCE
from decision_aid.wording.proper_names import with_names_as_is
from decision_aid.wording.sentences import number, time

TEN = 10
"""Figures shown at a time."""


def estimates(aid: Aid, answers: Answers) -> None:
    """A search, its matches ten at a time, each as its source reports it, unrounded; and a file of all matches."""
    app, everything = aid.words.app, aid.evidence.estimates
    matches = search(aid, answers)
    limit = len(matches) if answers.look.details else TEN * (1 + session.screen_index("ledger-tens"))
    page, remaining = matches[:limit], matches[limit:]
    text = app["ledger.shown"].format(shown=len(page), found=len(matches), number=len(everything))
    with result("ledger"):
        show_html(Markup("<p>{}</p>").format(text))
    if not matches:
        st.markdown(app["ledger.none"])
        return
    _table(aid, page)
    with st.container(horizontal=True, key="tools-ledger-file"):
        if remaining:
            label = app["ledger.more"].format(number=min(TEN, len(remaining)))
            st.button(label, key="ledger-more", on_click=uninterrupted(_show_ten_more))
        of = None if len(matches) == len(everything) else list(matches)
        save_button(aid, app["ledger.download"], "evidence", of)
    st.caption(app["certainty.unrated"].format(count=count_not_rated(aid), number=len(everything)))


def _show_ten_more() -> None:
    session.show_screen("ledger-tens", session.screen_index("ledger-tens") + 1)


def _table(aid: Aid, names: tuple[str, ...]) -> None:
    """A table of estimates with people, time and certainty; reasons and sources open in the row."""
    app = aid.words.app
    columns = [app["figures.what"], app["figures.figure"], app["figures.who"], app["figures.sure"]]
    stacking_table(app["figures_caption"], columns, [_row(aid, name) for name in names], "even")


@lru_cache(maxsize=1024)
def _row(aid: Aid, name: str) -> tuple[Markup | str, ...]:
    """The cells of an estimate's row. Cached: the same for everyone."""
    estimate, words, sure = aid.evidence.estimates[name], aid.words.estimates[name], certainty(aid, name)
    compared = aid.words.comparators[estimate.comparator].name if estimate.comparator != "none" else ""
    when = words.when or (time(aid, estimate.horizon) if estimate.horizon else "")
    sources = (source_with_links(aid, source) for source in estimate.sources)
    return (
        with_names_as_is(aid, words.title),
        _lines(aid, *_figure(aid, estimate), words.text),
        _lines(aid, words.who, when, compared),
        _with_source(
            aid, name, sure.brief, _lines(aid, sure.full, sure.reason, words.note, *sources, check_note(aid, name))
        ),
    )


def _with_source(aid: Aid, name: str, brief: str, details: Markup) -> Markup:
    """A figure's certainty in brief; its `details` (reasons, sources, how it was checked) open by a press."""
    return Markup('{}<details><summary>{}<span class="visually-hidden">: {}</span></summary>{}</details>').format(
        brief, aid.words.app["figures.source"], with_names_as_is(aid, aid.words.estimates[name].title), details
    )


def _lines(aid: Aid, *lines: str) -> Markup:
    texts = (line if isinstance(line, Markup) else with_names_as_is(aid, line) for line in lines if line)
    return Markup("<br>").join(texts)


def _figure(aid: Aid, estimate: Estimate) -> list[str]:
    """The lines of the figure as it was reported."""
    match estimate.measure:
        case Frequency(arms=arms, odds_ratio=ratio):
            lines = [f"{aid.words.groups[arm.group]}: {_count(aid, arm)}" for arm in arms if not arm.cannot_happen]
            return [*lines, _odds_ratio(aid, ratio)] if ratio else lines
        case Difference(points=points):
            return [line for point in points for line in (_point(aid, point), *_means(aid, point))]
        case Mean(arms=groups):
            return [f"{aid.words.groups[arm.group]}: {_point(aid, point)}" for arm in groups for point in arm.points]
        case Quantity(low=low, high=high, unit=unit):
            return [f"{_spread(aid, low, high)} {aid.words.units[unit]}"]
        case _:
            return []


def _count(aid: Aid, arm: Arm) -> str:
    app = aid.words.app
    span = app["between"].format(low=arm.range.low, high=arm.range.high, per=arm.range.per) if arm.range else ""
    if arm.events is None:
        return span
    count = app["short_count"].format(count=arm.events, per=arm.denominator)
    count = f"{count} ({span})" if span else count
    return f"{count}. {app['ledger.size_is_ours']}" if arm.as_reported == "events" else count


def _odds_ratio(aid: Aid, ratio: OddsRatio) -> str:
    """The odds ratio as it was published; shown with the counts, never alone."""
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
    """Guidelines by stance: against, for selected people, then those that only describe the evidence."""
    for stance in STANCE.ids:
        st.subheader(aid.words.variant(STANCE, stance), anchor=False)
        with_stance = {name: entry for name, entry in aid.evidence.guidelines.items() if entry.stance == stance}
        show_list((_guideline(aid, name, guideline) for name, guideline in with_stance.items()), "plain")


def _guideline(aid: Aid, name: str, guideline: Guideline) -> Markup:
    return Markup(
        '<strong>{body}, {year}</strong> ({country}). {position} <a href="{link}" rel="noopener">{read_it}'
        '<span class="visually-hidden">: {body}, {year}</span></a>'
    ).format(
        body=guideline.body,
        year=guideline.year,
        country=guideline.country,
        position=aid.words.guidelines[name].position,
        link=guideline.link,
        read_it=aid.words.app["read_it"],
    )


def not_known(aid: Aid) -> None:
    """What nobody knows yet."""
    show_list(aid.words.not_known)
