"""A note for the chart."""

from decision_aid import session
from decision_aid.views import prose
from decision_aid.views.record import record

aid = session.aid()

prose.sections(aid, "record", "intro")
record(aid, session.answers())
