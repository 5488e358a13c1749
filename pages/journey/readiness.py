"""Am I ready: what I lean to and what is still unclear."""

from decision_aid import session
from decision_aid.views import prose, readiness

aid, answers = session.aid(), session.answers()

prose.sections(aid, "readiness", "intro")
readiness.leaning(aid, answers)
readiness.unclear(aid, answers)
prose.sections(aid, "readiness", "steps")
