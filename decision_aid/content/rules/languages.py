"""A translation says the same as the first language, and numbers and dates can be written in it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from babel import UnknownLocaleError

from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid

# Which words need explaining differs between languages.
_FREE = ("glossary",)

# These are compared with what the program uses (rules/interface.py), not with the first language.
_ASKED_FOR = ("words", "app")

# CLDR plural forms that English does not have.
_MORE_FORMS = (".zero", ".two", ".few", ".many")

# In these forms a language may write the amount in words: "one day", "two days".
_AMOUNT_IN_WORDS = (".zero", ".one", ".two")
_AMOUNT = "{n}"

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def locale_is_known(aid: Aid) -> Iterator[Finding]:
    """The locale for numbers, dates and plurals (`locale` in app.yaml, else the language) is a known one."""
    try:
        _ = aid.words.locale
    except (UnknownLocaleError, ValueError):
        locale_name = aid.words.app.get("locale", aid.words.language)
        where: Where = ("words", aid.words.language, "app", "locale")
        mend = "write a language and a country, such as 'en_US' or 'es_MX'"
        yield where, f"nobody knows how numbers and dates are written in '{locale_name}': {mend}"


def same_keys(words: Mapping[str, Any], part: str, first: str, language: str) -> Iterator[Finding]:
    """Every language has the same keys in a part: in the words, or in the caregiver words."""
    original, translation = (
        {
            name: section
            for name, section in words.get(code, {}).items()
            if name not in _FREE and (part, name) != _ASKED_FOR
        }
        for code in (first, language)
    )
    yield from _same_keys(original, translation, (part, language), f"{part}/{first}")


def same_placeholders(original: Any, other: Any, where: Where, listed_in: str) -> Iterator[Finding]:
    """Every text uses the same placeholders as its original; texts without an original are skipped."""
    if isinstance(original, dict) and isinstance(other, dict):
        for key in (original.keys() & other.keys()).difference(_FREE):
            yield from same_placeholders(original[key], other[key], (*where, key), listed_in)
    elif isinstance(original, list) and isinstance(other, list):
        for index, (text, other_text) in enumerate(zip(original, other, strict=False)):
            yield from same_placeholders(text, other_text, (*where, index), listed_in)
    elif isinstance(original, str) and isinstance(other, str):
        yield from _same_in_text(original, other, where, listed_in)


def _same_in_text(original: str, other: str, where: Where, listed_in: str) -> Iterator[Finding]:
    expected, actual = (set(_PLACEHOLDER.findall(text)) for text in (original, other))
    if str(where[-1]).endswith(_AMOUNT_IN_WORDS):
        expected, actual = expected - {_AMOUNT}, actual - {_AMOUNT}
    for name in sorted(expected - actual):
        yield where, f"{name} is missing, and the text in {listed_in} has it: write it where it reads well"
    for name in sorted(actual - expected):
        yield where, f"{name} is not in the text in {listed_in}: write it as it is there, or remove it"


def _same_keys(original: Any, translation: Any, where: Where, first: str) -> Iterator[Finding]:
    if isinstance(original, list) and isinstance(translation, list) and len(original) != len(translation):
        yield where, f"{len(translation)} entries here but {len(original)} in {first}: make them the same"
    if not (isinstance(original, dict) and isinstance(translation, dict)):
        return
    for key in original:
        if key in translation:
            yield from _same_keys(original[key], translation[key], (*where, key), first)
        else:
            yield where, f"'{key}' is missing here: translate it from {first}"
    for key in translation:
        if key not in original and not key.endswith(_MORE_FORMS):
            yield (*where, key), f"'{key}' stands here but not in {first}: add it there, or remove it here"
