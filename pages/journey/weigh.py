"""Weigh it up: each outcome's facts beside the question how much it matters, and where the answers point."""

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import fit, mattering, prose, rating, readiness, screens


def weighing_up(aid: Aid, answers: Answers) -> None:
    """What is rated and what follows from it."""
    prose.sections(aid, "weigh", "intro")
    rating.ratings(aid, answers)
    rating.give_up_last(aid, answers)
    rating.clear(aid, answers)
    rating.own_reasons(aid, answers)
    mattering.beside_the_facts(aid, answers)
    readiness.gut(aid, answers)
    fit.pointing(aid, answers)
    prose.sections(aid, "weigh", "after")


def step(aid: Aid, answers: Answers) -> None:
    """A screen for each thing to weigh, and one for what the answers point to."""
    screens.show(aid, answers, "weigh", screens.single(aid, "weigh", weighing_up))


session.alone(step)
