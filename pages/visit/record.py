"""A note for the chart."""

from decision_aid import session
from decision_aid.exports.summary import summarize
from decision_aid.views import prose
from decision_aid.views.record import record

aid, answers = session.aid(), session.answers()

prose.sections(aid, "record", "intro")
record(aid, answers, summarize(aid, answers, session.today()))
