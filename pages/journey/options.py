"""The options side by side, question by question."""

from decision_aid import session
from decision_aid.views import comparison, prose, short_layer

aid, answers = session.aid(), session.answers()

prose.sections(aid, "options", "intro", "waiting")
short_layer.note(aid, answers)
comparison.side_by_side(aid, answers)
prose.sections(aid, "options", "also_ask")
comparison.short_options(aid, aid.decision.also_ask)
prose.sections(aid, "options", "whatever")
comparison.short_options(aid, aid.decision.whatever_you_choose)
