"""What matters to me: each outcome's importance, own reasons, where they point, and the facts beside them."""

from decision_aid import session
from decision_aid.views import fit, mattering, prose, rating, readiness

aid, answers = session.aid(), session.answers()

prose.sections(aid, "priorities", "intro")
rating.ratings(aid, answers)
rating.give_up_last(aid, answers)
rating.clear(aid, answers)
rating.own_reasons(aid, answers)
mattering.beside_the_facts(aid, answers)
readiness.gut(aid, answers)
fit.pointing(aid, answers)
prose.sections(aid, "priorities", "after")
