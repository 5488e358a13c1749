"""Your situation: what bears on the decision, asked and never judged."""

from decision_aid import session
from decision_aid.views import asking, medicines, prose

aid, answers = session.aid(), session.answers()

prose.sections(aid, "situation")
for group in aid.words.situation_groups:
    asking.situation_group(aid, answers, group)
medicines.picker(aid, answers)
