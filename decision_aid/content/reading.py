"""How easily a text reads: for each language that has one, a published measure with its limit and direction.

A language without a measure is read by people alone; the check and the About page say so.
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
    """A reading formula by its published name. `easier` tells on which side of the limit easy texts lie."""

    language: str
    name: str
    limit: float
    easier: Literal["below", "above"]
    score: Callable[[list[str]], float]
    """From sentences to a figure."""

    def meets(self, score: float) -> bool:
        """Whether a text with this score is easy enough."""
        return score <= self.limit if self.easier == "below" else score >= self.limit

    def hardness(self, score: float) -> float:
        """A figure that is larger the harder the text, to find the hardest."""
        return score if self.easier == "below" else -score


def measure(language: str) -> Measure | None:
    """The measure for a language ("es", or "es-MX"), or None where we know none."""
    return next((one for one in _MEASURES if one.language == language.partition("-")[0]), None)


def sentences(text: str) -> list[str]:
    """The sentences of a Markdown text; a list item and a line of its own count as a sentence."""
    plain = _MARKUP.sub(lambda match: match.group(1) or "", text)
    parts = (part.strip(" -–\t") for part in _STOP.split(plain))
    return [part for part in parts if re.search(r"\w", part)]


def _flesch_kincaid(said: list[str]) -> float:
    # Its packages are for development; the running app asks for names and limits alone.
    from decision_aid.content.flesch_kincaid import grade

    return grade(said)


def _inflesz(said: list[str]) -> float:
    from decision_aid.content.inflesz import ease

    return ease(said)


_MEASURES = (
    Measure("en", "Flesch–Kincaid", 6, "below", _flesch_kincaid),
    Measure("es", "INFLESZ", 65, "above", _inflesz),
)

READS = Variants("reading", tuple(measure.language for measure in _MEASURES))
"""How easily a language reads, in the words of the interface: for each language that has a measure."""
