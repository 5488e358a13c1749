"""Interface words: app.yaml of every language has the words that the program uses, and no others.

The program uses a word by its name (`app["back"]`), which we find in its source text, or picks one of the declared
variants. tests/unit/test_interface_words.py shows that there is no third way.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from decision_aid.content import reading
from decision_aid.content.program import source
from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid
from decision_aid.model.variants import Variants
from decision_aid.wording import interface_words
from decision_aid.wording.interface_words import FILE

DECLARED: tuple[Variants[str], ...] = tuple(
    value for module in (interface_words, reading) for value in vars(module).values() if isinstance(value, Variants)
)

# Words that are read before an aid exists, and what to add if they are missing.
_NEEDED_FIRST = {
    "language": "what this language calls itself, such as 'Español'",
    "locale": "its language and country, such as 'es_US'",
}

# The numbers that occur in counts of people, days and steps.
_COUNTED = range(201)

_FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BY_NAME = re.compile(r"""\bapp(?:\[|\.get\()\s*(['"])([\w.-]+)\1""")


def interface_words_are_there(aid: Aid) -> Iterator[Finding]:
    """Every interface word that the program uses is in app.yaml."""
    for name in sorted(_requested_words() | {f"{word}.other" for word in _plural_words()}):
        if not aid.words.app.get(name):
            yield _app(aid), f"'{name}' is missing, and the aid needs it: add {_NEEDED_FIRST.get(name, 'it')}"


def every_form_for_a_number(aid: Aid) -> Iterator[Finding]:
    """A word with a number has each plural form that the language needs for the numbers that we use."""
    form_of = aid.words.locale.plural_form
    examples = {form_of(amount): amount for amount in reversed(_COUNTED)}
    for word in _plural_words():
        for form in sorted(examples.keys() - {"other"}):
            if not aid.words.app.get(f"{word}.{form}"):
                where = (*_app(aid), f"{word}.other")
                yield where, f"'{word}.{form}' is missing: add how this is said with {examples[form]}"


def no_interface_words_are_left_over(aid: Aid) -> Iterator[Finding]:
    """The program uses every word of app.yaml: others are misspelled, or never shown."""
    forms = ("other", *aid.words.locale.plural_form.tags)
    asked_for = _requested_words() | {f"{word}.{form}" for word in _plural_words() for form in forms}
    for name in aid.words.app.keys() - asked_for:
        near = get_close_matches(name, asked_for, n=1)
        hint = f" (did you mean '{near[0]}'?)" if near else ""
        yield (*_app(aid), name), f"the aid never asks for '{name}'{hint}: check its spelling, or remove it"


@cache
def by_name() -> frozenset[str]:
    """The words that the program uses by name."""
    return frozenset(match[2] for match in _BY_NAME.finditer(source()))


@cache
def _requested_words() -> frozenset[str]:
    """All words that the program uses, except plural words, whose forms differ between languages."""
    variant_words = {
        variants.word(variant) for variants in DECLARED if not variants.by_number for variant in variants.ids
    }
    return by_name() | variant_words | _NEEDED_FIRST.keys()


@cache
def _plural_words() -> tuple[str, ...]:
    return tuple(variants.word(variant) for variants in DECLARED if variants.by_number for variant in variants.ids)


def _app(aid: Aid) -> Where:
    return ("words", aid.words.language, "app")


def names_of_files_are_safe(aid: Aid) -> Iterator[Finding]:
    """The name of a file has small letters without accents, digits and hyphens: other letters break on the way."""
    for chosen in FILE.ids:
        if (name := aid.words.app.get(FILE.word(chosen))) and not _FILE_NAME.fullmatch(name):
            where = (*_app(aid), FILE.word(chosen))
            yield where, f"'{name}' is no name for a file: use small letters without accents, and hyphens"
