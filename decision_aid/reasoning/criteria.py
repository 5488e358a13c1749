"""The criteria of a weighing: rated outcomes with usable evidence, and the person's own reasons.

A criterion holds numbers and ids, no typed text, so that results computed from criteria may be cached.
"""

from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.effects import Effect, effect
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.reasoning.weighing import Criterion


@dataclass(frozen=True)
class Basis:
    """What a weighing rests on: the names of its criteria, with own reasons, and of the outcomes that it leaves out.

    `not_rated` includes those rated "not sure"; `not_known` are rated, but their effect is not known well enough.
    """

    used: tuple[str, ...]
    not_rated: tuple[str, ...]
    not_known: tuple[str, ...]


def criteria(aid: Aid, answers: Answers, comparator: str) -> tuple[Criterion, ...]:
    """The rated outcomes with usable evidence against a comparator, then the person's own reasons."""
    rated = []
    for index, name in enumerate(ratable_outcomes(aid)):
        rating = answers.importance.get(name)
        if isinstance(rating, int) and (effects := _effects(aid, name, comparator)):
            rated.append(Criterion(name, index, rating, effects))
    return (*rated, *_own_reasons(aid, answers))


def _effects(aid: Aid, outcome: str, comparator: str) -> tuple[Effect, ...]:
    """The effect of each option; empty where that of any option is not known."""
    effects = tuple(effect(aid, outcome, option, comparator) for option in aid.decision.options)
    known = tuple(known for known in effects if known is not None)
    return known if len(known) == len(effects) else ()


def _own_reasons(aid: Aid, answers: Answers) -> list[Criterion]:
    """The person's own reasons as criteria: one whole swing for the option they speak for, and no uncertainty."""
    first = len(ratable_outcomes(aid))
    return [
        Criterion(own_reason_name(index), first + index, reason.importance, _whole_swing(aid, reason.option))
        for index, reason in enumerate(answers.own_reasons)
        if reason.text.strip() and reason.option in aid.decision.options and isinstance(reason.importance, int)
    ]


def _whole_swing(aid: Aid, favored: str | None) -> tuple[Effect, ...]:
    reference = float(favored == aid.decision.reference)
    return tuple(Effect(float(option == favored) - reference, 0.0) for option in aid.decision.options)


def own_reason_name(index: int) -> str:
    """The name of an own reason among the criteria."""
    return f"own_reason_{index}"


def basis(aid: Aid, answers: Answers, weighed: tuple[Criterion, ...]) -> Basis:
    """The basis of a weighing of these criteria."""
    used = tuple(criterion.name for criterion in weighed)
    left_out = [name for name in ratable_outcomes(aid) if name not in used]
    not_rated = tuple(name for name in left_out if not isinstance(answers.importance.get(name), int))
    return Basis(used, not_rated, tuple(name for name in left_out if name not in not_rated))
