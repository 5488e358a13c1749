"""Am I ready: what I lean to, what is still unclear, what I know, and how sure and how far along I am."""

from decision_aid import session
from decision_aid.views import prose, readiness, understanding

aid, answers = session.aid(), session.answers()

prose.sections(aid, "readiness", "intro")
readiness.leaning(aid, answers)
readiness.unclear(aid, answers)
understanding.knowledge(aid)
understanding.sure(aid, answers)
understanding.stage(aid, answers, "stage_at_end")
prose.sections(aid, "readiness", "steps")
