"""About: who made this, funding, dates, updates, what people have still to do, and published lists."""

from decision_aid import session
from decision_aid.views import imprint, prose, standards

aid = session.aid()

imprint.dates(aid)
prose.sections(aid, "about")
imprint.contact(aid)
standards.counts_table(aid)
