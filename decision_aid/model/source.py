"""A publication or page that figures come from."""

from datetime import date
from typing import Literal

from decision_aid.model.frozen_model import FrozenModel

SourceKind = Literal["review", "trial", "cohort", "opinion", "web_page", "patient_page", "regulator", "guideline"]


class Source(FrozenModel):
    """A publication or page that figures come from. A DOI, a PMID, a link, or a note says how to find it."""

    kind: SourceKind
    authors: str | None = None
    title: str | None = None
    """Authors and title as printed by the source; left out where no page that states them was seen, but never both."""
    study: str | None = None
    """The name that the study goes by, often an abbreviation. Translators leave it as it is."""
    journal: str | None = None
    year: int | None = None
    doi: str | None = None
    pmid: str | None = None
    link: str | None = None
    checked_on: date

    @property
    def credited(self) -> str | None:
        """The authors, with the name of their study in brackets."""
        return f"{self.authors} ({self.study})" if self.authors and self.study else self.authors
