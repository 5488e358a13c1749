"""Your situation: what bears on the decision, asked and never judged."""

from decision_aid import session
from decision_aid.views import asking, medicines, prose

aid = session.aid()

prose.sections(aid, "situation")
for group in aid.words.situation_groups:
    session.alone(asking.situation_group, group)
session.alone(medicines.picker)
