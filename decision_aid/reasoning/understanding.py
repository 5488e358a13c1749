"""What the person has understood and how sure they are: gaps become questions, never marks."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers


def gaps(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """The knowledge items answered wrongly or with "not sure"; an item that was skipped is no gap."""
    return tuple(name for name, item in aid.knowledge.items() if answers.knowledge.get(name, item.right) != item.right)
