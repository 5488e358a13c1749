"""What matters to me: each outcome's importance, own reasons, where they point, and the facts beside them."""

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import fit, mattering, prose, rating, readiness


def weighing_up(aid: Aid, answers: Answers) -> None:
    """What is rated and what follows from it: an answer draws both again, and nothing else."""
    rating.ratings(aid, answers)
    rating.give_up_last(aid, answers)
    rating.clear(aid, answers)
    rating.own_reasons(aid, answers)
    mattering.beside_the_facts(aid, answers)
    readiness.gut(aid, answers)
    fit.pointing(aid, answers)


prose.sections(session.aid(), "priorities", "intro")
session.alone(weighing_up)
prose.sections(session.aid(), "priorities", "after")
