"""Make an Aid from a content folder, or say everything that is wrong with it at once."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from decision_aid.content import complaints
from decision_aid.content.placeholders import fill
from decision_aid.content.rules import STRUCTURE, TRANSLATION, Rule
from decision_aid.content.rules.languages import same_keys
from decision_aid.content.tree import Fault, Tree, read
from decision_aid.model.aid import Aid


class ContentFaults(Exception):  # noqa: N818 (it holds all faults, not one error)
    """The content cannot be used. `faults` lists all that is wrong, in order of file and line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


def languages(folder: Path) -> list[str]:
    """The languages that have words, English first: the others must say the same as the first."""
    found = [path.name for path in (folder / "words").iterdir() if path.is_dir()]
    return sorted(found, key=lambda language: (language != "en", language))


def load(folder: Path, language: str) -> Aid:
    """The aid in one language, its placeholders filled. Raises ContentFaults with all that is wrong.

    How the words read (balance, banned words, reading grade) is checked by `python -m decision_aid.content` alone:
    a long sentence must not keep the aid from a patient, but a wrong number must.
    """
    tree = read(folder)
    written = shape(tree, language)
    filled = structure(tree, written, languages(folder)[0]) if written else None
    if tree.faults or filled is None:
        raise ContentFaults(tree.faults)
    return filled


def shape(tree: Tree, language: str) -> Aid | None:
    """The tree as an Aid in one language, as written; what does not fit is added to the tree's faults."""
    if tree.unreadable:
        return None
    words = tree.values.get("words", {}).get(language, {})
    values: dict[str, Any] = {**tree.values, "words": {"language": language, **words}}
    try:
        return Aid.model_validate(values)
    except ValidationError as error:
        for complaint in complaints.without_echoes(error.errors()):
            complaints.note(tree, language, complaint)
        return None


def structure(tree: Tree, written: Aid, first_language: str) -> Aid:
    """The aid with its placeholders filled; broken rules are added to the tree's faults."""
    language = written.words.language
    if language == first_language:
        apply(tree, written, STRUCTURE)
    else:
        # In a translation, "the same keys as the first language" stands for "words for every id".
        apply(tree, written, TRANSLATION)
        for where, message in same_keys(tree.values["words"], first_language, language):
            tree.fault(where, message)
    filled, findings = fill(written)
    for where, message in findings:
        tree.fault(where, message)
    return filled


def apply(tree: Tree, aid: Aid, rules: tuple[Rule, ...]) -> None:
    """Add what the rules find to the tree's faults."""
    for rule in rules:
        for where, message in rule(aid):
            tree.fault(where, message)
