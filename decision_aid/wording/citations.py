"""A source as it is cited, and the address at which it can be read."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from decision_aid.model.aid import Aid
from decision_aid.model.source import Source


@dataclass(frozen=True)
class Citation:
    """A source as it is printed, in a line or two.

    `cited` is the reference in the source's own language: who, where, when. `remark` is our remark on it, in the
    aid's language; often "". `address` is where to read it, as people type it; `url` is the same as a link.
    Both are "" where no address is known; the remark then says so.
    """

    cited: str
    remark: str
    address: str
    url: str
    known: bool = False
    """Whether `cited` is enough to find it in a library: author, journal and year."""

    @property
    def text(self) -> str:
        """All parts in one line."""
        return " ".join(part for part in (self.cited, self.remark, self.address) if part)


def citation(aid: Aid, name: str) -> Citation:
    """A source with its reference and its address, or a remark that there is none."""
    source, app = aid.evidence.sources[name], aid.words.app
    url = next((url for url, _ in addresses(source)), "")
    remarks = (
        app["source.patient_page"] if source.kind == "patient_page" else "",
        app["source.opinion"] if source.kind == "opinion" else "",
        "" if url else app["source.no_address"],
    )
    return Citation(
        short_reference(source),
        " ".join(f"{remark}." for remark in remarks if remark),
        _without_protocol(url),
        url,
        _is_in_libraries(source),
    )


def _is_in_libraries(source: Source) -> bool:
    return bool(source.authors and source.journal and source.year)


def full_reference(source: Source) -> str:
    """Authors, title, journal and year of a source in one line; unknown parts are left out."""
    parts = (source.credited, source.title, source.journal, str(source.year or ""))
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def short_reference(source: Source) -> str:
    """Authors (or else title), journal (or else title) and year of a source in one line."""
    parts = (source.credited or source.title, source.journal or (source.title if source.authors else ""))
    return ". ".join(part.rstrip(".") for part in (*parts, str(source.year or "")) if part) + "."


def addresses(source: Source) -> tuple[tuple[str, str], ...]:
    """The addresses of a source, each with its label: the publisher (by DOI) and the record in PubMed.

    Without either, the page that we saw. Empty where there is none.
    """
    by_identifier = (
        (f"https://doi.org/{source.doi}", f"doi:{source.doi}") if source.doi else None,
        (f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/", f"PubMed {source.pmid}") if source.pmid else None,
    )
    if source.link and not any(by_identifier):
        return ((source.link, urlsplit(source.link).hostname or source.link),)
    return tuple(address for address in by_identifier if address)


def _without_protocol(url: str) -> str:
    """An address without its protocol and last slash, which browsers add."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")
