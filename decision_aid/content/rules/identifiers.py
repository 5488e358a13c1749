"""Identifiers of publications are well-formed, so that links made from them work."""

import re
from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

_DOI = re.compile(r"10\.\d{4,9}/[-._;()/:a-z0-9]+", re.IGNORECASE)
"""The form that Crossref gives for the DOIs it registers."""
_PMID = re.compile(r"[1-9]\d{0,7}")


def identifiers_have_their_form(aid: Aid) -> Iterator[Finding]:
    """A DOI begins with '10.' and a number, then '/' and its name; a PMID is a number of at most eight digits."""
    for name, source in aid.evidence.sources.items():
        where = ("evidence", "sources", name)
        if source.doi is not None and not _DOI.fullmatch(source.doi):
            mend = "write it without 'https://doi.org/' or 'doi:', such as '10.1000/abc.123'"
            yield (*where, "doi"), f"'{source.doi}' is no DOI: {mend}"
        if source.pmid is not None and not _PMID.fullmatch(source.pmid):
            yield (*where, "pmid"), f"'{source.pmid}' is no PMID: write its digits alone, as PubMed shows them"
