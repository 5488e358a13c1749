"""The options side by side, question by question."""

from decision_aid import session
from decision_aid.views import comparison, prose

aid, answers = session.aid(), session.answers()

prose.sections(aid, "options", "intro", "waiting")
comparison.pick_parts(aid, answers)
comparison.table(aid, answers)
prose.sections(aid, "options", "also_ask")
comparison.short_options(aid, aid.decision.also_ask)
prose.sections(aid, "options", "whatever")
comparison.short_options(aid, aid.decision.whatever_you_choose)
