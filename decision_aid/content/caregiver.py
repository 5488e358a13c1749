"""Caregiver wording: texts that replace the patient's when someone fills the aid in on their behalf.

`content/caregiver/<language>/` has the same file names and keys as `content/words/<language>/`, but holds only the
texts that differ.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from decision_aid.content.rules.finding import Finding
from decision_aid.content.rules.languages import same_placeholders
from decision_aid.content.tree import Tree, Where

FOLDER = "caregiver"


def worded_for_caregivers(tree: Tree) -> Tree:
    """The tree with the caregiver texts in place of the usual ones, each with its own file and line."""
    replacements = tree.values.get(FOLDER, {})
    usual = tree.values.get("words", {})
    words = {
        language: _merge(replacements.get(language, {}), language_words) for language, language_words in usual.items()
    }
    positions = {("words", *where[1:]): tree.positions[where] for where in _texts(replacements, (FOLDER,))}
    return replace(tree, values={**tree.values, "words": words}, positions={**tree.positions, **positions})


def texts_have_a_usual_form(values: Mapping[str, Any], language: str) -> Iterator[Finding]:
    """Every caregiver text replaces a usual text that exists, and uses the same placeholders."""
    replacements, usual = values.get(FOLDER, {}).get(language, {}), values["words"].get(language, {})
    yield from _strays(replacements, usual, (FOLDER, language), f"words/{language}")
    yield from same_placeholders(usual, replacements, (FOLDER, language), f"words/{language}")


def _merge(replacements: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    """The words, with the replacements merged in."""
    return {
        key: _merge(replacements[key], value)
        if isinstance(value, dict) and isinstance(replacements.get(key), dict)
        else replacements.get(key, value)
        for key, value in words.items()
    }


def _texts(value: Any, where: Where) -> Iterator[Where]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))
    else:
        yield where


def _strays(replacements: Any, usual: Any, where: Where, listed_in: str) -> Iterator[Finding]:
    if isinstance(replacements, dict) and isinstance(usual, dict):
        for key, value in replacements.items():
            if key in usual:
                yield from _strays(value, usual[key], (*where, key), listed_in)
            else:
                yield (*where, key), f"'{key}' stands here but not in {listed_in}: write it as it is there"
    elif isinstance(replacements, dict) or isinstance(usual, dict):
        yield where, f"this is not of the same shape as in {listed_in}: make it so"
