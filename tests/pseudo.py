"""Pseudo languages, made from the English words when a test runs, to find what a translation would break.

`longer`: every word has accents and is half as long again. A word without an accent does not come from the content.
`leftward`: every letter is a Hebrew one, so that the page runs from right to left.
Unchanged stay {placeholders}, links, HTML and Markdown.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import count, cycle
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

from decision_aid.content.tree import read

LONGER, LEFTWARD = "de", "he"
"""The languages whose format of dates, numbers and plurals they use."""

_UNTRANSLATED = re.compile(r"\{[^{}]*\}|\]\([^)]*\)|https?://\S+|\S+@\S+|<[^>]*>|&\w+;")
_KEYS_WITHOUT_TEXT = {"picture", "locale", "service", "url"}
_VOWELS = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
_CONSONANTS = {
    **str.maketrans("bcdfghjklmnpqrstvwxz", "ḃċđƒġħĵķľɱñṗƣřšťṽŵẋž"),
    **str.maketrans("BCDFGHJKLMNPQRSTVWXZ", "ḂĊĐƑĠĦĴĶĽṀÑṖƢŘŠŤṼŴẊŽ"),
}
_NAMES = {"PubMed", "DOI"}
_HEBREW = dict(zip("abcdefghijklmnopqrstuvwxyz", cycle("אבגדהוזחטיכלמנסעפצקרשת"), strict=False))
_WORD = re.compile(r"[^\W\d_]+")


def longer(text: str) -> str:
    """A text half as long again: "Back" is "Báááck"; a word without a vowel gets an accent on what it has."""
    return _translate_around(text, lambda plain: _WORD.sub(_stretch, plain))


def leftward(text: str) -> str:
    """A text in Hebrew letters."""
    letters = str.maketrans({**_HEBREW, **{latin.upper(): hebrew for latin, hebrew in _HEBREW.items()}})
    return _translate_around(text, lambda plain: plain.translate(letters))


def with_pseudo_languages(content: Path, folder: Path) -> Path:
    """Copy a content folder into `folder`, with English and both pseudo languages; returns the copy's path."""
    copy = Path(shutil.copytree(content, folder / "content"))
    for part, name in (("words", "es"), ("caregiver", "es")):
        shutil.rmtree(copy / part / name, ignore_errors=True)
    values = read(content).values
    site = values["site"]
    for language, translate in ((LONGER, longer), (LEFTWARD, leftward)):
        for part in ("words", "caregiver"):
            for name, section in values[part]["en"].items():
                _write(copy / part / language / f"{name}.yaml", _translated(section, translate, name == "glossary"))
        _write(copy / "site.yaml", site := _translated_site(site, language, translate))
        app = copy / "words" / language / "app.yaml"
        words = yaml.load(app.read_text(encoding="utf-8"), yaml.CSafeLoader)
        _write(app, {**_forms_for_numbers(words, Locale(language)), **words, "locale": language})
    return copy


def _translated_site(value: Any, language: str, translate: Callable[[str], str]) -> Any:
    """The values of site.yaml, with a translation added to each English text."""
    if isinstance(value, list):
        return [_translated_site(inner, language, translate) for inner in value]
    if not isinstance(value, dict):
        return value
    if "en" in value:
        return {**value, language: translate(value["en"])}
    return {key: _translated_site(inner, language, translate) for key, inner in value.items()}


def untranslated_words(content: Path, text: str, *typed: str) -> list[str]:
    """The words of a text in the longer language that are not translated, and neither names nor `typed`.

    Texts of the evidence and the decision without a language (names, titles of studies) are the same in all of them.
    """
    plain_words = _language_free_words(content) | {word for entry in typed for word in _WORD.findall(entry)}
    words = _WORD.findall(_UNTRANSLATED.sub(" ", text))
    return [word for word in words if word.isascii() and len(word) > 1 and word not in plain_words]


def _forms_for_numbers(app: dict[str, str], locale: Locale) -> dict[str, str]:
    """Each English word that has a plural, in every plural form of the language."""
    forms = {locale.plural_form(amount) for amount in range(201)}
    names = [key.removesuffix(".one") for key in app if key.endswith(".one")]
    return {f"{name}.{form}": app[f"{name}.other"] for name in names for form in forms}


@lru_cache
def _language_free_words(content: Path) -> frozenset[str]:
    tree = read(content).values
    names = [standard["name"] for standard in tree["standards"].values()]
    words = {word for text in texts_in([tree["evidence"], tree["decision"], names]) for word in _WORD.findall(text)}
    months = {name for width in ("wide", "abbreviated") for name in Locale(LONGER).months["format"][width].values()}
    return frozenset(_NAMES | words | months)


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a tree of values."""
    if isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_in(inner)
    elif isinstance(value, str):
        yield value


def _translated(value: Any, translate: Callable[[str], str], keys_too: bool = False) -> Any:
    """A section of the words, translated; `keys_too` for the glossary, whose keys are terms."""
    if isinstance(value, dict):
        return {
            translate(key) if keys_too else key: inner if key in _KEYS_WITHOUT_TEXT else _translated(inner, translate)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_translated(inner, translate) for inner in value]
    return translate(value) if isinstance(value, str) else value


def _write(file: Path, value: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _translate_around(text: str, translate: Callable[[str], str]) -> str:
    """Translate a text except its placeholders, links and markup."""
    pieces, end = [], 0
    for match in _UNTRANSLATED.finditer(text):
        pieces += [translate(text[end : match.start()]), match.group()]
        end = match.end()
    return "".join([*pieces, translate(text[end:])])


def _stretch(word: re.Match[str]) -> str:
    text = word.group()
    accented = text.translate(_VOWELS)
    if accented == text:
        return text.translate(_CONSONANTS)
    doubled = re.sub("[áéíóúý]", lambda vowel: vowel.group() * 2, accented)
    return re.sub("[áéíóúý]", lambda vowel: vowel.group() * 2, doubled, count=1)


BRACES = "}{"
SIGNS = "'\"<&\\x</style></script>"
"""Characters that could end an attribute, tag, style sheet, script or pattern. Interface words hold no braces."""
_SIGNED = re.compile(rf"@@(\d+)(?:{re.escape(BRACES)})?{re.escape(SIGNS)}@@")


def with_signs(content: Path, folder: Path) -> tuple[Path, int]:
    """Copy a content folder into `folder`, with English alone and a number and these signs at the end of each text.

    Returns the copy's path and the number of texts. The keys of the glossary are unchanged.
    """
    copy, numbers = Path(shutil.copytree(content, folder / "content")), count()
    values = read(content).values
    for part in ("words", "caregiver"):
        shutil.rmtree(copy / part)
        for name, section in values[part]["en"].items():
            signs = SIGNS if name == "app" else BRACES + SIGNS
            marked = _translated(section, lambda text, signs=signs: f"{text.rstrip()} @@{next(numbers)}{signs}@@")
            if name == "glossary":  # texts are searched for the forms of a term
                marked = {term: {**section[term], "means": words["means"]} for term, words in marked.items()}
            _write(copy / part / "en" / f"{name}.yaml", marked)
    return copy, next(numbers)


def signed(text: str) -> tuple[set[int], list[str]]:
    """The numbers of the texts that still have all their signs, and the remains of those that lost some."""
    return {int(number) for number in _SIGNED.findall(text)}, re.findall(r"@@.{0,40}", _SIGNED.sub("", text))
