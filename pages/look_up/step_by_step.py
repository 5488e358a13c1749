"""What happens before, during and after, for each option."""

from markupsafe import Markup

from decision_aid import session
from decision_aid.views import prose, timeline
from decision_aid.views.html import show_html

aid = session.aid()

prose.sections(aid, "step_by_step", *aid.words.pages["step_by_step"].sections)
timeline.in_parts(aid, session.answers())
show_html(Markup("<p>{}</p>").format(aid.words.urgent["after"]))
