"""The evidence: every figure with its source, ten at a time; in expanders, guidelines, what is not known, changes."""

from functools import partial

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import changes, ledger, prose, warning_signs
from decision_aid.views.expander import expander_group


def evidence(aid: Aid, answers: Answers) -> None:
    """The search and its figures; everything else is in expanders."""
    ledger.estimates(aid, answers)
    with expander_group("evidence"):
        prose.fold(aid, answers, "evidence", "guidelines_intro", partial(ledger.guidelines, aid))
        prose.fold(aid, answers, "evidence", "not_known_intro", partial(ledger.not_known, aid))
        changes.changes(aid, answers)
        prose.fold(aid, answers, "evidence", "how_found")
        prose.fold(aid, answers, "evidence", "two_kinds_short")
        prose.fold(aid, answers, "evidence", "signs", partial(warning_signs.sources_of_signs, aid))
        prose.fold(aid, answers, "evidence", "not_found")


fragments.as_fragment(evidence)
