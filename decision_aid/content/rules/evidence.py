"""Numbers can be traced, and numbers shown together can be compared."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid
from decision_aid.model.decision import Row
from decision_aid.model.evidence import Difference, Estimate, Frequency, Horizon, Mean, Point, Statement
from decision_aid.reasoning.frequencies import natural_frequency

_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}


def sources_can_be_found(aid: Aid) -> Iterator[Finding]:
    """A source has a name: its authors or its title. It has a DOI, a PMID or a link; a web page may have none."""
    for name, source in aid.evidence.sources.items():
        if not (source.authors or source.title):
            yield ("evidence", "sources", name), f"'{name}' has no name: give its 'authors', or its 'title'"
        if not (source.doi or source.pmid or source.link or source.kind in ("web_page", "patient_page")):
            yield ("evidence", "sources", name), f"nobody can look up '{name}': give its 'doi', 'pmid' or 'link'"


def rows_share_one_denominator(aid: Aid) -> Iterator[Finding]:
    """Frequencies in one row have the same denominator."""
    for where, row in _rows(aid):
        measures = {name: estimate.measure for name, estimate in _shown(aid, row)}
        pers = {name: measure.per for name, measure in measures.items() if isinstance(measure, Frequency)}
        if len(set(pers.values())) > 1:
            denominators = ", ".join(f"{name} per {per}" for name, per in pers.items())
            yield (
                where,
                f"this row mixes denominators ({denominators}): give all the same 'per', so that people can compare",
            )


def rows_share_one_time(aid: Aid) -> Iterator[Finding]:
    """Estimates in one row were measured at the same time, give or take a tenth."""
    for where, row in _rows(aid):
        times = {name: _time(estimate, row) for name, estimate in _shown(aid, row)}
        in_order = sorted(times.values(), key=_days)
        if in_order and not _close(in_order[0], in_order[-1]):
            time_list = ", ".join(f"{name} {_time_text(at)}" for name, at in times.items())
            yield (
                where,
                f"this row mixes times ({time_list}): show each time in a row of its own, or pick one with 'at'",
            )


def chosen_times_were_measured(aid: Aid) -> Iterator[Finding]:
    """If an estimate of a row has several times, the row picks one with 'at', at which all were measured."""
    for where, row in _rows(aid):
        for name, estimate in _shown(aid, row):
            times = [point.at for point in _points(estimate)]
            measured_times = ", ".join(map(_time_text, times))
            if row.at is not None and times and row.at not in times:
                yield (*where, "at"), f"'{name}' has no value at {_time_text(row.at)}: pick one of {measured_times}"
            if row.at is None and len(times) > 1 and len(row.estimates) > 1:
                yield where, f"'{name}' was measured at several times: pick one of {measured_times} with 'at'"


def a_chance_above_none_shows_people(aid: Aid) -> Iterator[Finding]:
    """A chance above zero is never shown as 0 people."""
    for name, estimate in aid.evidence.estimates.items():
        if not isinstance(estimate.measure, Frequency) or estimate.measure.per != 100:
            continue
        for index, arm in enumerate(estimate.measure.arms):
            if not arm.cannot_happen and natural_frequency(arm, 100).fewer_than_one:
                where = ("evidence", "estimates", name, "measure", "arms", index)
                yield where, f"{arm.events} of {arm.denominator} would show 0 people: write 'per: 1000' for '{name}'"


def _rows(aid: Aid) -> Iterator[tuple[Where, Row]]:
    for outcome, record in aid.decision.outcomes.items():
        for name, row in record.rows.items():
            yield ("decision", "outcomes", outcome, "rows", name), row


def _shown(aid: Aid, row: Row) -> Iterator[tuple[str, Estimate]]:
    """The estimates of a row that have numbers to compare."""
    for name in row.estimates:
        estimate = aid.evidence.estimates.get(name)
        if estimate is not None and not isinstance(estimate.measure, Statement):
            yield name, estimate


def _points(estimate: Estimate) -> tuple[Point, ...]:
    match estimate.measure:
        case Difference(points=points):
            return points
        case Mean(arms=arms):
            return arms[0].points
        case _:
            return ()


def _time(estimate: Estimate, row: Row) -> Horizon | None:
    """The time of measurement that a row shows for an estimate; without 'at', the last one."""
    points = _points(estimate)
    if points:
        return row.at or points[-1].at
    return estimate.horizon


def _days(at: Horizon | None) -> float:
    return -1.0 if at is None else at.amount * _DAYS[at.unit]


def _close(first: Horizon | None, second: Horizon | None) -> bool:
    if first is None or second is None:
        return first is second
    return abs(_days(first) - _days(second)) <= 0.1 * max(_days(first), _days(second))


def _time_text(at: Horizon | None) -> str:
    return f"{at.amount:g} {at.unit}" if at else "no time"
