"""For clinicians: what this is, and how to use it in six minutes."""

from decision_aid import session
from decision_aid.views import prose

aid = session.aid()

prose.sections(aid, "clinicians", "what")
