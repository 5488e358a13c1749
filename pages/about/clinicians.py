"""For clinicians: what this is, how to use it in six minutes, what the fit rests on, guidelines and coverage."""

from decision_aid import session
from decision_aid.views import behind_the_fit, guidance, prose

aid, answers = session.aid(), session.answers()

prose.sections(aid, "clinicians", "what", "seen", "use")
behind_the_fit.links(aid, "together", "record")
prose.sections(aid, "clinicians", "does_not", "independence", "fit_works")
behind_the_fit.links(aid, "weigh", "evidence")
prose.sections(aid, "clinicians", "sums")
behind_the_fit.sums(aid, answers)
prose.sections(aid, "clinicians", "estimates")
behind_the_fit.all_figures(aid)
prose.sections(aid, "clinicians", "guidelines")
guidance.guidelines_by_country(aid)
prose.sections(aid, "clinicians", "coverage")
guidance.coverage(aid)
