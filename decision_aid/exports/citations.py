"""A source as it is cited, and the address at which it can be read."""

from urllib.parse import urlsplit

from decision_aid.model.evidence import Source


def cited(source: Source) -> str:
    """A source in one line of text; parts that are not known are left out."""
    parts = (source.authors, source.title, source.journal, str(source.year or ""))
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def cited_briefly(source: Source) -> str:
    """Enough to find a source from a sheet of paper: who, where, when, and its number or site."""
    parts = (source.authors, source.journal or source.title, str(source.year or ""), address(source)[1])
    return ". ".join(part.rstrip(".") for part in parts if part)


def address(source: Source) -> tuple[str, str]:
    """Where a source can be read, and what to call that: its DOI, its PubMed number or the site. Empty if nowhere."""
    if source.doi:
        return f"https://doi.org/{source.doi}", f"doi:{source.doi}"
    if source.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/", f"PubMed {source.pmid}"
    return (source.link, urlsplit(source.link).hostname or source.link) if source.link else ("", "")
