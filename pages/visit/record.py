"""A note for the chart."""

from decision_aid import reader, session
from decision_aid.exports.record import record_note
from decision_aid.exports.summary import summarize
from decision_aid.views import prose
from decision_aid.views.record import record

aid, answers, english = session.aid(), session.answers(), session.aid_for_the_record()

prose.sections(aid, "record", "intro")
record(aid, answers, record_note(english, summarize(english, answers, reader.today())))
