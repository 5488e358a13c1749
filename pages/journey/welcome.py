"""Welcome: the warning signs, what this decision is, who the aid is for, and how to use it."""

from decision_aid import session
from decision_aid.views import prose, urgent

aid = session.aid()

urgent.warning_signs(aid)
prose.sections(aid, "welcome")
