"""The figure that says most of an outcome: each kind of study by itself, in the same size, under its own name."""

from functools import lru_cache
from typing import Literal

from markupsafe import Markup

from decision_aid.exports.icon_array import icon_array
from decision_aid.exports.number_line import number_line
from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Arm, Difference, Estimate, Frequency, Horizon, Mean, Quantity
from decision_aid.reasoning.certainty import Certainty, certainty
from decision_aid.reasoning.describe import arm_told, number, short_count, span
from decision_aid.reasoning.frequencies import NaturalFrequency, natural_frequency
from decision_aid.reasoning.key_facts import key_rows
from decision_aid.reasoning.key_figures import GroupFigure, key_figure, scale_told
from decision_aid.reasoning.rounding import score
from decision_aid.reasoning.scales import measured_at, noticed_change
from decision_aid.views.identity import group_class, mark, option_name

Level = Literal["h2", "h3"]


@lru_cache(maxsize=256)
def key_row(aid: Aid, outcome: str, level: Level = "h2", all_figures: bool = False) -> Markup:
    """The first of an outcome's key rows; where it has no figures, its facts for each option. Kept once made.

    Of each kind of study it shows one figure, the first, or else all figures of the row.

    `level` is that of the headings within, one below the outcome's own name.
    """
    record = aid.decision.outcomes[outcome]
    if not record.rows:
        return _facts(aid, outcome, level)
    row = record.rows[key_rows(aid, outcome)[0].row]
    shown = row.estimates if all_figures else _one_of_each_kind(aid, row.estimates)
    sure = {name: certainty(aid, name) for name in shown}
    shared = {one.brief for one in sure.values()}
    return Markup('<div class="studies">{}</div>{}{}').format(
        Markup().join(
            _study(aid, name, row.at, sure[name], len(shared) > 1, level if len(sure) > 1 else None) for name in sure
        ),
        _dashed(aid, shown),
        _sure(next(iter(shared))) if len(shared) == 1 < len(sure) else "",
    )


def _one_of_each_kind(aid: Aid, estimates: tuple[str, ...]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for name in estimates:
        first.setdefault(aid.evidence.estimates[name].comparator, name)
    return tuple(first.values())


def _study(aid: Aid, name: str, at: Horizon | None, sure: Certainty, rated_apart: bool, level: Level | None) -> Markup:
    """One kind of study, named where there are several: `level` is that of its heading.

    Where all are rated alike, that is said once below them, and here the reason alone.
    """
    estimate = aid.evidence.estimates[name]
    told = sure.line if rated_apart or not level else sure.reason
    return Markup('<section class="study">{}{}{}</section>').format(
        Markup("<{0}>{1}</{0}>").format(level, _heading(aid, name, estimate)) if level else "",
        _figure(aid, name, estimate, at),
        _sure(" ".join(filter(None, (_no_range(aid, estimate), told)))),
    )


def _heading(aid: Aid, name: str, estimate: Estimate) -> str:
    if estimate.comparator == "none":
        return aid.words.estimates[name].title
    return aid.words.comparators[estimate.comparator].name


def _sure(told: str) -> Markup:
    return Markup('<p class="sure">{}</p>').format(told)


def _figure(aid: Aid, name: str, estimate: Estimate, at: Horizon | None) -> Markup:
    """People as icons, a difference on its scale, and whatever else was found in words."""
    match estimate.measure:
        case Frequency() as measure:
            groups = (_people(aid, name, estimate, arm, measure.per) for arm in measure.arms)
            return Markup('<div class="groups">{}</div>').format(Markup().join(groups))
        case Difference() as measure:
            return _points(aid, name, measure, at)
        case Mean() | Quantity():
            told = (_told(group) for group in key_figure(aid, name, at).groups)
            return Markup().join(Markup("<p>{}</p>").format(one) for one in told)
        case _:
            return Markup("<p>{}</p>").format(aid.words.estimates[name].text)


def _told(group: GroupFigure) -> str:
    return f"{group.group}: {group.told}" if group.group else group.told


def _people(aid: Aid, name: str, estimate: Estimate, arm: Arm, per: int) -> Markup:
    """One group in the color of what it had: its people, the count in large type, the others, and the range."""
    own, group = group_class(aid, arm.group), aid.words.groups[arm.group]
    head = Markup("<figcaption>{}{}</figcaption>").format(_mark(aid, arm.group), group)
    if arm.cannot_happen:
        return Markup('<figure class="group {}">{}<p>{}</p></figure>').format(own, head, aid.words.app["cannot_happen"])
    people = natural_frequency(arm, per)
    lines = filter(None, (_others(aid, people), _range(aid, estimate, arm, people)))
    return Markup('<figure class="group {}">{}{}<p class="count">{}</p>{}</figure>').format(
        own,
        head,
        icon_array(people, f"{group}: {arm_told(aid, name, arm, per)}", own=own),
        short_count(aid, people),
        Markup().join(Markup("<p>{}</p>").format(line) for line in lines),
    )


def _mark(aid: Aid, group: str) -> Markup:
    return mark(aid, group) if group in aid.decision.options else Markup()


def _others(aid: Aid, people: NaturalFrequency) -> str:
    """How many it did not happen to; nothing where the count itself is a spread, or too small to be told."""
    if people.complement is None or people.fewer_than_one:
        return ""
    return aid.words.app["weigh.others"].format(number=people.complement)


def _range(aid: Aid, estimate: Estimate, arm: Arm, people: NaturalFrequency) -> str:
    """The range of a count, or why this group has none; nothing where no group has one: that is said once for all."""
    if people.count is None or _no_range(aid, estimate):
        return ""
    if people.low is None:
        return span(aid, estimate, arm, people.per)
    return aid.words.app["fact.range"].format(low=people.low, high=people.high)


def _no_range(aid: Aid, estimate: Estimate) -> str:
    """That no group of people has a range, and why; "" where one has, or where none were counted."""
    if not isinstance(estimate.measure, Frequency):
        return ""
    counted = [arm for arm in estimate.measure.arms if arm.events is not None]
    bare = counted and not any(arm.range for arm in counted)
    return span(aid, estimate, counted[0], estimate.measure.per) if bare else ""


def _points(aid: Aid, name: str, measure: Difference, at: Horizon | None) -> Markup:
    """A difference in large type, on its scale, and its range."""
    point = measured_at(measure.points, at)
    shown, scale, words = score(point), aid.decision.scales[measure.scale], aid.words.scales[measure.scale]
    figure = next(iter(key_figure(aid, name, point.at).groups))
    return Markup(
        '<figure class="group {}"><figcaption>{}{}</figcaption>'
        '<p class="count">{} <span>{}, {}</span></p>{}<p>{}</p></figure>'
    ).format(
        group_class(aid, measure.better),
        _mark(aid, measure.better),
        aid.words.groups[measure.better],
        number(aid, shown.value),
        words.gain,
        scale_told(aid, measure.scale),
        number_line(shown, scale.high - scale.low, _told(figure), noticed_change(aid, measure.scale)),
        figure.range,
    )


def _dashed(aid: Aid, shown: tuple[str, ...]) -> Markup:
    """What the broken line is, once for all the scales that are drawn."""
    measures = (aid.evidence.estimates[name].measure for name in shown)
    scales = dict.fromkeys(measure.scale for measure in measures if isinstance(measure, Difference))
    told = aid.words.app["points_dashed"]
    lines = (
        told.format(noticed=aid.words.scales[scale].noticed, value=number(aid, noticed))
        for scale in scales
        if (noticed := noticed_change(aid, scale)) is not None
    )
    return Markup().join(Markup('<p class="dashed">{}</p>').format(line) for line in lines)


def _facts(aid: Aid, outcome: str, level: Level) -> Markup:
    """What is known for each option, as cards of the same size."""
    facts = aid.words.outcomes[outcome].facts
    cards = (
        Markup('<section class="group {1}"><{0}>{2}</{0}><p>{3}</p></section>').format(
            level, group_class(aid, option), option_name(aid, option), facts[option]
        )
        for option in aid.decision.options
        if option in facts
    )
    return Markup('<div class="groups facts-of-options">{}</div>').format(Markup().join(cards))
