"""What matters to me: each outcome's importance, own reasons, and both beside the facts."""

from decision_aid import session
from decision_aid.views import mattering, prose, rating

aid, answers = session.aid(), session.answers()

prose.sections(aid, "priorities", "intro")
rating.ratings(aid, answers)
rating.clear(aid, answers)
rating.own_reasons(aid, answers)
mattering.beside_the_facts(aid, answers)
prose.sections(aid, "priorities", "after")
