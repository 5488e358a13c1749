"""About: makers, funding, open work, dates; in expanders, updates and the published checklists."""

from decision_aid import session
from decision_aid.views import imprint, prose, standards_ledger
from decision_aid.views.expander import expander_group

SECTIONS_IN_SIGHT = 3

aid, answers = session.aid(), session.answers()
sections = tuple(aid.words.pages["about"].sections)

imprint.dates(aid)
prose.sections(aid, "about", *sections[:SECTIONS_IN_SIGHT])
with expander_group("about"):
    for section in sections[SECTIONS_IN_SIGHT:]:
        prose.fold(aid, answers, "about", section)
    standards_ledger.checklists(aid, answers)
imprint.contact(aid)
