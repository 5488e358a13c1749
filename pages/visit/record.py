"""A note for the chart."""

from decision_aid import session
from decision_aid.views import prose

prose.sections(session.aid(), "record")
