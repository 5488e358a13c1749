"""Make an Aid from a content folder, or report all of its faults at once."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from decision_aid.content import site
from decision_aid.content.caregiver import FOLDER, texts_have_a_usual_form, worded_for_caregivers
from decision_aid.content.complaints import explain, without_echoes
from decision_aid.content.estimate_files import without_misfiled
from decision_aid.content.incomplete_languages import incomplete_language_faults
from decision_aid.content.placeholders import fill
from decision_aid.content.rules import STRUCTURE, TRANSLATION, Rule
from decision_aid.content.rules.finding import Finding
from decision_aid.content.rules.languages import locale_is_known, same_keys, same_placeholders
from decision_aid.content.tree import Fault, Tree, Where, read
from decision_aid.model.aid import Aid

FIRST_LANGUAGE = "en"


class ContentFaults(Exception):  # noqa: N818 (it holds all faults, not one error)
    """The content cannot be used. `faults` lists all faults, by file and line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


def languages(folder: Path) -> list[str]:
    """The codes of all languages with words. English comes first and must exist: the others are compared with it."""
    translated = {path.name for path in folder.glob("words/*") if path.is_dir()}
    return sorted({FIRST_LANGUAGE, *translated}, key=lambda language: (language != FIRST_LANGUAGE, language))


def load(folder: Path, language: str, helping: bool = False) -> Aid:
    """Read a folder and make the aid in one language, see `make`. Raises ContentFaults."""
    return make(read(folder), language, helping)


def make(tree: Tree, language: str, helping: bool = False) -> Aid:
    """The aid in one language, its placeholders filled; `helping`: in caregiver wording. Raises ContentFaults.

    Style (balance, banned words, reading grade) is checked only by `python -m decision_aid.content`: a long sentence
    must not keep the aid from a patient, but a wrong number must.
    """
    first = own_faults(tree, FIRST_LANGUAGE) if language != FIRST_LANGUAGE else []
    worded = worded_for_caregivers(tree) if helping else tree
    unfilled, faults = shape(worded, language)
    if unfilled is None:
        raise ContentFaults(faults)
    filled, findings = structure(unfilled, whole=language == FIRST_LANGUAGE or bool(first))
    faults += [worded.fault(*finding) for finding in findings]
    faults += compare(tree, language, {fault.file for fault in first})
    if faults:
        raise ContentFaults(faults)
    return filled.model_copy(update={"helping": helping})


def own_faults(tree: Tree, language: str) -> list[Fault]:
    """The faults of a language's usual words, without comparing them with another language."""
    unfilled, faults = shape(tree, language)
    return faults + [tree.fault(*finding) for finding in structure(unfilled, whole=True)[1]] if unfilled else faults


def shape(tree: Tree, language: str) -> tuple[Aid | None, list[Fault]]:
    """The tree as an Aid in one language, placeholders unfilled, and the faults of reading and validation.

    The Aid is None if the faults are too many to go on.
    """
    tree = without_misfiled(tree)
    faults = [fault for fault in tree.faults if _concerns(fault.file, language)]
    if incomplete := list(incomplete_language_faults(tree, language, FIRST_LANGUAGE)):
        return None, faults + incomplete
    words = tree.values.get("words", {}).get(language, {})
    values: dict[str, Any] = {**tree.values, "words": {"language": language, **words}}
    values |= {"medicines_elsewhere": _medicines_elsewhere(tree), "logo_files": tree.logo_files}
    values["site"] = site.site_in_language(tree, language)
    values.pop(FOLDER, None)
    try:
        unfilled = Aid.model_validate(values)
    except ValidationError as error:
        complaints = without_echoes(error.errors())
        mismatches = [tree.fault(*explain(tree, language, complaint)) for complaint in complaints]
        faulty_lines = {(fault.file, fault.line) for fault in faults}  # other faults on these lines follow from these
        echoes = [
            fault for fault in mismatches if fault.file in tree.unreadable or (fault.file, fault.line) in faulty_lines
        ]
        return None, faults + [fault for fault in mismatches if fault not in echoes]
    if any(_concerns(file, language) for file in tree.unreadable):
        return None, faults
    # All later checks format figures, which needs a locale.
    locale_faults = [tree.fault(*finding) for finding in locale_is_known(unfilled)]
    site_faults = [tree.fault(*finding) for finding in site.site_findings(tree, language)]
    return None if locale_faults else unfilled, faults + locale_faults + site_faults


def _concerns(file: str, language: str) -> bool:
    """Whether a file belongs to this language, or to all."""
    part, _, inside = file.partition("/")
    return part not in ("words", FOLDER) or inside.partition("/")[0] in (language, f"{language}.yaml")


def _medicines_elsewhere(tree: Tree) -> dict[str, list[str]]:
    """The names of each medicine in all languages. Values that are not text are skipped: they are faults elsewhere."""
    names: dict[str, list[str]] = {}
    for words in tree.values.get("words", {}).values():
        medicines = words.get("medicines") if isinstance(words, dict) else None
        for medicine, name in medicines.items() if isinstance(medicines, dict) else ():
            if isinstance(name, str):
                names.setdefault(medicine, []).append(name)
    return names


def structure(unfilled: Aid, whole: bool) -> tuple[Aid, list[Finding]]:
    """The aid with its placeholders filled, and the findings of the rules.

    `whole`: check that every id has words. Otherwise `compare` checks for the same keys as the first language.
    """
    broken = apply(unfilled, STRUCTURE if whole else TRANSLATION)
    filled, unfillable = fill(unfilled)
    return filled, [*broken, *unfillable]


def compare(tree: Tree, language: str, broken: Collection[str] = ()) -> list[Fault]:
    """Faults where a language differs from the first, or its caregiver words from its usual ones.

    `broken`: files in which the first language itself has faults. They are not compared, so that a fault of the first
    language does not disable a translation.
    """

    def is_echo(where: Where) -> bool:
        original = (where[0], FIRST_LANGUAGE, *where[2:])
        return tree.known_path(original) != original or tree.position(original)[0] in broken

    findings = _differences(tree, language)
    return [tree.fault(where, message) for where, message in findings if not (broken and is_echo(where))]


def _differences(tree: Tree, language: str) -> Iterator[Finding]:
    words, caregiver_words = tree.values["words"], tree.values.get(FOLDER, {})
    if language != FIRST_LANGUAGE:
        for part, part_words in (("words", words), (FOLDER, caregiver_words)):
            yield from same_keys(part_words, part, FIRST_LANGUAGE, language)
        first, translation = words.get(FIRST_LANGUAGE), words.get(language)
        yield from same_placeholders(first, translation, ("words", language), f"words/{FIRST_LANGUAGE}")
    yield from texts_have_a_usual_form(tree.values, language)


def apply(aid: Aid, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """The findings of these rules."""
    for rule in rules:
        yield from rule(aid)
