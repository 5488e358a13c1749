"""The evidence as a CSV file: every figure as its source reports it, with its certainty, checks and sources."""

from collections.abc import Iterable, Iterator, Mapping

from babel import Locale

from decision_aid.exports.table_file import Cell, table_file
from decision_aid.model.aid import Aid
from decision_aid.model.certainty import NOT_RATED
from decision_aid.model.evidence import Arm, Difference, Frequency, Horizon, Mean, Measure, OddsRatio, Point, Quantity
from decision_aid.wording.certainty import OTHER_SCALE, certainty
from decision_aid.wording.sentences import number, time

COLUMNS = (
    *("id", "title", "finding", "kind", "group", "events", "denominator", "as_reported", "cannot_happen"),
    *("range_low", "range_high", "range_per", "range_origin", "odds_ratio", "odds_ratio_low", "odds_ratio_high"),
    *("value", "low", "high", "means", "at", "unit"),
    *("comparator", "horizon", "when", "who"),
    *("certainty", "rated_for", "rated_by", "rated_in", "rating_scale", "rated", "reason"),
    *("checked", "checked_on", "unchecked", "seen_at"),
    *("source_authors", "source_title", "source_journal", "source_year", "source_doi", "source_pmid", "source_link"),
    "aid_version",
)
"""`group`, `unit`, `comparator`, `certainty`, `rated_for`, `rating_scale` and `checked` hold ids of the content.

The others hold numbers and words.
"""

BETWEEN_PARTS = " | "


def evidence_csv(aid: Aid, names: Iterable[str], locale: Locale) -> bytes:
    """The CSV of these estimates: a heading, then a line for each group and measured time, with numbers as reported."""
    figures = ((name, figure) for name in names for figure in _figures(aid, aid.evidence.estimates[name].measure))
    return table_file(locale, COLUMNS, ({**_shared(aid, name), **figure} for name, figure in figures))


def _shared(aid: Aid, name: str) -> Mapping[str, Cell]:
    """The cells that all lines of an estimate share."""
    estimate, words = aid.evidence.estimates[name], aid.words.estimates[name]
    return {
        "id": name,
        "title": words.title,
        "finding": words.text,
        "kind": estimate.measure.kind,
        "comparator": estimate.comparator,
        "horizon": _time(aid, estimate.horizon),
        "when": words.when,
        "who": words.who,
        **_ratings(aid, estimate.certainty),
        "rated": certainty(aid, name).full,
        "reason": words.reason,
        "checked": estimate.checked,
        "checked_on": estimate.checked_on.isoformat(),
        "unchecked": words.unchecked,
        "seen_at": estimate.seen_at,
        **_sources(aid, estimate.sources),
        "aid_version": aid.decision.version,
    }


def _ratings(aid: Aid, names: tuple[str, ...]) -> Mapping[str, str]:
    """The cells of the ratings, each joined over all ratings; a span of levels is "high to moderate"."""
    ratings = [aid.evidence.certainty[name] for name in names]
    sources = [aid.evidence.sources[rating.source] for rating in ratings]
    return {
        "certainty": BETWEEN_PARTS.join(" to ".join(rating.grades) or OTHER_SCALE for rating in ratings) or NOT_RATED,
        "rated_for": BETWEEN_PARTS.join(rating.rated_for for rating in ratings),
        "rated_by": BETWEEN_PARTS.join(source.credited or "" for source in sources),
        "rated_in": BETWEEN_PARTS.join(str(source.year or "") for source in sources),
        "rating_scale": BETWEEN_PARTS.join(rating.scale for rating in ratings),
    }


def _sources(aid: Aid, names: tuple[str, ...]) -> Mapping[str, str]:
    """The cells of the sources, each joined over all sources; a missing part stays empty, so positions match."""
    sources = [aid.evidence.sources[name] for name in names]
    parts = {
        f"source_{part}": BETWEEN_PARTS.join(str(getattr(source, part) or "") for source in sources)
        for part in ("title", "journal", "year", "doi", "pmid", "link")
    }
    return {"source_authors": BETWEEN_PARTS.join(source.credited or "" for source in sources), **parts}


def _figures(aid: Aid, measure: Measure) -> Iterator[Mapping[str, Cell]]:
    """The number cells of each line. A statement has none, but still gets a line."""
    match measure:
        case Frequency(arms=arms, odds_ratio=ratio):
            yield from ({**_arm(arm), **_odds_ratio(ratio)} for arm in arms)
        case Difference(points=points, better=better, scale=scale):
            for point in points:
                yield {"group": better, "unit": scale, **_point(aid, point)}
        case Mean(arms=courses, scale=scale):
            for course in courses:
                for point in course.points:
                    yield {"group": course.group, "unit": scale, **_point(aid, point)}
        case Quantity(low=low, high=high, unit=unit):
            yield {"low": low, "high": high, "unit": unit}
        case _:
            yield {}


def _arm(arm: Arm) -> Mapping[str, Cell]:
    if arm.cannot_happen:
        return {"group": arm.group, "cannot_happen": True}
    figure: dict[str, Cell] = {"group": arm.group, "cannot_happen": False}
    if arm.events is not None:
        figure |= {"events": arm.events, "denominator": arm.denominator, "as_reported": arm.as_reported}
    if arm.range is not None:
        figure |= {f"range_{part}": getattr(arm.range, part) for part in ("low", "high", "per", "origin")}
    return figure


def _odds_ratio(ratio: OddsRatio | None) -> Mapping[str, Cell]:
    """The odds ratio cells, repeated in the line of each group."""
    return {"odds_ratio": ratio.value, "odds_ratio_low": ratio.low, "odds_ratio_high": ratio.high} if ratio else {}


def _point(aid: Aid, point: Point) -> Mapping[str, Cell]:
    means = BETWEEN_PARTS.join(f"{group} {number(aid, value)}" for group, value in point.means.items())
    return {"value": point.value, "low": point.low, "high": point.high, "means": means, "at": _time(aid, point.at)}


def _time(aid: Aid, horizon: Horizon | None) -> str:
    return time(aid, horizon) if horizon else ""
