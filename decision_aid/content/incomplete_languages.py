"""Faults of a language that lacks most of its files, or of a words folder that is not named by a language."""

import re
from collections.abc import Iterator

from decision_aid.content.caregiver import FOLDER
from decision_aid.content.tree import Fault, Tree, Where

_CODE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_FEW = 3
"""Up to this many missing files are reported one by one."""


def incomplete_language_faults(tree: Tree, language: str, first: str) -> Iterator[Fault]:
    """One fault that stands for all missing files of a language."""
    if not _CODE.fullmatch(language):
        mend = "rename it, or delete it where it is a copy"
        yield Fault(f"words/{language}", 1, f"a folder of words is named by a code of a language, such as 'es': {mend}")
        return
    for part in ("words", FOLDER):
        files = _files(tree, (part, first))
        lacking = [file for file in files if (part, language, *file) not in tree.positions]
        if len(lacking) > _FEW:
            names = ", ".join("/".join(file) + ".yaml" for file in lacking)
            mend = f"copy each from {part}/{first} and translate it; until then nobody is offered this language"
            message = f"this language is half done, {len(lacking)} of {len(files)} files are missing ({names}): {mend}"
            yield Fault(f"{part}/{language}", 1, message)


def _files(tree: Tree, folder: Where) -> list[tuple[str, ...]]:
    depth = len(folder)
    inside = ((where, file) for where, (file, _) in tree.positions.items() if where[:depth] == folder)
    return [tuple(map(str, where[depth:])) for where, file in inside if file == "/".join(map(str, where)) + ".yaml"]
