"""The type of a rule: a function of the aid whose docstring states the rule, and that yields a finding per breach."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid

Finding = tuple[Where, str]
"""The path of the fault in the content folder, and a message: what is wrong, and how to fix it."""

Rule = Callable[[Aid], Iterator[Finding]]

ESTIMATE_FILES = "evidence/estimates/ as a file of this name"
"""Where to add an estimate, for messages."""


def check_id(where: Where, name: str, among: Collection[str], noun: str, listed_in: str) -> Iterator[Finding]:
    """A finding if `name` is not among the existing ids, with the nearest id as a hint."""
    if name not in among:
        near = get_close_matches(name, among, n=1)
        hint = f" (did you mean '{near[0]}'?)" if near else ""
        yield where, f"no {noun} is called '{name}'{hint}: check its spelling, or add it to {listed_in}"


def key_paths(where: Where, mapping: Mapping[str, object]) -> dict[str, Where]:
    """The path of each key of a mapping."""
    return {key: (*where, key) for key in mapping}


def item_paths(where: Where, ids: Sequence[str]) -> dict[str, Where]:
    """The path of each id in a list."""
    return {name: (*where, index) for index, name in enumerate(ids)}
