"""Reading formulas: for each supported language a published measure, with its limit and direction.

A language without one must be judged by people; the check and the About page say so.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from decision_aid.model.variants import Variants

_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_#>`]")
_STOP = re.compile(r"(?<=[.?!:])\s+|(?<=[.?!][”»])\s+(?=[¿¡“«]?[A-ZÁÉÍÓÚÑ])|\n+")


@dataclass(frozen=True)
class Measure:
    """A reading formula with its published name. `easier`: on which side of the limit easy texts lie."""

    language: str
    name: str
    limit: float
    easier: Literal["below", "above"]
    score: Callable[[list[str]], float]
    """Computes the score of sentences."""

    def meets(self, score: float) -> bool:
        """Whether a text with this score is easy enough."""
        return score <= self.limit if self.easier == "below" else score >= self.limit

    def hardness(self, score: float) -> float:
        """The score with its sign set so that harder texts have larger values."""
        return score if self.easier == "below" else -score


def measure(language: str) -> Measure | None:
    """The measure for a language ("es", or "es-MX"), or None if there is none."""
    return next((candidate for candidate in _MEASURES if candidate.language == language.partition("-")[0]), None)


def sentences(text: str) -> list[str]:
    """The sentences of a Markdown text; a list item or a separate line counts as a sentence."""
    plain = _MARKUP.sub(lambda match: match.group(1) or "", text)
    parts = (part.strip(" -–\t") for part in _STOP.split(plain))
    return [part for part in parts if re.search(r"\w", part)]


def _flesch_kincaid(texts: list[str]) -> float:
    # Imported here since it needs development packages; the running app only uses names and limits.
    from decision_aid.content.flesch_kincaid import grade

    return grade(texts)


def _inflesz(texts: list[str]) -> float:
    from decision_aid.content.inflesz import ease

    return ease(texts)


_MEASURES = (
    Measure("en", "Flesch–Kincaid", 6, "below", _flesch_kincaid),
    Measure("es", "INFLESZ", 65, "above", _inflesz),
)

READS = Variants("reading", tuple(measure.language for measure in _MEASURES))
"""Interface words that describe the reading measure of each language that has one."""
