"""For clinicians: in two minutes what this is, what was seen and how to use it; by a press, what it rests on."""

from functools import partial

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import behind_the_fit, booklet, guidance, prose
from decision_aid.views.folded import folded, folds


def clinicians(aid: Aid, answers: Answers) -> None:
    """What to know before the visit, then what opens in place."""
    prose.sections(aid, "clinicians", "what", "use")
    behind_the_fit.links(aid, "together", "record")
    prose.sections(aid, "clinicians", "seen")
    with folds("clinicians"):
        if room := folded(answers, "clinicians-booklet", aid.words.booklet.heading):
            with room:
                booklet.blank(aid, f"{aid.words.booklet.what} {aid.words.booklet.waiting_room}")
        prose.fold(aid, answers, "clinicians", "does_not")
        prose.fold(aid, answers, "clinicians", "independence")
        prose.fold(aid, answers, "clinicians", "fit_works", partial(behind_the_fit.links, aid, "weigh", "evidence"))
        prose.fold(aid, answers, "clinicians", "sums", partial(behind_the_fit.sums, aid, answers))
        prose.fold(aid, answers, "clinicians", "estimates", partial(behind_the_fit.all_figures, aid))
        prose.fold(aid, answers, "clinicians", "guidelines", partial(guidance.guidelines_by_country, aid))
        prose.fold(aid, answers, "clinicians", "coverage", partial(guidance.coverage, aid))


fragments.as_fragment(clinicians)
