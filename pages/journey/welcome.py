"""Welcome: the warning signs, what this decision is, who the aid is for, how to use it, and where you are with it."""

from decision_aid import session
from decision_aid.views import opening, prose, understanding, urgent

aid, answers = session.aid(), session.answers()

urgent.warning_signs(aid)
prose.sections(aid, "welcome")
opening.file(aid)
understanding.stage(aid, answers, "stage_at_start")
