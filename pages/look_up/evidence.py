"""The evidence: every figure with its source, guidelines on both sides, what is not known, and what changed."""

from decision_aid import session
from decision_aid.views import changes, ledger, prose, warning_signs

aid = session.aid()

prose.sections(aid, "evidence", "how_found", "two_kinds_short", "guidelines_intro")
ledger.guidelines(aid)
prose.sections(aid, "evidence", "not_known_intro")
ledger.not_known(aid)
prose.sections(aid, "evidence", "signs")
warning_signs.sources_of_signs(aid)
prose.sections(aid, "evidence", "not_found")
changes.changes(aid)
ledger.estimates(aid)
