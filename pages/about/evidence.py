"""The evidence: every figure with its source, guidelines that agree and disagree, and what is not known."""

from decision_aid import session
from decision_aid.views import ledger, prose

aid = session.aid()

prose.sections(aid, "evidence", "how_found", "two_kinds_short", "guidelines_intro")
ledger.guidelines(aid)
prose.sections(aid, "evidence", "not_known_intro")
ledger.not_known(aid)
prose.sections(aid, "evidence", "unchecked")
ledger.estimates(aid)
