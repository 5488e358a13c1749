"""Charts of scores on their whole scale (Altair): averages with their range, and the smallest noticed change."""

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Literal

import altair as alt
import pandas as pd
import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.decision import Row
from decision_aid.model.evidence import Difference, Horizon, Mean, Point
from decision_aid.reasoning.rounding import score
from decision_aid.reasoning.scales import measured_at, noticed_change
from decision_aid.wording.sentences import number, score_parts, time

FIGURE = "#4a80b8"
QUIET = "#7d8a97"
"""Two colors with 3:1 or more against the light and the dark page alike: Altair marks cannot follow the theme."""

ROOM_FOR_WORSE = 2
"""Points left of "no difference", so that a range that crosses it is seen in full."""
LONGEST_ALT = 250
LINE_HEIGHT, AXIS_HEIGHT = 104, 52
UPRIGHT = 20
"""Pixels of an upright line above and below the middle of a bar; the words begin above it."""


@dataclass(frozen=True)
class Line:
    """One line of the chart, in points to a tenth: an average with its range, and the value at the start, if any."""

    label: str
    value: float
    low: float
    high: float
    text: str
    start: float | None = None


def chart(aid: Aid, row: Row) -> None:
    """The chart of a row's differences or means; nothing where the row has neither."""
    measures = {name: aid.evidence.estimates[name].measure for name in row.estimates}
    differences = {name: measure for name, measure in measures.items() if isinstance(measure, Difference)}
    if differences:
        _differences(aid, differences, row.at)
    for measure in measures.values():
        if isinstance(measure, Mean):
            _means(aid, measure)


def _differences(aid: Aid, differences: dict[str, Difference], when: Horizon | None) -> None:
    """One line for each kind of study at time `when`, or for each measured time if None; nothing interpolated."""
    measure = next(iter(differences.values()))
    scale, words = aid.decision.scales[measure.scale], aid.words.scales[measure.scale]
    lines = []
    for name, difference in differences.items():
        label = aid.words.comparators[aid.evidence.estimates[name].comparator].short
        shown_points = difference.points if when is None else (measured_at(difference.points, when),)
        for point in shown_points:
            values, heading = score(point), label if len(shown_points) == 1 else _when(aid, point)
            text = aid.words.app["points_between"].format(**score_parts(aid, values))
            lines.append(Line(heading, values.value, values.low, values.high, text))
    title = aid.words.app["points_less"].format(gain=words.gain, group=aid.words.groups[measure.better])
    noticed = noticed_change(aid, measure.scale)
    if noticed is None:
        _show(aid, lines, (-ROOM_FOR_WORSE, scale.high), title, (0.0,))
    else:
        dashed = aid.words.app["points_dashed"].format(noticed=words.noticed, value=number(aid, noticed))
        _show(aid, lines, (-ROOM_FOR_WORSE, scale.high), title, (0.0, noticed), dashed)


def _means(aid: Aid, mean: Mean) -> None:
    """One line for each group: its first mean (hollow) and its mean at the last measured time (filled)."""
    scale, words = aid.decision.scales[mean.scale], aid.words.scales[mean.scale]
    lines = []
    for arm in mean.arms:
        start, end = score(arm.points[0]), score(arm.points[-1])
        numbers = {**score_parts(aid, end), "start": number(aid, start.value), "end": number(aid, end.value)}
        text = aid.words.app["mean_from_to"].format(**numbers)
        lines.append(Line(aid.words.groups[arm.group], end.value, end.low, end.high, text, start.value))
    title = aid.words.app["mean_scale"].format(name=words.name, low=words.low, high=words.high)
    _show(aid, lines, (scale.low, scale.high), title)


def _when(aid: Aid, point: Point) -> str:
    return time(aid, point.at) if point.at.amount else aid.words.app["at_start"]


def _show(
    aid: Aid, lines: list[Line], span: tuple[int, int], title: str, marks: tuple[float, ...] = (), dashed: str = ""
) -> None:
    """The chart under its title and the meaning of its dashed line, with all that it shows as text below.

    Title and dashed line are text of the page, where long words wrap; in the chart they would squeeze it.
    """
    full = f"{title}. {'; '.join(f'{line.label}: {line.text}' for line in lines)}."
    short = f"{title}. {'; '.join(f'{line.label}: {number(aid, line.value)}' for line in lines)}."
    spec = json.loads(_chart_json(tuple(lines), span, marks))
    st.markdown(f"**{title}**" + (f"  \n{dashed}" if dashed else ""))
    st.vega_lite_chart(spec, width="stretch", alt=full if len(full) <= LONGEST_ALT else short[:LONGEST_ALT])
    st.caption("; ".join(f"{line.label}: {line.text}" for line in lines) + ".")


@lru_cache(maxsize=64)
def _chart_json(lines: tuple[Line, ...], span: tuple[int, int], marks: tuple[float, ...]) -> str:
    """The lines on the whole scale as Vega-Lite in JSON, labeled in the chart, so that no legend is needed.

    Cached: the figures are the same for everyone, and Altair takes about 200 ms to check one chart.
    """
    ticks = [tick for tick in range(span[0], span[1] + 1) if tick % (2 if span[1] <= 10 else 5) == 0]
    axis = alt.Axis(aria=False, values=ticks, grid=False, format="d", labelFontSize=14)
    x = alt.X("value:Q", title=None, scale=alt.Scale(domain=list(span)), axis=axis)
    base = alt.Chart(pd.DataFrame([asdict(line) for line in lines])).encode(y=alt.Y("label:N", sort=None, axis=None))
    left = alt.datum(span[0])
    layers = [_upright(base, value, [6, 4] if index else [1, 0]) for index, value in enumerate(marks)]
    if any(line.start is not None for line in lines):
        layers.append(base.mark_rule(aria=False, color=QUIET, strokeWidth=2).encode(x="value:Q", x2="start:Q"))
        layers.append(base.mark_point(aria=False, size=170, color=FIGURE, strokeWidth=2).encode(x="start:Q"))
    layers += [
        base.mark_bar(aria=False, height=10, color=FIGURE, opacity=0.5, cornerRadius=5).encode(x="low:Q", x2="high:Q"),
        base.mark_point(aria=False, filled=True, size=170, color=FIGURE, opacity=1).encode(x=x),
        _label(base, -40, "bold").encode(x=left, text="label:N"),
        _label(base, -UPRIGHT, "normal").encode(x=left, text="text:N"),
    ]
    chart = alt.layer(*layers).properties(height=LINE_HEIGHT * len(lines) + AXIS_HEIGHT).configure_view(stroke=None)
    return json.dumps(_with_inline_data(chart.to_dict()))


def _with_inline_data(spec: dict[str, Any]) -> dict[str, Any]:
    """The chart with its data inline in each layer.

    Streamlit would turn "datasets" into Arrow tables on every run, and load a decoder in the browser.
    """
    datasets, common = spec.pop("datasets"), spec.pop("data", None)
    for layer in spec["layer"]:
        layer["data"] = {"values": datasets[layer.get("data", common)["name"]]}
    return spec


def _upright(base: alt.Chart, value: float, dash: list[int]) -> alt.Chart:
    """A short upright line at a value, across each bar: it stays clear of the words above the bar."""
    upright: alt.Chart = base.mark_rule(
        aria=False, color=QUIET, strokeDash=dash, strokeWidth=2, yOffset=-UPRIGHT, y2Offset=UPRIGHT
    ).encode(x=alt.datum(value), y2="label:N")
    return upright


def _label(base: alt.Chart, dy: int, weight: Literal["bold", "normal"]) -> alt.Chart:
    label: alt.Chart = base.mark_text(
        aria=False, dy=dy, fontSize=14, fontWeight=weight, align="left", baseline="bottom"
    )
    return label
