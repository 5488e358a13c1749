"""The medicines a person takes: those the aid knows, and those kept as typed."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers


def known_medicines(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """The medicines on the person's list that stand in the aid's list, in the person's order."""
    return tuple(name for name in answers.medicines if name in aid.medicines)
