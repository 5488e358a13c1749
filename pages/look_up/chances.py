"""The chances: benefits and harms of each option as people out of 100 or 1000."""

from decision_aid import session
from decision_aid.views import chance, chance_tools, prose

aid, answers = session.aid(), session.answers()

prose.sections(aid, "chances", "how_to_read", "two_kinds", "disagree")

chance_tools.like_mine(aid, answers)
chance_tools.switches(aid, answers)
chance.contents(aid)
chance.outcomes(aid, answers)
