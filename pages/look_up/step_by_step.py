"""What happens, before, during and after, for each option."""

from decision_aid import session
from decision_aid.views import prose, timeline

aid = session.aid()

prose.sections(aid, "step_by_step", *aid.words.pages["step_by_step"].sections)
timeline.side_by_side(aid, drawn=True)
