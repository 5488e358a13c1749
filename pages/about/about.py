"""About: who made this, funding, what people have still to do, dates; and by a press, updates and published lists."""

from decision_aid import session
from decision_aid.views import imprint, prose, standards_ledger
from decision_aid.views.folded import folds

IN_SIGHT = 3

aid, answers = session.aid(), session.answers()
sections = tuple(aid.words.pages["about"].sections)

imprint.dates(aid)
prose.sections(aid, "about", *sections[:IN_SIGHT])
with folds("about"):
    for section in sections[IN_SIGHT:]:
        prose.fold(aid, answers, "about", section)
    standards_ledger.measured(aid, answers)
imprint.contact(aid)
