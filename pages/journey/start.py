"""Start: the decision, when to call now, the two options, who reads this, and how long it takes."""

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import my_display, opening, prose, screens, understanding, urgent


def start(aid: Aid, answers: Answers) -> None:
    """The first screen of the way."""
    urgent.warning_signs(aid)
    my_display.helping(aid, answers, "start")
    prose.sections(aid, "start")
    opening.file(aid)
    understanding.stage(aid, answers, "stage_at_start")


def step(aid: Aid, answers: Answers) -> None:
    """The step has one screen."""
    screens.show(aid, answers, "start", screens.single(aid, "start", start))


session.alone(step)
