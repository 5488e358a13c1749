"""Together: three screens for the visit."""

from decision_aid import session
from decision_aid.views import prose

prose.sections(session.aid(), "together")
