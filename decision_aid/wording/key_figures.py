"""A figure as it is exported: the finding, its range, when, in whom, against what, and how sure that is.

Each part is a finished sentence, so that every page and export gives the whole figure in the same words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.decision import Row
from decision_aid.model.evidence import Arm, Difference, Estimate, Frequency, Horizon, Mean, Point, Quantity
from decision_aid.reasoning.frequencies import NaturalFrequency, natural_frequency
from decision_aid.reasoning.rounding import amount, score
from decision_aid.wording.certainty import certainty
from decision_aid.wording.sentences import counts, number, score_parts, span, time


@dataclass(frozen=True)
class GroupFigure:
    """The finding in one group: its name, the value (both frames, where people were counted) and the range.

    `group` is "" where a figure belongs to no group, such as hours. `range` says why where there is none; it is ""
    where there is no number at all. `people` are those to draw.
    """

    group: str
    value: str
    range: str
    people: NaturalFrequency | None = None

    @property
    def text(self) -> str:
        """Value and range in one line."""
        return f"{self.value} {self.range}".strip()


@dataclass(frozen=True)
class KeyFigure:
    """One estimate as it is exported, at the requested time.

    `comparator` is a heading; `certainty` and its `reason` go together. `noticed` is the smallest change that people
    notice, or that it is not known; "" where a figure is not in points. `rests_on` are the estimates whose sources
    must be cited.
    """

    estimate: str
    title: str
    comparator: str
    groups: tuple[GroupFigure, ...]
    time: str
    who: str
    certainty: str
    reason: str
    noticed: str
    rests_on: tuple[str, ...]

    @property
    def details(self) -> tuple[str, ...]:
        """The text that has to go with the numbers: the smallest change people notice, who, when, and how sure."""
        return tuple(filter(None, (self.noticed, self.who, self.time, self.certainty, self.reason)))


def key_figure(aid: Aid, name: str, at: Horizon | None = None) -> KeyFigure:
    """An estimate with all that is needed to judge it. `at` picks one time of an estimate with several."""
    estimate, words, app = aid.evidence.estimates[name], aid.words.estimates[name], aid.words.app
    noticed, sure = _noticed_estimate(aid, estimate), certainty(aid, name)
    return KeyFigure(
        estimate=name,
        title=words.title,
        comparator=aid.words.comparators[estimate.comparator].name,
        groups=tuple(_groups(aid, name, estimate, at)),
        time=_time(aid, name, estimate, at),
        who=app["studied_who"].format(who=words.who),
        certainty=sure.brief,
        reason=sure.reason,
        noticed=_noticed(aid, estimate, noticed),
        rests_on=(name, noticed) if noticed else (name,),
    )


def scale_range(aid: Aid, scale: str) -> str:
    """The ends of a scale, as part of a sentence."""
    ends = aid.decision.scales[scale]
    return aid.words.app["fact.scale"].format(low=ends.low, high=ends.high)


def row_figures(aid: Aid, row: Row) -> tuple[KeyFigure, ...]:
    """The figures of a row, one per estimate, at the time of the row."""
    return tuple(key_figure(aid, name, row.at) for name in row.estimates)


def _groups(aid: Aid, name: str, estimate: Estimate, at: Horizon | None) -> Iterator[GroupFigure]:
    match estimate.measure:
        case Frequency(arms=arms, per=per):
            yield from (_people(aid, name, arm, per) for arm in arms)
        case Difference() as measure:
            yield from _differences(aid, measure, at)
        case Mean() as measure:
            yield from _means(aid, measure)
        case Quantity() as measure:
            yield GroupFigure("", aid.words.estimates[name].text, _range_of_amount(aid, measure))
        case _:
            yield GroupFigure("", aid.words.estimates[name].text, "")


def _people(aid: Aid, name: str, arm: Arm, per: int) -> GroupFigure:
    """A count of people; where the source gives only a spread, the range says so."""
    group, value = aid.words.groups[arm.group], " ".join(counts(aid, name, arm, per))
    if arm.cannot_happen:
        return GroupFigure(group, value, "")
    range_text = span(aid, aid.evidence.estimates[name], arm, per) or aid.words.app["fact.spread"]
    return GroupFigure(group, value, range_text, natural_frequency(arm, per))


def _differences(aid: Aid, measure: Difference, at: Horizon | None) -> Iterator[GroupFigure]:
    """One for the requested time, or else one for each measured time."""
    app, gain, scale = aid.words.app, aid.words.scales[measure.scale].gain, scale_range(aid, measure.scale)
    group, picked = aid.words.groups[measure.better], [point for point in measure.points if point.at == at]
    for point in picked or measure.points:
        points = score(point)
        value = number(aid, points.value)
        below_zero = f" {app['fact.below_zero']}" if points.low < 0 else ""
        yield GroupFigure(
            group if picked else f"{group} ({time(aid, point.at)})",
            app["fact.points"].format(value=value, gain=gain, scale=scale),
            _range(aid, point) + below_zero,
        )


def _means(aid: Aid, measure: Mean) -> Iterator[GroupFigure]:
    scale = scale_range(aid, measure.scale)
    for arm in measure.arms:
        start, end = (number(aid, score(point).value) for point in (arm.points[0], arm.points[-1]))
        value = aid.words.app["fact.from_to"].format(start=start, end=end, scale=scale)
        yield GroupFigure(aid.words.groups[arm.group], value, _range(aid, arm.points[-1]))


def _range(aid: Aid, point: Point) -> str:
    return aid.words.app["fact.range"].format(**score_parts(aid, score(point)))


def _range_of_amount(aid: Aid, measure: Quantity) -> str:
    low, high = amount(measure)
    if low == high:
        return aid.words.app["no_range.not_seen"]
    return aid.words.app["fact.range"].format(low=number(aid, low), high=number(aid, high))


def _time(aid: Aid, name: str, estimate: Estimate, at: Horizon | None) -> str:
    """The sentence on when it was measured, or that this is not known."""
    app, measure = aid.words.app, estimate.measure
    picked = isinstance(measure, Difference) and at in [point.at for point in measure.points]
    when = app["fact.after"].format(time=time(aid, at)) if at and picked else aid.words.estimates[name].when
    return app["fact.when"].format(when=when) if when else app["fact.no_time"]


def _noticed_estimate(aid: Aid, estimate: Estimate) -> str | None:
    measure = estimate.measure
    return aid.decision.scales[measure.scale].noticed_estimate if isinstance(measure, Difference | Mean) else None


def _noticed(aid: Aid, estimate: Estimate, noticed: str | None) -> str:
    if noticed:
        return f"{aid.words.estimates[noticed].title}: {aid.words.estimates[noticed].text}"
    return aid.words.app["fact.noticed_not_known"] if isinstance(estimate.measure, Difference | Mean) else ""
