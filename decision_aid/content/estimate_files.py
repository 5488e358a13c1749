"""One estimate per file: faults of files in `evidence/estimates/` that break this."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Tree, Where
from decision_aid.model.evidence import Estimate

_FOLDER: Where = ("evidence", "estimates")
_ID = re.compile(r"[a-z0-9_]+")


def without_misfiled(tree: Tree) -> Tree:
    """The tree with a fault for each file that is misnamed or malformed, and without the values of such files.

    Later faults about the missing estimate would only repeat this one, so they are dropped.
    """
    evidence = tree.values.get("evidence", {})
    files = evidence.get("estimates")
    if _FOLDER not in tree.folders or not isinstance(files, dict):
        return tree
    findings = [*_of_another_form(tree, files), *_under_another_id(tree, files, evidence.get("order"))]
    misfiled = {str(where[2]) for where, _ in findings}
    estimates = {name: value for name, value in files.items() if name not in misfiled}
    faults = [tree.fault(*finding) for finding in findings]
    return replace(
        tree,
        values={**tree.values, "evidence": {**evidence, "estimates": estimates}},
        faults=(*tree.faults, *faults),
        unreadable=tree.unreadable | {fault.file for fault in faults},
    )


def _of_another_form(tree: Tree, files: Mapping[str, Any]) -> Iterator[Finding]:
    """Findings: names that are not ids, subfolders, and files that hold a text, a list, or estimates by id."""
    for name, value in files.items():
        where = (*_FOLDER, name)
        if where in tree.folders:
            yield where, "estimates stand side by side in evidence/estimates: move these files up, delete this folder"
        elif not _ID.fullmatch(name):
            mend = "in small letters, digits and '_': rename it, or delete it where it is a copy"
            yield where, f"the name of this file is to be the id of its estimate, {mend}"
        elif not isinstance(value, dict):
            yield where, "this file must hold 'key: value' lines: write it as the files beside it"
        elif not Estimate.model_fields.keys() & value.keys():
            yield from _by_id(where, value)


def _by_id(where: Where, value: Mapping[str, Any]) -> Iterator[Finding]:
    """A finding for each id inside a file that holds whole estimates: the file name must be the id."""
    for name in value:
        if name == where[-1]:
            mend = "delete this line, and two spaces before each line below it"
            yield (*where, name), f"the name of this file says '{name}' already: {mend}"
        else:
            mend = f"move it to '{name}.yaml', without this line and the two spaces before each line below it"
            yield (*where, name), f"'{name}' needs a file of its own: {mend}"


def _under_another_id(tree: Tree, files: Mapping[str, Any], order: Any) -> Iterator[Finding]:
    """Findings: unlisted files whose name is close to a listed id that has no file."""
    order_ids = [name for name in order if isinstance(name, str)] if isinstance(order, list) else list(files)
    missing_ids = [name for name in order_ids if (*_FOLDER, name) not in tree.positions]
    for name in files:
        for similar_id in (
            get_close_matches(name, missing_ids, n=1) if name not in order_ids and _ID.fullmatch(name) else ()
        ):
            mend = "give the file and the list the same id"
            yield (
                (*_FOLDER, name),
                f"evidence/order.yaml has '{similar_id}', which has no file, and not '{name}': {mend}",
            )
