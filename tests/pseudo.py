"""Languages that nobody speaks, made from the English words when a test runs: they show what a language would break.

`longer`: every word with accents and half as long again. A word without an accent was not said by the content.
`leftward`: every letter a Hebrew one, so that the page really runs from right to left.
What words carry with them stays: {placeholders}, links, HTML, the marks of Markdown.
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
"""The languages whose way of writing dates, numbers and plurals they borrow."""

_KEPT = re.compile(r"\{[^{}]*\}|\]\([^)]*\)|https?://\S+|\S+@\S+|<[^>]*>|&\w+;")
_NO_TEXT = {"picture", "locale", "service", "url"}
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
    return _outside(text, lambda plain: _WORD.sub(_stretched, plain))


def leftward(text: str) -> str:
    """A text in Hebrew letters."""
    letters = str.maketrans({**_HEBREW, **{latin.upper(): hebrew for latin, hebrew in _HEBREW.items()}})
    return _outside(text, lambda plain: plain.translate(letters))


def content_with(content: Path, folder: Path) -> Path:
    """A copy of a content folder that speaks English and both languages; the copy stands in `folder`."""
    copy = Path(shutil.copytree(content, folder / "content"))
    for part, name in (("words", "es"), ("caregiver", "es")):
        shutil.rmtree(copy / part / name, ignore_errors=True)
    values = read(content).values
    site = values["site"]
    for language, says in ((LONGER, longer), (LEFTWARD, leftward)):
        for part in ("words", "caregiver"):
            for name, section in values[part]["en"].items():
                _write(copy / part / language / f"{name}.yaml", _said(section, says, name == "glossary"))
        _write(copy / "site.yaml", site := _spoken(site, language, says))
        app = copy / "words" / language / "app.yaml"
        said = yaml.load(app.read_text(encoding="utf-8"), yaml.CSafeLoader)
        _write(app, {**_forms_for_numbers(said, Locale(language)), **said, "locale": language})
    return copy


def _spoken(value: Any, language: str, says: Callable[[str], str]) -> Any:
    """What the site says, with one form more wherever it has one for English."""
    if isinstance(value, list):
        return [_spoken(inner, language, says) for inner in value]
    if not isinstance(value, dict):
        return value
    if "en" in value:
        return {**value, language: says(value["en"])}
    return {key: _spoken(inner, language, says) for key, inner in value.items()}


def not_longer(content: Path, text: str, *typed: str) -> list[str]:
    """The words of a text in the longer language that have no accent: neither said by the content, nor names or typed.

    What the evidence and the decision hold without a language (names, titles of studies) is the same in all of them.
    """
    known = _without_a_language(content) | {word for one in typed for word in _WORD.findall(one)}
    words = _WORD.findall(_KEPT.sub(" ", text))
    return [word for word in words if word.isascii() and len(word) > 1 and word not in known]


def _forms_for_numbers(app: dict[str, str], locale: Locale) -> dict[str, str]:
    """What English has two forms for, in every form that the language needs."""
    forms = {locale.plural_form(amount) for amount in range(201)}
    names = [key.removesuffix(".one") for key in app if key.endswith(".one")]
    return {f"{name}.{form}": app[f"{name}.other"] for name in names for form in forms}


@lru_cache
def _without_a_language(content: Path) -> frozenset[str]:
    tree = read(content).values
    names = [standard["name"] for standard in tree["standards"].values()]
    words = {word for one in _texts([tree["evidence"], tree["decision"], names]) for word in _WORD.findall(one)}
    months = {name for width in ("wide", "abbreviated") for name in Locale(LONGER).months["format"][width].values()}
    return frozenset(_NAMES | words | months)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


def _said(value: Any, says: Callable[[str], str], keys_too: bool = False) -> Any:
    """A section of the words in another language; the terms of the glossary are its keys."""
    if isinstance(value, dict):
        return {
            says(key) if keys_too else key: inner if key in _NO_TEXT else _said(inner, says)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_said(inner, says) for inner in value]
    return says(value) if isinstance(value, str) else value


def _write(file: Path, value: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _outside(text: str, says: Callable[[str], str]) -> str:
    """The text with what is said changed, and what is kept left as it is."""
    pieces, end = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [says(text[end : kept.start()]), kept.group()]
        end = kept.end()
    return "".join([*pieces, says(text[end:])])


def _stretched(word: re.Match[str]) -> str:
    said = word.group()
    accented = said.translate(_VOWELS)
    if accented == said:
        return said.translate(_CONSONANTS)
    doubled = re.sub("[áéíóúý]", lambda vowel: vowel.group() * 2, accented)
    return re.sub("[áéíóúý]", lambda vowel: vowel.group() * 2, doubled, count=1)


BRACES = "}{"
SIGNS = "'\"<&\\x</style></script>"
"""What would end an attribute, a tag, a style sheet, a program or a pattern. Words of the interface hold no braces."""
_SIGNED = re.compile(rf"@@(\d+)(?:{re.escape(BRACES)})?{re.escape(SIGNS)}@@")


def with_signs(content: Path, folder: Path) -> tuple[Path, int]:
    """A copy of a content folder that speaks English alone, each text with a number and these signs at its end.

    Gives the copy, which stands in `folder`, and how many texts it has. The keys of the glossary stay as they are.
    """
    copy, numbers = Path(shutil.copytree(content, folder / "content")), count()
    values = read(content).values
    for part in ("words", "caregiver"):
        shutil.rmtree(copy / part)
        for name, section in values[part]["en"].items():
            signs = SIGNS if name == "app" else BRACES + SIGNS
            said = _said(section, lambda text, signs=signs: f"{text.rstrip()} @@{next(numbers)}{signs}@@")
            if name == "glossary":  # the forms of a term are looked for in the texts
                said = {term: {**section[term], "means": words["means"]} for term, words in said.items()}
            _write(copy / part / "en" / f"{name}.yaml", said)
    return copy, next(numbers)


def signed(text: str) -> tuple[set[int], list[str]]:
    """The numbers of the texts that a text holds with all their signs, and what is left of those that lost some."""
    return {int(number) for number in _SIGNED.findall(text)}, re.findall(r"@@.{0,40}", _SIGNED.sub("", text))
