"""What is put on the scales: rated outcomes with usable evidence, and the person's own reasons. Numbers alone.

Nothing typed is in a criterion: what is made of criteria may then be kept beyond one person's visit.
"""

from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.effects import Effect, effect
from decision_aid.reasoning.preferences import ratable
from decision_aid.reasoning.weighing import Criterion


@dataclass(frozen=True)
class Basis:
    """The names of what a weighing rests on, and of what it leaves out and why. Own reasons stand among `used`.

    `not_rated` holds "not sure" too; `not_known` is rated, but nobody knows the effect well enough.
    """

    used: tuple[str, ...]
    not_rated: tuple[str, ...]
    not_known: tuple[str, ...]


def criteria(aid: Aid, answers: Answers, comparator: str) -> tuple[Criterion, ...]:
    """The rated outcomes with usable evidence against a comparator, then the person's own reasons."""
    rated = []
    for place, name in enumerate(ratable(aid)):
        rating = answers.importance.get(name)
        if isinstance(rating, int) and (effects := _effects(aid, name, comparator)):
            rated.append(Criterion(name, place, rating, effects))
    return (*rated, *_own_reasons(aid, answers))


def _effects(aid: Aid, outcome: str, comparator: str) -> tuple[Effect, ...]:
    """The effect of each option; none at all where that of one is not known."""
    effects = tuple(effect(aid, outcome, option, comparator) for option in aid.decision.options)
    known = tuple(each for each in effects if each is not None)
    return known if len(known) == len(effects) else ()


def _own_reasons(aid: Aid, answers: Answers) -> list[Criterion]:
    """The person's own reasons as criteria: one whole swing for the option they speak for. A view, not evidence."""
    first = len(ratable(aid))
    return [
        Criterion(own_name(place), first + place, reason.importance, _speaks_for(aid, reason.option))
        for place, reason in enumerate(answers.own_reasons)
        if reason.text.strip() and reason.option in aid.decision.options and isinstance(reason.importance, int)
    ]


def _speaks_for(aid: Aid, spoken_for: str | None) -> tuple[Effect, ...]:
    reference = float(spoken_for == aid.decision.reference)
    return tuple(Effect(float(option == spoken_for) - reference, 0.0) for option in aid.decision.options)


def own_name(place: int) -> str:
    """The name under which an own reason stands among the criteria."""
    return f"own_reason_{place}"


def basis(aid: Aid, answers: Answers, weighed: tuple[Criterion, ...]) -> Basis:
    """What these criteria use, what is not rated (or "not sure"), and what nobody knows well enough."""
    used = tuple(criterion.name for criterion in weighed)
    left = [name for name in ratable(aid) if name not in used]
    not_rated = tuple(name for name in left if not isinstance(answers.importance.get(name), int))
    return Basis(used, not_rated, tuple(name for name in left if name not in not_rated))
