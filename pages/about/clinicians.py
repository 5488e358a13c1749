"""For clinicians: a two-minute summary of the aid, its testing and its use; in expanders, what it rests on."""

from functools import partial

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import booklet, fit_basis, guidance, prose
from decision_aid.views.expander import expander, expander_group


def clinicians(aid: Aid, answers: Answers) -> None:
    """What to know before the visit; then the expanders."""
    prose.sections(aid, "clinicians", "what", "use")
    fit_basis.links(aid, "together", "record")
    prose.sections(aid, "clinicians", "seen")
    with expander_group("clinicians"):
        if part := expander(answers, "clinicians-booklet", aid.words.booklet.heading):
            with part:
                booklet.blank(aid, f"{aid.words.booklet.what} {aid.words.booklet.waiting_room}")
        prose.fold(aid, answers, "clinicians", "does_not")
        prose.fold(aid, answers, "clinicians", "independence")
        prose.fold(aid, answers, "clinicians", "fit_works", partial(fit_basis.links, aid, "weigh", "evidence"))
        prose.fold(aid, answers, "clinicians", "sums", partial(fit_basis.sums, aid, answers))
        prose.fold(aid, answers, "clinicians", "estimates", partial(fit_basis.all_figures, aid))
        prose.fold(aid, answers, "clinicians", "guidelines", partial(guidance.guidelines_by_country, aid))
        prose.fold(aid, answers, "clinicians", "coverage", partial(guidance.coverage, aid))


fragments.as_fragment(clinicians)
