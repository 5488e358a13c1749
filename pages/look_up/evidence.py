"""The evidence: every figure with its source, ten at a time; and by a press, guidelines, what is not known, changes."""

from functools import partial

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import changes, ledger, prose, warning_signs
from decision_aid.views.folded import folds


def evidence(aid: Aid, answers: Answers) -> None:
    """The search comes first; what goes beyond the figures opens in place."""
    ledger.estimates(aid, answers)
    with folds("evidence"):
        prose.fold(aid, answers, "evidence", "guidelines_intro", partial(ledger.guidelines, aid))
        prose.fold(aid, answers, "evidence", "not_known_intro", partial(ledger.not_known, aid))
        changes.changes(aid, answers)
        prose.fold(aid, answers, "evidence", "how_found")
        prose.fold(aid, answers, "evidence", "two_kinds_short")
        prose.fold(aid, answers, "evidence", "signs", partial(warning_signs.sources_of_signs, aid))
        prose.fold(aid, answers, "evidence", "not_found")


fragments.as_fragment(evidence)
