"""The questions about a thing to weigh: how much it matters, and what its figure answers."""

from decision_aid.model.aid import Aid
from decision_aid.reasoning.key_facts import key_rows
from decision_aid.reasoning.things_to_weigh import shows_points
from decision_aid.wording.sentences import time


def importance_question(aid: Aid, outcome: str) -> tuple[str, str]:
    """The question of how much an outcome matters, and the size of change to think of, the same for all."""
    words = aid.words.outcomes[outcome]
    change = aid.words.app["weigh.think_of"].format(change=words.change) if words.change else ""
    return words.question or words.name, change


def what_is_asked(aid: Aid, outcome: str) -> str:
    """The question that the main figure of an outcome answers, with its time; for points only the time.

    "" where there is no figure: the name of the outcome is then enough.
    """
    rows = aid.decision.outcomes[outcome].rows
    if not rows:
        return ""
    row = key_rows(aid, outcome)[0].row
    at = rows[row].at
    if shows_points(aid, outcome) and at:
        return aid.words.app["weigh.when"].format(time=time(aid, at))
    return aid.words.outcomes[outcome].rows[row].heading
