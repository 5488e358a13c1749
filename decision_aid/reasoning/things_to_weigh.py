"""The things to weigh: which everyone is asked about, in which order, and which are on demand."""

import random

from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Difference, Frequency
from decision_aid.reasoning.key_facts import key_rows
from decision_aid.reasoning.preferences import ratable_outcomes


def main_outcomes(aid: Aid) -> tuple[str, ...]:
    """The outcomes that everyone is asked about, in the aid's order: those marked, or else all that are rated."""
    return tuple(name for name in ratable_outcomes(aid) if aid.decision.outcomes[name].main) or ratable_outcomes(aid)


def further_outcomes(aid: Aid) -> tuple[str, ...]:
    """The other outcomes that can be rated, in the aid's order."""
    return tuple(name for name in ratable_outcomes(aid) if name not in main_outcomes(aid))


def asking_order(aid: Aid, seed: int | None) -> tuple[str, ...]:
    """The main outcomes in the order of asking: shuffled by the person's seed, benefits and burdens in turn.

    Without a seed the aid's order holds. Order effects: VC-7 of the aid's rules. The first outcome in that order that
    has a picture of people moves to the front, so that people learn to read the picture with the first thing; the seed
    still decides which outcome it is, and the order of the others.
    """
    main = main_outcomes(aid)
    order = main if seed is None else _in_turn(aid, random.Random(seed).sample(main, len(main)))
    first = [name for name in order if shows_people(aid, name)][:1]
    return (*first, *(name for name in order if name not in first))


def shows_people(aid: Aid, outcome: str) -> bool:
    """Whether the main figure of an outcome is a picture of people."""
    return any(isinstance(aid.evidence.estimates[name].measure, Frequency) for name in key_estimates(aid, outcome))


def shows_points(aid: Aid, outcome: str) -> bool:
    """Whether the main figure of an outcome is an average on a scale."""
    return any(isinstance(aid.evidence.estimates[name].measure, Difference) for name in key_estimates(aid, outcome))


def shows_both_kinds(aid: Aid, outcome: str) -> bool:
    """Whether the main figure of an outcome has more than one comparator."""
    kinds = {aid.evidence.estimates[name].comparator for name in key_estimates(aid, outcome)}
    return len(kinds & set(aid.decision.comparators)) > 1


def key_estimates(aid: Aid, outcome: str) -> tuple[str, ...]:
    """The estimates of the first key row of an outcome; empty where it has no rows."""
    rows = aid.decision.outcomes[outcome].rows
    return rows[key_rows(aid, outcome)[0].row].estimates if rows else ()


def _in_turn(aid: Aid, shuffled: list[str]) -> tuple[str, ...]:
    """Benefits and other outcomes, spread evenly among each other, each in their shuffled order."""
    benefits = [name for name in shuffled if aid.decision.outcomes[name].kind == "benefit"]
    others = [name for name in shuffled if name not in benefits]
    fewer, more = sorted((benefits, others), key=len)
    step = len(more) / (len(fewer) + 1)
    for position, name in reversed(list(enumerate(fewer, start=1))):
        more.insert(round(position * step), name)
    return tuple(more)
