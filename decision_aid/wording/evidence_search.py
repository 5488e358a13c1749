"""Find estimates by what they are about, whom they counted, how sure they are, and what they were compared with."""

from typing import get_args

from decision_aid.model.aid import Aid
from decision_aid.model.certainty import GRADES, NOT_RATED
from decision_aid.model.evidence import Comparator, Difference, Estimate, Frequency, Mean, Source
from decision_aid.wording.certainty import OTHER_SCALE, levels


def matching(
    aid: Aid,
    outcome: str | None = None,
    option: str | None = None,
    certainty: str | None = None,
    comparator: str | None = None,
    text: str = "",
) -> tuple[str, ...]:
    """The ids of the estimates that fit all that is given, in the order of the evidence. Nothing given: all of them.

    Every word of `text` must stand in the title, in who was studied, or in a source.
    """
    shown = None if outcome is None else _shown(aid, outcome)
    words = text.casefold().split()
    return tuple(
        name
        for name, estimate in aid.evidence.estimates.items()
        if (shown is None or name in shown)
        and (option is None or option in groups(estimate))
        and (certainty is None or certainty in levels(aid, name))
        and (comparator is None or estimate.comparator == comparator)
        and (not words or _tells(aid, name, words))
    )


def offered(aid: Aid) -> dict[str, tuple[str, ...]]:
    """What can be picked in each filter: all that leads to an estimate."""
    estimates = aid.evidence.estimates.values()
    counted = {group for estimate in estimates for group in groups(estimate)}
    sure = {level for name in aid.evidence.estimates for level in levels(aid, name)}
    compared = {estimate.comparator for estimate in estimates}
    return {
        "outcome": tuple(name for name in aid.decision.outcomes if _shown(aid, name)),
        "option": tuple(group for group in aid.words.groups if group in counted),
        "certainty": tuple(level for level in (*GRADES, OTHER_SCALE, NOT_RATED) if level in sure),
        "comparator": tuple(one for one in get_args(Comparator) if one in compared),
    }


def groups(estimate: Estimate) -> tuple[str, ...]:
    """The groups of people that an estimate names: its arms, or those who did better."""
    match estimate.measure:
        case Frequency(arms=arms):
            return tuple(arm.group for arm in arms)
        case Mean(arms=courses):
            return tuple(course.group for course in courses)
        case Difference(better=better):
            return (better,)
        case _:
            return ()


def _shown(aid: Aid, outcome: str) -> frozenset[str]:
    """The estimates in the rows of an outcome; none for an outcome that does not exist."""
    record = aid.decision.outcomes.get(outcome)
    return frozenset(name for row in record.rows.values() for name in row.estimates) if record else frozenset()


def _tells(aid: Aid, name: str, words: list[str]) -> bool:
    told, estimate = aid.words.estimates[name], aid.evidence.estimates[name]
    sources = (_source(aid.evidence.sources[source]) for source in estimate.sources)
    found = " ".join((told.title, told.who, *sources)).casefold()
    return all(word in found for word in words)


def _source(source: Source) -> str:
    parts = (source.authors, source.title, source.journal, source.year, source.doi, source.pmid)
    return " ".join(str(part) for part in parts if part)
