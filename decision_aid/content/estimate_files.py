"""One estimate, one file: what in `evidence/estimates/` is no estimate under its own id."""

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
    """The tree with a fault for each file that is misnamed or has another form, and without the values of such files.

    What others then miss, since the estimate is not there under its id, is an echo of that fault.
    """
    evidence = tree.values.get("evidence", {})
    files = evidence.get("estimates")
    if _FOLDER not in tree.folders or not isinstance(files, dict):
        return tree
    findings = [*_of_another_form(tree, files), *_under_another_id(tree, files, evidence.get("order"))]
    misfiled = {str(where[2]) for where, _ in findings}
    kept = {name: value for name, value in files.items() if name not in misfiled}
    faults = [tree.fault(*finding) for finding in findings]
    return replace(
        tree,
        values={**tree.values, "evidence": {**evidence, "estimates": kept}},
        faults=(*tree.faults, *faults),
        unreadable=tree.unreadable | {fault.file for fault in faults},
    )


def _of_another_form(tree: Tree, files: Mapping[str, Any]) -> Iterator[Finding]:
    """Names that are no id, folders in the folder, and files that hold a text, a list, or estimates by id."""
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
    """The ids in a file that holds whole estimates, where the name of the file is to be the id."""
    for name in value:
        if name == where[-1]:
            mend = "delete this line, and two spaces before each line below it"
            yield (*where, name), f"the name of this file says '{name}' already: {mend}"
        else:
            mend = f"move it to '{name}.yaml', without this line and the two spaces before each line below it"
            yield (*where, name), f"'{name}' needs a file of its own: {mend}"


def _under_another_id(tree: Tree, files: Mapping[str, Any], order: Any) -> Iterator[Finding]:
    """Files that are not listed, and are called nearly as an id in the list that has no file."""
    listed = [name for name in order if isinstance(name, str)] if isinstance(order, list) else list(files)
    lacking = [name for name in listed if (*_FOLDER, name) not in tree.places]
    for name in files:
        for near in get_close_matches(name, lacking, n=1) if name not in listed and _ID.fullmatch(name) else ():
            mend = "give the file and the list the same id"
            yield (*_FOLDER, name), f"evidence/order.yaml has '{near}', which has no file, and not '{name}': {mend}"
