"""What matters to the person, and what their priorities point to in the evidence. The weighing itself is elsewhere.

The aid never advises: it says in words where the person's own ratings lead, or that they lead nowhere yet.
"""

import random
from dataclasses import dataclass
from typing import Literal

from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.pages import FACTS
from decision_aid.reasoning.effects import Effect, effect
from decision_aid.reasoning.safety import red_flags, to_settle
from decision_aid.reasoning.weighing import Criterion, Gap, Weighing, gap, weigh

MATTERS_A_LOT = 8
MATTERS = 7

Obstacle = Literal["urgent", "settle_first", "facts_first", "gut_first"]


@dataclass(frozen=True)
class Rated:
    """An outcome and how much it matters: 0 to 10, "not sure", or None where it is not yet rated."""

    outcome: str
    importance: int | Literal["not_sure"] | None


@dataclass(frozen=True)
class Coverage:
    """What the weighing rests on, and what it leaves out and why. Own reasons stand among `used`."""

    used: tuple[str, ...]
    not_rated: tuple[str, ...]
    not_known: tuple[str, ...]


def ratable(aid: Aid) -> tuple[str, ...]:
    """The outcomes whose importance is asked, in the aid's order."""
    return tuple(name for name, outcome in aid.decision.outcomes.items() if outcome.rated)


def asking_order(aid: Aid, seed: int | None) -> tuple[str, ...]:
    """The order in which importance is asked: shuffled by the person's seed, benefits and burdens in turn.

    Without a seed the aid's order holds. Order effects: VC-7 of the aid's rules.
    """
    if seed is None:
        return ratable(aid)
    shuffled = random.Random(seed).sample(ratable(aid), len(ratable(aid)))
    benefits = [name for name in shuffled if aid.decision.outcomes[name].kind == "benefit"]
    others = [name for name in shuffled if name not in benefits]
    fewer, more = sorted((benefits, others), key=len)
    step = len(more) / (len(fewer) + 1)
    for place, name in reversed(list(enumerate(fewer, start=1))):
        more.insert(round(place * step), name)
    return tuple(more)


def by_importance(aid: Aid, answers: Answers) -> tuple[Rated, ...]:
    """All ratable outcomes: rated ones first, most important first, then "not sure", then not yet rated.

    Among equals the one that the person would give up last comes first; then the aid's order holds.
    """
    rated = [Rated(name, answers.importance.get(name)) for name in ratable(aid)]
    return tuple(sorted(rated, key=lambda one: (*_rank(one), one.outcome != answers.give_up_last)))


def _rank(rated: Rated) -> tuple[int, int]:
    if rated.importance is None:
        return (2, 0)
    if rated.importance == NOT_SURE:
        return (1, 0)
    return (0, -rated.importance)


def all_rated_alike(answers: Answers) -> bool:
    """Whether several outcomes were rated and all have the same number: the ratings then tell nothing apart."""
    ratings = [rating for rating in answers.importance.values() if isinstance(rating, int)]
    return len(ratings) > 1 and len(set(ratings)) == 1


def obstacle(aid: Aid, answers: Answers) -> Obstacle | None:
    """What comes before any weighing: help now, something to settle with the team, the facts, the gut."""
    if red_flags(aid, answers):
        return "urgent"
    if to_settle(aid, answers):
        return "settle_first"
    if FACTS not in answers.opened and not answers.facts_seen:
        return "facts_first"
    return None if answers.gut_leaning else "gut_first"


def fit(aid: Aid, answers: Answers, lens: str) -> Weighing | Gap:
    """The weighing through one kind of evidence, or what is missing for it."""
    options, found = tuple(aid.decision.options), criteria(aid, answers, lens)
    return gap(options, found) or weigh(options, found)


def criteria(aid: Aid, answers: Answers, lens: str) -> tuple[Criterion, ...]:
    """The rated outcomes with usable evidence through a lens, then the person's own reasons."""
    options, names = tuple(aid.decision.options), ratable(aid)
    found = []
    for place, name in enumerate(names):
        rating = answers.importance.get(name)
        effects = [effect(aid, name, option, lens) for option in options]
        known = tuple(one for one in effects if one is not None)
        if isinstance(rating, int) and len(known) == len(options):
            found.append(Criterion(name, place, rating, known))
    return (*found, *_own_reasons(aid, answers, options, len(names)))


def _own_reasons(aid: Aid, answers: Answers, options: tuple[str, ...], first: int) -> list[Criterion]:
    """The person's own reasons as criteria: one whole swing for the option they speak for. A view, not evidence."""
    return [
        Criterion(own_name(place), first + place, reason.importance, _speaks_for(options, reason.option, aid))
        for place, reason in enumerate(answers.own_reasons)
        if reason.text.strip() and reason.option in options and isinstance(reason.importance, int)
    ]


def _speaks_for(options: tuple[str, ...], spoken_for: str | None, aid: Aid) -> tuple[Effect, ...]:
    reference = float(spoken_for == aid.decision.reference)
    return tuple(Effect(float(option == spoken_for) - reference, 0.0) for option in options)


def own_name(place: int) -> str:
    """The name under which an own reason stands among the criteria."""
    return f"own_reason_{place}"


def coverage(aid: Aid, answers: Answers, lens: str) -> Coverage:
    """What a weighing through this lens uses, what is not rated (or "not sure"), and what nobody knows well enough."""
    used = tuple(criterion.name for criterion in criteria(aid, answers, lens))
    left = [name for name in ratable(aid) if name not in used]
    not_rated = tuple(name for name in left if not isinstance(answers.importance.get(name), int))
    return Coverage(used, not_rated, tuple(name for name in left if name not in not_rated))


def mismatch(aid: Aid, answers: Answers) -> bool:
    """Whether the gut leans one way and the ratings, through some lens, another."""
    if answers.gut_leaning is None or obstacle(aid, answers):
        return False
    gut = aid.decision.leanings[answers.gut_leaning].option if answers.gut_leaning in aid.decision.leanings else None
    fits = [fit(aid, answers, lens) for lens in aid.decision.lenses]
    led = {one.verdict.option for one in fits if isinstance(one, Weighing) and one.verdict.option}
    return gut is not None and bool(led - {gut})
