"""A translation says the same as the first language: the same keys, whatever they hold."""

from collections.abc import Iterator, Mapping
from typing import Any

from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Where

# Which words need explaining differs between languages.
_FREE = ("glossary",)


def same_keys(words: Mapping[str, Any], first: str, language: str) -> Iterator[Finding]:
    """In every language the same keys stand in the same places."""
    for section in sorted(words[first].keys() & words[language].keys() - set(_FREE)):
        yield from _compare(words[first][section], words[language][section], ("words", language, section), first)


def _compare(original: Any, translation: Any, where: Where, first: str) -> Iterator[Finding]:
    if isinstance(original, list) and isinstance(translation, list) and len(original) != len(translation):
        yield where, f"{len(translation)} entries here but {len(original)} in words/{first}: make them the same"
    if not (isinstance(original, dict) and isinstance(translation, dict)):
        return
    for key in original:
        if key in translation:
            yield from _compare(original[key], translation[key], (*where, key), first)
        else:
            yield where, f"'{key}' is missing here: translate it from words/{first}"
    for key in translation:
        if key not in original:
            yield (*where, key), f"'{key}' stands here but not in words/{first}: add it there, or remove it here"
