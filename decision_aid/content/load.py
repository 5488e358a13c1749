"""Make an Aid from a content folder, or say everything that is wrong with it at once."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from decision_aid.content.tree import Fault, Tree, Where, read
from decision_aid.model.aid import Aid


class ContentFaults(Exception):
    """The content cannot be used. `faults` lists all that is wrong, in order of file and line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


def shape(tree: Tree, language: str) -> Aid | None:
    """The tree as an Aid in one language; what does not fit is added to the tree's faults."""
    words = dict(tree.values.get("words", {}).get(language, {}))
    values: dict[str, Any] = {**tree.values, "words": {"language": language, **words}}
    values.pop("pictures", None)
    try:
        return Aid.model_validate(values)
    except ValidationError as error:
        for fault in error.errors():
            tree.faults.append(_fault(tree, language, fault["loc"], fault["type"], fault["msg"]))
        return None


def _fault(tree: Tree, language: str, loc: Where, kind: str, message: str) -> Fault:
    """A pydantic complaint in the words of someone who edits content."""
    where: Where = (*loc[:1], language, *loc[1:]) if loc[:1] == ("words",) else loc
    key = loc[-1] if loc else "content"
    if kind == "missing":
        return tree.fault(where[:-1], f"'{key}' is missing: add it")
    if kind == "extra_forbidden":
        return tree.fault(where, f"'{key}' is not a key that belongs here: check its spelling, or remove it")
    return tree.fault(where, f"'{key}': {message.removeprefix('Value error, ')}")
