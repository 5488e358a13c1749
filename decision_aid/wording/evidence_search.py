"""Find estimates by what they are about, whom they counted, how sure they are, and what they were compared with."""

from typing import get_args

from decision_aid.model.aid import Aid
from decision_aid.model.certainty import GRADES, NOT_RATED
from decision_aid.model.evidence import Comparator, Difference, Estimate, Frequency, Mean
from decision_aid.model.source import Source
from decision_aid.wording.certainty import OTHER_SCALE, levels


def find_estimates(
    aid: Aid,
    outcome: str | None = None,
    option: str | None = None,
    certainty: str | None = None,
    comparator: str | None = None,
    text: str = "",
) -> tuple[str, ...]:
    """The ids of the estimates that pass all filters, in the order of the evidence. Without filters: all estimates.

    Every word of `text` must be in the title, in who was studied, or in a source.
    """
    in_outcome = None if outcome is None else _outcome_estimates(aid, outcome)
    words = text.casefold().split()
    return tuple(
        name
        for name, estimate in aid.evidence.estimates.items()
        if (in_outcome is None or name in in_outcome)
        and (option is None or option in groups(estimate))
        and (certainty is None or certainty in levels(aid, name))
        and (comparator is None or estimate.comparator == comparator)
        and (not words or _contains(aid, name, words))
    )


def filter_choices(aid: Aid) -> dict[str, tuple[str, ...]]:
    """The choices of each filter: those that lead to an estimate."""
    estimates = aid.evidence.estimates.values()
    counted = {group for estimate in estimates for group in groups(estimate)}
    sure = {level for name in aid.evidence.estimates for level in levels(aid, name)}
    compared = {estimate.comparator for estimate in estimates}
    return {
        "outcome": tuple(name for name in aid.decision.outcomes if _outcome_estimates(aid, name)),
        "option": tuple(group for group in aid.words.groups if group in counted),
        "certainty": tuple(level for level in (*GRADES, OTHER_SCALE, NOT_RATED) if level in sure),
        "comparator": tuple(name for name in get_args(Comparator) if name in compared),
    }


def groups(estimate: Estimate) -> tuple[str, ...]:
    """The groups of an estimate: its arms, or the group that did better."""
    match estimate.measure:
        case Frequency(arms=arms):
            return tuple(arm.group for arm in arms)
        case Mean(arms=courses):
            return tuple(course.group for course in courses)
        case Difference(better=better):
            return (better,)
        case _:
            return ()


def _outcome_estimates(aid: Aid, outcome: str) -> frozenset[str]:
    """The estimates in the rows of an outcome; empty for an unknown outcome."""
    record = aid.decision.outcomes.get(outcome)
    return frozenset(name for row in record.rows.values() for name in row.estimates) if record else frozenset()


def _contains(aid: Aid, name: str, words: list[str]) -> bool:
    text, estimate = aid.words.estimates[name], aid.evidence.estimates[name]
    sources = (_source(aid.evidence.sources[source]) for source in estimate.sources)
    searched = " ".join((text.title, text.who, *sources)).casefold()
    return all(word in searched for word in words)


def _source(source: Source) -> str:
    parts = (source.credited, source.title, source.journal, source.year, source.doi, source.pmid)
    return " ".join(str(part) for part in parts if part)
