"""A folder of YAML files read as one tree, remembering the file and line of every value.

A folder becomes a mapping of its files and folders; `words/en/options/brace.yaml` is found at
("words", "en", "options", "brace"). Repeated keys are faults: plain YAML would keep the last in silence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Where = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: the file (relative to the content folder), the line, and how to mend it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass
class Tree:
    """The values of a content folder, where each stands, and what could not be read."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Where, tuple[str, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place(self, where: Where) -> tuple[str, int]:
        """The file and line of a value, or of the nearest thing around it that exists."""
        for end in range(len(where), -1, -1):
            if where[:end] in self.places:
                return self.places[where[:end]]
        return ("content", 1)

    def fault(self, where: Where, message: str) -> Fault:
        """A fault at the place of a value."""
        return Fault(*self.place(where), message)


def read(folder: Path) -> Tree:
    """Read every `.yaml` file below `folder`; faults of reading are kept in the tree, not raised."""
    tree = Tree()
    for path in sorted(folder.rglob("*.yaml")):
        where: Where = tuple(path.relative_to(folder).with_suffix("").parts)
        name = path.relative_to(folder).as_posix()
        tree.places[where] = (name, 1)
        try:
            node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        except UnicodeDecodeError:
            tree.faults.append(Fault(name, 1, "this file is not saved as UTF-8 text: save it again with the encoding UTF-8"))
            continue
        except yaml.YAMLError as error:
            tree.faults.append(_unreadable(name, error))
            continue
        _put(tree, where, _plain(tree, name, where, node) if node else {})
    return tree


def _put(tree: Tree, where: Where, value: Any) -> None:
    folder = tree.values
    for step in where[:-1]:
        folder = folder.setdefault(str(step), {})
    folder[str(where[-1])] = value


def _plain(tree: Tree, name: str, where: Where, node: yaml.Node) -> Any:
    """The node as plain Python, noting each place and each repeated key on the way."""
    tree.places.setdefault(where, (name, node.start_mark.line + 1))
    if isinstance(node, yaml.MappingNode):
        return dict(_entries(tree, name, where, node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(tree, name, (*where, index), child) for index, child in enumerate(node.value)]
    return yaml.SafeLoader("").construct_object(node)


def _entries(tree: Tree, name: str, where: Where, node: yaml.MappingNode) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in seen:
            message = f"'{key}' stands here and on line {seen[key]}: keep one of the two"
            tree.faults.append(Fault(name, line, message))
            continue
        seen[key] = line
        tree.places[(*where, key)] = (name, line)
        yield key, _plain(tree, name, (*where, key), value_node)


def _unreadable(name: str, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "not valid YAML"
    hint = "look at the indent, the colons and the quotes on this line and the one above"
    return Fault(name, mark.line + 1 if mark else 1, f"this line cannot be read ({problem}): {hint}")
