"""What matters to me: each outcome's importance, own reasons, where they point, and the facts beside them."""

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import fit, mattering, prose, rating, readiness

aid, answers = session.aid(), session.answers()


def together(aid: Aid, answers: Answers) -> None:
    """What depends on the ratings: what tells equal ones apart, the facts beside them, and where they point."""
    rating.give_up_last(aid, answers)
    rating.clear(aid, answers)
    mattering.beside_the_facts(aid, answers)
    readiness.gut(aid, answers)
    fit.pointing(aid, answers)


prose.sections(aid, "priorities", "intro")
rating.ratings(aid, answers)
session.alone(rating.own_reasons)
session.following(together)
prose.sections(aid, "priorities", "after")
