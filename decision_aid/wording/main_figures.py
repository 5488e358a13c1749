"""The main figures of an outcome, as they are shown: each kind of study apart, under its own heading.

The screen and the booklet both draw these values, so that they cannot disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Arm, Difference, Estimate, Frequency, Horizon
from decision_aid.reasoning.frequencies import NaturalFrequency, natural_frequency
from decision_aid.reasoning.key_facts import key_rows
from decision_aid.reasoning.rounding import Score, score
from decision_aid.reasoning.scales import measured_at, noticed_change
from decision_aid.wording.certainty import Certainty, certainty
from decision_aid.wording.key_figures import GroupFigure, key_figure, scale_range
from decision_aid.wording.sentences import arm_sentences, number, short_count, span


@dataclass(frozen=True)
class OnScale:
    """A difference to draw: its points, the length of the scale, and the smallest change that people notice."""

    score: Score
    end: int
    noticed: float | None


@dataclass(frozen=True)
class ShownGroup:
    """One group of a study. `name` is "" where a finding belongs to no group.

    `count` is shown in large type, `unit` beside it, `lines` below. `label` is the text alternative of the drawing.
    """

    group: str = ""
    name: str = ""
    count: str = ""
    unit: str = ""
    lines: tuple[str, ...] = ()
    label: str = ""
    people: NaturalFrequency | None = None
    points: OnScale | None = None


@dataclass(frozen=True)
class Study:
    """One estimate as it is shown: `heading` names its kind; `sure` is its certainty, and why."""

    estimate: str
    heading: str
    groups: tuple[ShownGroup, ...]
    sure: str


@dataclass(frozen=True)
class MainFigures:
    """The studies of a row. `dashed` explains the broken line; `sure` is the certainty that all studies share."""

    studies: tuple[Study, ...]
    dashed: tuple[str, ...] = ()
    sure: str = ""


def main_figures(aid: Aid, outcome: str, all_figures: bool = False) -> MainFigures:
    """The figures of the first key row of an outcome; without studies where it has none.

    By default the first figure of each comparator; with `all_figures` all figures of the row.
    """
    record = aid.decision.outcomes[outcome]
    if not record.rows:
        return MainFigures(())
    row = record.rows[key_rows(aid, outcome)[0].row]
    names = row.estimates if all_figures else _one_of_each_kind(aid, row.estimates)
    sure = {name: certainty(aid, name) for name in names}
    shared = {certain.brief for certain in sure.values()}
    apart = len(shared) > 1 or len(sure) == 1
    return MainFigures(
        tuple(_study(aid, name, row.at, sure[name], apart, len(sure) > 1) for name in sure),
        tuple(_dashed(aid, names)),
        next(iter(shared)) if len(shared) == 1 < len(sure) else "",
    )


def further_figures(aid: Aid, outcome: str) -> tuple[Study, ...]:
    """The other estimates of an outcome's rows, each under its title, with its certainty but without the reason.

    They are shown as text below the main figures. Groups to whom the event cannot happen are left out.
    """
    main = {study.estimate for study in main_figures(aid, outcome).studies}
    further = {name: row.at for row in aid.decision.outcomes[outcome].rows.values() for name in row.estimates}
    return tuple(
        Study(
            name,
            aid.words.estimates[name].title,
            tuple(
                group
                for group in _groups(aid, name, aid.evidence.estimates[name], at)
                if group.people or not group.name
            ),
            " ".join(filter(None, (_no_range(aid, aid.evidence.estimates[name]), certainty(aid, name).brief))),
        )
        for name, at in further.items()
        if name not in main
    )


def _one_of_each_kind(aid: Aid, estimates: tuple[str, ...]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for name in estimates:
        first.setdefault(aid.evidence.estimates[name].comparator, name)
    return tuple(first.values())


def _study(aid: Aid, name: str, at: Horizon | None, sure: Certainty, rated_apart: bool, among_others: bool) -> Study:
    """One study, with a heading where there are several.

    Where all have the same certainty, `MainFigures.sure` gives it, and the study gives only the reason.
    """
    estimate = aid.evidence.estimates[name]
    certainty_text = sure.line if rated_apart else sure.reason
    return Study(
        estimate=name,
        heading=_heading(aid, name, estimate) if among_others else "",
        groups=tuple(_groups(aid, name, estimate, at)),
        sure=" ".join(filter(None, (_no_range(aid, estimate), certainty_text))),
    )


def _heading(aid: Aid, name: str, estimate: Estimate) -> str:
    if estimate.comparator == "none":
        return aid.words.estimates[name].title
    return aid.words.comparators[estimate.comparator].name


def _groups(aid: Aid, name: str, estimate: Estimate, at: Horizon | None) -> Iterator[ShownGroup]:
    """People, a difference on its scale, and other findings as text."""
    match estimate.measure:
        case Frequency() as measure:
            yield from (_people(aid, name, estimate, arm, measure.per) for arm in measure.arms)
        case Difference() as measure:
            yield _points(aid, name, measure, at)
        case _:
            yield from (ShownGroup(lines=(_group_line(group),)) for group in key_figure(aid, name, at).groups)


def _group_line(group: GroupFigure) -> str:
    return f"{group.group}: {group.text}" if group.group else group.text


def _people(aid: Aid, name: str, estimate: Estimate, arm: Arm, per: int) -> ShownGroup:
    """The people of one group: the count, the others, and the range."""
    group = aid.words.groups[arm.group]
    if arm.cannot_happen:
        return ShownGroup(arm.group, group, lines=(aid.words.app["cannot_happen"],))
    people = natural_frequency(arm, per)
    return ShownGroup(
        group=arm.group,
        name=group,
        count=short_count(aid, people),
        lines=tuple(filter(None, (_others(aid, people), _range(aid, estimate, arm, people)))),
        label=f"{group}: {arm_sentences(aid, name, arm, per)}",
        people=people,
    )


def _others(aid: Aid, people: NaturalFrequency) -> str:
    """How many people did not have the event; "" where the count is a spread, or below 1."""
    if people.complement is None or people.fewer_than_one:
        return ""
    return aid.words.app["weigh.others"].format(number=people.complement)


def _range(aid: Aid, estimate: Estimate, arm: Arm, people: NaturalFrequency) -> str:
    """The range of a count, or why this group has none; "" where no group has one, as `_no_range` says it for all."""
    if people.count is None or _no_range(aid, estimate):
        return ""
    if people.low is None:
        return span(aid, estimate, arm, people.per)
    return aid.words.app["fact.range"].format(low=people.low, high=people.high)


def _no_range(aid: Aid, estimate: Estimate) -> str:
    """Why no group of people has a range; "" where some group has one, or no people were counted."""
    if not isinstance(estimate.measure, Frequency):
        return ""
    counted = [arm for arm in estimate.measure.arms if arm.events is not None]
    lacks_ranges = counted and not any(arm.range for arm in counted)
    return span(aid, estimate, counted[0], estimate.measure.per) if lacks_ranges else ""


def _points(aid: Aid, name: str, measure: Difference, at: Horizon | None) -> ShownGroup:
    """A difference with its scale and its range."""
    point = measured_at(measure.points, at)
    points, scale = score(point), aid.decision.scales[measure.scale]
    figure = next(iter(key_figure(aid, name, point.at).groups))
    return ShownGroup(
        group=measure.better,
        name=aid.words.groups[measure.better],
        count=number(aid, points.value),
        unit=f"{aid.words.scales[measure.scale].gain}, {scale_range(aid, measure.scale)}",
        lines=(figure.range,),
        label=_group_line(figure),
        points=OnScale(points, scale.high - scale.low, noticed_change(aid, measure.scale)),
    )


def _dashed(aid: Aid, names: tuple[str, ...]) -> Iterator[str]:
    """The meaning of the broken line, once per scale."""
    measures = (aid.evidence.estimates[name].measure for name in names)
    scales = dict.fromkeys(measure.scale for measure in measures if isinstance(measure, Difference))
    for scale in scales:
        if (noticed := noticed_change(aid, scale)) is not None:
            meaning = aid.words.scales[scale].noticed
            yield aid.words.app["points_dashed"].format(noticed=meaning, value=number(aid, noticed))
