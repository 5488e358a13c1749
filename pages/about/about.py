"""About: who made this, funding, dates, updates, what people have still to do, and published lists."""

from functools import partial

from decision_aid import session
from decision_aid.views import imprint, prose, standards
from decision_aid.views.folded import folds

aid, answers = session.aid(), session.answers()

prose.sections(aid, "about", "who_made", "funding")
imprint.dates(aid)
prose.sections(aid, "about", "not_yet")
with folds("about"):
    prose.fold(aid, answers, "about", "update_policy")
    prose.fold(aid, answers, "about", "privacy")
    prose.fold(aid, answers, "about", "licence_contact", partial(imprint.contact, aid))
    standards.measured(aid, answers)
