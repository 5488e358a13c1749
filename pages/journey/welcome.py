"""Welcome: the warning signs, who reads this, what the decision is, how to use the aid, and where you are with it."""

from decision_aid import session
from decision_aid.views import my_display, opening, prose, understanding, urgent

aid, answers = session.aid(), session.answers()

urgent.warning_signs(aid)
my_display.helping(aid, answers, "welcome")
prose.sections(aid, "welcome")
opening.file(aid)
understanding.stage(aid, answers, "stage_at_start")
