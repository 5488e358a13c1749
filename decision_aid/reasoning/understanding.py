"""What the person has understood and how sure they are. Gaps become questions for the visit, never marks.

Reading one number off a picture, with feedback, helps more than a better picture does: standards RC-18.
SURE, a screen for decisional conflict: Légaré et al., Can Fam Physician 2010;56(8):e308-14. Yes counts 1 and no 0;
3 or less out of 4 means that the person may want more support.
"""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.evidence import Arm, Frequency
from decision_aid.reasoning.frequencies import NaturalFrequency, natural_frequency
from decision_aid.reasoning.rounding import nearest

CHOICES_OF_A_REFLECTION = 3
ITEMS_OF_SURE = 4
MORE_SUPPORT = 3
"""The highest score of SURE that asks for more support."""


def gaps(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """The knowledge items answered wrongly or with "not sure"; skipped items do not count."""
    return tuple(name for name, item in aid.knowledge.items() if answers.knowledge.get(name, item.right) != item.right)


def reflection_right(aid: Aid, name: str) -> int:
    """The number of people that the picture of a reflection shows."""
    arm, per = reflection_arm(aid, name)
    return _count(natural_frequency(arm, per))


def reflection_choices(aid: Aid, name: str) -> tuple[int, ...]:
    """Three different numbers of people, ascending, including the right one.

    The others: those without the event, then the count of another arm, then double or half the right number.
    """
    arm, per = reflection_arm(aid, name)
    right = _count(natural_frequency(arm, per))
    doubled = right * 2 if right * 2 <= per else int(nearest(right / 2))
    offered = (
        right,
        per - right,
        *_other_counts(aid, name, arm),
        doubled,
        int(nearest(per / 2)),
        int(nearest(per / 4)),
    )
    return tuple(sorted(list(dict.fromkeys(offered))[:CHOICES_OF_A_REFLECTION]))


def reflection_arm(aid: Aid, name: str) -> tuple[Arm, int]:
    """The arm that a reflection asks about, and out of how many people. The content check ensures that it exists."""
    reflection = aid.decision.reflections[name]
    measure = _frequency(aid, reflection.estimate)
    return next(arm for arm in measure.arms if arm.group == reflection.group), measure.per


def sure_score(answers: Answers) -> int | None:
    """How many items of SURE were answered with yes, 0 to 4; None until all four are answered."""
    items = answers.instruments.get("sure", {})
    return list(items.values()).count("yes") if len(items) == ITEMS_OF_SURE else None


def _frequency(aid: Aid, estimate: str) -> Frequency:
    measure = aid.evidence.estimates[estimate].measure
    assert isinstance(measure, Frequency)
    return measure


def _other_counts(aid: Aid, name: str, right_arm: Arm) -> list[int]:
    measure = _frequency(aid, aid.decision.reflections[name].estimate)
    others = [arm for arm in measure.arms if arm != right_arm and not arm.cannot_happen and arm.events is not None]
    return [_count(natural_frequency(arm, measure.per)) for arm in others]


def _count(people: NaturalFrequency) -> int:
    assert people.count is not None
    return people.count
