"""Welcome: the warning signs, what this decision is, who the aid is for, how to use it, and how far along you are."""

from decision_aid import session
from decision_aid.views import prose, understanding, urgent

aid, answers = session.aid(), session.answers()

urgent.warning_signs(aid)
prose.sections(aid, "welcome")
understanding.stage(aid, answers, "stage_at_start")
