"""About: who made this, funding, dates, updates, and what people have still to do."""

from decision_aid import session
from decision_aid.views import imprint, prose

aid = session.aid()

imprint.dates(aid)
prose.sections(aid, "about")
imprint.contact(aid)
