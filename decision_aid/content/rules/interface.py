"""The words of the interface: every language has in app.yaml what the program asks for, and nothing else.

The program asks for a word by its name (`app["back"]`), which is read from its text, or picks one of the variants
that are declared. tests/unit/test_interface_words.py shows that there is no third way.
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

DECLARED: tuple[Variants[str], ...] = tuple(
    found for module in (interface_words, reading) for found in vars(module).values() if isinstance(found, Variants)
)

# What is read before there is an aid to ask, and what to add where it is missing.
_BEFOREHAND = {
    "language": "what this language calls itself, such as 'Español'",
    "locale": "its language and country, such as 'es_US'",
}

# People, days and steps are counted up to here.
_COUNTED = range(201)

_BY_NAME = re.compile(r"""\bapp(?:\[|\.get\()\s*(['"])([\w.-]+)\1""")


def interface_words_are_there(aid: Aid) -> Iterator[Finding]:
    """Every word of the interface that the program asks for is in app.yaml."""
    for name in sorted(_asked_for() | {f"{word}.other" for word in _said_of_numbers()}):
        if not aid.words.app.get(name):
            yield _app(aid), f"'{name}' is missing, and the aid needs it: add {_BEFOREHAND.get(name, 'it')}"


def every_form_for_a_number(aid: Aid) -> Iterator[Finding]:
    """What is said of a number has each form that the language needs for the numbers that we count with."""
    form_of = aid.words.locale.plural_form
    examples = {form_of(amount): amount for amount in reversed(_COUNTED)}
    for word in _said_of_numbers():
        for form in sorted(examples.keys() - {"other"}):
            if not aid.words.app.get(f"{word}.{form}"):
                where = (*_app(aid), f"{word}.other")
                yield where, f"'{word}.{form}' is missing: add how this is said with {examples[form]}"


def no_interface_words_are_left_over(aid: Aid) -> Iterator[Finding]:
    """The program asks for every word of app.yaml: any other is a misspelling, or is never shown."""
    forms = ("other", *aid.words.locale.plural_form.tags)
    asked_for = _asked_for() | {f"{word}.{form}" for word in _said_of_numbers() for form in forms}
    for name in aid.words.app.keys() - asked_for:
        near = get_close_matches(name, asked_for, n=1)
        hint = f" (did you mean '{near[0]}'?)" if near else ""
        yield (*_app(aid), name), f"the aid never asks for '{name}'{hint}: check its spelling, or remove it"


@cache
def by_name() -> frozenset[str]:
    """The words that the program asks for by their names."""
    return frozenset(match[2] for match in _BY_NAME.finditer(source()))


@cache
def _asked_for() -> frozenset[str]:
    """All words but those that are said of numbers, which differ between languages."""
    picked = {variants.word(each) for variants in DECLARED if not variants.by_number for each in variants.ids}
    return by_name() | picked | _BEFOREHAND.keys()


@cache
def _said_of_numbers() -> tuple[str, ...]:
    return tuple(variants.word(each) for variants in DECLARED if variants.by_number for each in variants.ids)


def _app(aid: Aid) -> Where:
    return ("words", aid.words.language, "app")
