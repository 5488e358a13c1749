"""Make an Aid from a content folder, or say everything that is wrong with it at once."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from decision_aid.content import site
from decision_aid.content.caregiver import FOLDER, texts_have_a_usual_form, worded_for_caregivers
from decision_aid.content.complaints import explain, without_echoes
from decision_aid.content.estimate_files import without_misfiled
from decision_aid.content.half_done import half_done
from decision_aid.content.placeholders import fill
from decision_aid.content.rules import STRUCTURE, TRANSLATION, Rule
from decision_aid.content.rules.finding import Finding
from decision_aid.content.rules.languages import locale_is_known, same_keys, same_placeholders
from decision_aid.content.tree import Fault, Tree, Where, read
from decision_aid.model.aid import Aid

FIRST = "en"


class ContentFaults(Exception):  # noqa: N818 (it holds all faults, not one error)
    """The content cannot be used. `faults` lists all that is wrong, in order of file and line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


def languages(folder: Path) -> list[str]:
    """The languages that have words, English first, which must be there: the others must say the same."""
    found = {path.name for path in folder.glob("words/*") if path.is_dir()}
    return sorted({FIRST, *found}, key=lambda language: (language != FIRST, language))


def load(folder: Path, language: str, helping: bool = False) -> Aid:
    """The aid in one language from a folder that is read for it alone, see `make`. Raises ContentFaults."""
    return make(read(folder), language, helping)


def make(tree: Tree, language: str, helping: bool = False) -> Aid:
    """The aid in one language, its placeholders filled. Raises ContentFaults with all that is wrong.

    `helping`: worded for someone who fills it in for another person.

    How the words read (balance, banned words, reading grade) is checked by `python -m decision_aid.content` alone:
    a long sentence must not keep the aid from a patient, but a wrong number must.
    """
    first = faults_alone(tree, FIRST) if language != FIRST else []
    worded = worded_for_caregivers(tree) if helping else tree
    written, faults = shape(worded, language)
    if written is None:
        raise ContentFaults(faults)
    filled, findings = structure(written, whole=language == FIRST or bool(first))
    faults += [worded.fault(*finding) for finding in findings]
    faults += compare(tree, language, {fault.file for fault in first})
    if faults:
        raise ContentFaults(faults)
    return filled.model_copy(update={"helping": helping})


def faults_alone(tree: Tree, language: str) -> list[Fault]:
    """What is wrong with the usual words of a language, held against no other language."""
    written, faults = shape(tree, language)
    return faults + [tree.fault(*finding) for finding in structure(written, whole=True)[1]] if written else faults


def shape(tree: Tree, language: str) -> tuple[Aid | None, list[Fault]]:
    """The tree as an Aid in one language, as written, and what could not be read or does not fit.

    There is no Aid where that is too much to go on.
    """
    tree = without_misfiled(tree)
    faults = [fault for fault in tree.faults if _concerns(fault.file, language)]
    if half := list(half_done(tree, language, FIRST)):
        return None, faults + half
    words = tree.values.get("words", {}).get(language, {})
    values: dict[str, Any] = {**tree.values, "words": {"language": language, **words}}
    values |= {"medicines_elsewhere": _medicines_elsewhere(tree), "logo_files": tree.logo_files}
    values["site"] = site.in_language(tree, language)
    values.pop(FOLDER, None)
    try:
        written = Aid.model_validate(values)
    except ValidationError as error:
        complaints = without_echoes(error.errors())
        found = [tree.fault(*explain(tree, language, complaint)) for complaint in complaints]
        known = {(fault.file, fault.line) for fault in faults}  # what else is wrong with such a line is its echo
        echoes = [fault for fault in found if fault.file in tree.unreadable or (fault.file, fault.line) in known]
        return None, faults + [fault for fault in found if fault not in echoes]
    if any(_concerns(file, language) for file in tree.unreadable):
        return None, faults
    # Without a locale no figure can be written, which all that follows does.
    unknown = [tree.fault(*finding) for finding in locale_is_known(written)]
    unsaid = [tree.fault(*finding) for finding in site.slips(tree, language)]
    return None if unknown else written, faults + unknown + unsaid


def _concerns(file: str, language: str) -> bool:
    """Whether a file is of a language, or of all."""
    part, _, inside = file.partition("/")
    return part not in ("words", FOLDER) or inside.partition("/")[0] in (language, f"{language}.yaml")


def _medicines_elsewhere(tree: Tree) -> dict[str, list[str]]:
    """What every language calls each medicine; what is no text is a fault of that language, and left out here."""
    found: dict[str, list[str]] = {}
    for words in tree.values.get("words", {}).values():
        called = words.get("medicines") if isinstance(words, dict) else None
        for medicine, said in called.items() if isinstance(called, dict) else ():
            if isinstance(said, str):
                found.setdefault(medicine, []).append(said)
    return found


def structure(written: Aid, whole: bool) -> tuple[Aid, list[Finding]]:
    """The aid with its placeholders filled, and each rule that it breaks.

    `whole`: by itself. Else "the same keys as the first language" stands for "words for every id".
    """
    broken = apply(written, STRUCTURE if whole else TRANSLATION)
    filled, unfilled = fill(written)
    return filled, [*broken, *unfilled]


def compare(tree: Tree, language: str, broken: Collection[str] = ()) -> list[Fault]:
    """Where one language says something else than the first, or than its own usual words.

    `broken`: the files in which the first language alone has faults. What it lacks, or says there, is then held against
    no translation, as that would close the translation for the fault of another.
    """

    def is_echo(where: Where) -> bool:
        original = (where[0], FIRST, *where[2:])
        return tree.known(original) != original or tree.place(original)[0] in broken

    findings = _differences(tree, language)
    return [tree.fault(where, message) for where, message in findings if not (broken and is_echo(where))]


def _differences(tree: Tree, language: str) -> Iterator[Finding]:
    words, otherwise = tree.values["words"], tree.values.get(FOLDER, {})
    if language != FIRST:
        for part, said in (("words", words), (FOLDER, otherwise)):
            yield from same_keys(said, part, FIRST, language)
        yield from same_placeholders(words.get(FIRST), words.get(language), ("words", language), f"words/{FIRST}")
    yield from texts_have_a_usual_form(tree.values, language)


def apply(aid: Aid, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """What the rules find."""
    for rule in rules:
        yield from rule(aid)
