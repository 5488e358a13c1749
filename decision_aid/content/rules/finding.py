"""What a rule is: a function of the aid whose docstring is the rule, and that yields each place where it is broken."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid

Finding = tuple[Where, str]
"""Where it is wrong (a path through the content folder), and a message: what is wrong, and how to mend it."""

Rule = Callable[[Aid], Iterator[Finding]]

ESTIMATE_FILES = "evidence/estimates/ as a file of this name"
"""Where a message says that an estimate is added."""


def known(where: Where, name: str, among: Collection[str], noun: str, listed_in: str) -> Iterator[Finding]:
    """A finding when `name` is not among the ids that exist, with the nearest id as a hint."""
    if name not in among:
        near = get_close_matches(name, among, n=1)
        hint = f" (did you mean '{near[0]}'?)" if near else ""
        yield where, f"no {noun} is called '{name}'{hint}: check its spelling, or add it to {listed_in}"


def keys(where: Where, mapping: Mapping[str, object]) -> dict[str, Where]:
    """Where each id of a mapping stands."""
    return {key: (*where, key) for key in mapping}


def items(where: Where, ids: Sequence[str]) -> dict[str, Where]:
    """Where each id of a list stands."""
    return {name: (*where, index) for index, name in enumerate(ids)}
