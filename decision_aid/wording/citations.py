"""A source as it is cited, and the address at which it can be read."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Source


@dataclass(frozen=True)
class Citation:
    """A source as it stands in print, in a line or two.

    `cited` is what the source says of itself, in its own language: who, where, when. `remark` is what we say of
    it, in the aid's language; often "". `address` is where to read it, as one types it; `url` is the same as a link.
    Both are "" where no address is known, and the remark says so.
    """

    cited: str
    remark: str
    address: str
    url: str
    known: bool = False
    """A library knows it by `cited` alone: who wrote it, in which journal, and when."""

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(part for part in (self.cited, self.remark, self.address) if part)


def citation(aid: Aid, name: str) -> Citation:
    """A source with its name and its address, or a word that we have none."""
    source, app = aid.evidence.sources[name], aid.words.app
    url = next((url for url, _ in addresses(source)), "")
    remarks = (
        app["source.patient_page"] if source.kind == "patient_page" else "",
        app["source.opinion"] if source.kind == "opinion" else "",
        "" if url else app["source.no_address"],
    )
    return Citation(
        cited_briefly(source), " ".join(f"{remark}." for remark in remarks if remark), _typed(url), url, _known(source)
    )


def _known(source: Source) -> bool:
    return bool(source.authors and source.journal and source.year)


def cited(source: Source) -> str:
    """What a source says of itself, in one line of text; parts that are not known are left out."""
    parts = (source.authors, source.title, source.journal, str(source.year or ""))
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def cited_briefly(source: Source) -> str:
    """Enough to know a source by: who or else its title, where or else its title, when."""
    named = (source.authors or source.title, source.journal or (source.title if source.authors else ""))
    return ". ".join(part.rstrip(".") for part in (*named, str(source.year or "")) if part) + "."


def addresses(source: Source) -> tuple[tuple[str, str], ...]:
    """Where a source can be read, and what to call that: its publisher by the DOI and its record in PubMed.

    Without either, the page that we saw. Empty if nowhere.
    """
    published = (
        (f"https://doi.org/{source.doi}", f"doi:{source.doi}") if source.doi else None,
        (f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/", f"PubMed {source.pmid}") if source.pmid else None,
    )
    if source.link and not any(published):
        return ((source.link, urlsplit(source.link).hostname or source.link),)
    return tuple(one for one in published if one)


def _typed(url: str) -> str:
    """An address without what a browser adds by itself."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")
