"""Am I ready: what I lean to, what is still unclear, what I know, and how sure and how far along I am."""

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import prose, readiness, screens, understanding


def ready(aid: Aid, answers: Answers) -> None:
    """What I lean to and what is unclear; the rest opens in place."""
    prose.sections(aid, "readiness", "intro")
    readiness.leaning(aid, answers)
    readiness.unclear(aid, answers)
    understanding.knowledge(aid)
    understanding.sure(aid, answers)
    understanding.stage(aid, answers, "stage_at_end")
    prose.sections(aid, "readiness", "steps")


def step(aid: Aid, answers: Answers) -> None:
    """The step has one screen."""
    screens.show(aid, answers, "readiness", screens.single(aid, "readiness", ready))


session.alone(step)
