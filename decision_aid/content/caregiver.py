"""Caregiver wording: texts that replace the patient's when someone fills the aid in on their behalf.

`content/caregiver/<language>/` has files of the same names and keys as `content/words/<language>/`, with the texts that
change and no others.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from decision_aid.content.rules.finding import Finding
from decision_aid.content.rules.languages import same_placeholders
from decision_aid.content.tree import Tree, Where

FOLDER = "caregiver"


def worded_for_caregivers(tree: Tree) -> Tree:
    """The tree as someone who helps reads it, each text with its own file and line."""
    otherwise = tree.values.get(FOLDER, {})
    usual = tree.values.get("words", {})
    words = {language: _in_their_place(otherwise.get(language, {}), said) for language, said in usual.items()}
    places = {("words", *where[1:]): tree.places[where] for where in _texts(otherwise, (FOLDER,))}
    return replace(tree, values={**tree.values, "words": words}, places={**tree.places, **places})


def texts_have_a_usual_form(values: Mapping[str, Any], language: str) -> Iterator[Finding]:
    """Every text for someone who helps stands in the place of a usual one, and calls the same placeholders."""
    otherwise, usual = values.get(FOLDER, {}).get(language, {}), values["words"].get(language, {})
    yield from _strays(otherwise, usual, (FOLDER, language), f"words/{language}")
    yield from same_placeholders(usual, otherwise, (FOLDER, language), f"words/{language}")


def _in_their_place(otherwise: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    """The words with those that are said otherwise put in their place."""
    return {
        key: _in_their_place(otherwise[key], value)
        if isinstance(value, dict) and isinstance(otherwise.get(key), dict)
        else otherwise.get(key, value)
        for key, value in words.items()
    }


def _texts(value: Any, where: Where) -> Iterator[Where]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))
    else:
        yield where


def _strays(otherwise: Any, usual: Any, where: Where, listed_in: str) -> Iterator[Finding]:
    if isinstance(otherwise, dict) and isinstance(usual, dict):
        for key, value in otherwise.items():
            if key in usual:
                yield from _strays(value, usual[key], (*where, key), listed_in)
            else:
                yield (*where, key), f"'{key}' stands here but not in {listed_in}: write it as it is there"
    elif isinstance(otherwise, dict) or isinstance(usual, dict):
        yield where, f"this is not of the same shape as in {listed_in}: make it so"
