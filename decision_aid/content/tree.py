"""A folder of YAML files read as one tree, with the file and line of every value.

A folder becomes a mapping of its files and folders; `words/en/options/waiting.yaml` has the path
("words", "en", "options", "waiting"). Repeated keys are faults: plain YAML would silently keep the last.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import yaml
from yaml.constructor import SafeConstructor

from decision_aid.content import slips

Where = tuple[str | int, ...]
"""The path of a value: keys and list indexes from the top of the content folder."""

_LOGOS = (".svg", ".png")

# The C loader is about ten times faster, which shortens the start of the app.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, order=True)
class Fault:
    """A fault: its file (relative to the content folder), its line, and a message that says how to fix it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Tree:
    """The values of a content folder, the file and line of each, and the faults of reading. Immutable and thread-safe.

    `unreadable` names the files whose values are missing, so that faults which follow from that can be dropped.
    `blemishes` are reported to authors only, and disable nothing.
    """

    values: Mapping[str, Any]
    positions: Mapping[Where, tuple[str, int]]
    folders: frozenset[Where]
    faults: tuple[Fault, ...] = ()
    unreadable: frozenset[str] = frozenset()
    blemishes: tuple[Fault, ...] = ()
    logo_files: Mapping[str, bytes] = field(default_factory=dict)

    def known_path(self, where: Where) -> Where:
        """The path without steps that are not in the tree.

        Pydantic adds the kind of a measure or trigger as a step, which stands in no file.
        """
        path: Where = ()
        for step in where:
            if (*path, step) in self.positions or (*path, step) in self.folders:
                path = (*path, step)
        return path

    def position(self, where: Where) -> tuple[str, int]:
        """The file and line of a value, or of its nearest parent; for a missing file, the name it would have."""
        path = self.known_path(where)
        if path in self.positions:
            return self.positions[path]
        missing = where[: len(path) + 1]
        return ("/".join(map(str, missing)) + (".yaml" if len(missing) > len(path) else ""), 1)

    def fault(self, where: Where, message: str) -> Fault:
        """A fault at the position of a value."""
        return Fault(*self.position(where), message)


@dataclass
class _Reading:
    """A tree under construction, file by file."""

    values: dict[str, Any] = field(default_factory=dict)
    positions: dict[Where, tuple[str, int]] = field(default_factory=dict)
    folders: set[Where] = field(default_factory=lambda: {()})
    faults: list[Fault] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    blemishes: list[Fault] = field(default_factory=list)

    def cannot_read(self, name: str, line: int, message: str) -> None:
        """Record a fault, and mark the file as left out."""
        self.faults.append(Fault(name, line, message))
        self.unreadable.add(name)


def read(folder: Path) -> Tree:
    """Read every `.yaml` file and picture below `folder`; faults are stored in the tree, not raised."""
    tree = _Reading()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and slips.is_content_name(path.name)):
        name = path.relative_to(folder).as_posix()
        stem = slips.ENDING.split(path.name)[0]
        where: Where = (*path.relative_to(folder).parent.parts, stem)
        tree.folders.update(where[:depth] for depth in range(len(where)))
        tree.positions.setdefault(where, (name, 1))
        if path.name == f"{stem}.yaml":
            tree.positions[where] = (name, 1)
            _read_file(tree, path, name, where)
        else:
            message = f"the name of this file must end in '.yaml': rename it to '{stem}.yaml', or delete it"
            tree.cannot_read(name, 1, message)
    tree.values["pictures"] = {}
    for path in sorted(folder.glob("pictures/*.svg")):
        name = path.relative_to(folder).as_posix()
        tree.positions[("pictures", path.stem)] = (name, 1)
        _read_picture(tree, path, name)
    logos = {path.name: path.read_bytes() for path in sorted(folder.glob("logo.*")) if path.suffix in _LOGOS}
    tree.folders.add(("logo_files",))
    tree.positions.update({("logo_files", name): (name, 1) for name in logos})
    faults, blemishes = tuple(tree.faults), tuple(tree.blemishes)
    folders, unreadable = frozenset(tree.folders), frozenset(tree.unreadable)
    return Tree(tree.values, tree.positions, folders, faults, unreadable, blemishes, logos)


def _read_picture(tree: _Reading, path: Path, name: str) -> None:
    try:
        svg = path.read_text(encoding="utf-8")
        root = ElementTree.fromstring(svg)
    except UnicodeDecodeError:
        tree.cannot_read(name, 1, "this picture is not UTF-8 text: save it again as SVG with the encoding UTF-8")
    except ElementTree.ParseError as error:
        tree.cannot_read(name, error.position[0], "this picture breaks off or is no SVG: save it again as plain SVG")
    else:
        if root.tag.rpartition("}")[2] != "svg":
            tree.cannot_read(name, 1, f"this picture is no SVG but <{root.tag}>: save it again as plain SVG")
        tree.values["pictures"][path.stem] = svg


def _read_file(tree: _Reading, path: Path, name: str, where: Where) -> None:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        tree.cannot_read(name, 1, "this file is not saved as UTF-8 text: save it again with the encoding UTF-8")
        return
    lines = text.split("\n")
    problems = [*slips.unreadable_slips(lines), *slips.placeholder_slips(lines)]
    try:
        node = None if problems else yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        problems = list(slips.curly_quote_slips(lines)) or [_unreadable(error)]
    if not (problems or node):
        problems = [(1, "this file is empty: fill it in, or bring back its last version")]
    if problems or not node:
        for slip in problems:
            tree.cannot_read(name, *slip)
        return
    _put(tree, name, where, _plain(tree, name, where, node))


def _put(tree: _Reading, name: str, where: Where, value: Any) -> None:
    folder = tree.values
    for step in where[:-1]:
        folder = folder.setdefault(str(step), {})
    if where[-1] in folder:
        message = f"there is also a folder named '{where[-1]}': keep the folder or the file"
        tree.cannot_read(name, 1, message)
        return
    folder[str(where[-1])] = value


def _plain(tree: _Reading, name: str, where: Where, node: yaml.Node) -> Any:
    """The node as plain Python values. Records each position and repeated key in `tree`."""
    line = node.start_mark.line + 1
    tree.positions.setdefault(where, (name, line))
    if isinstance(node, yaml.MappingNode):
        return dict(_entries(tree, name, where, node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(tree, name, (*where, index), child) for index, child in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode) and not node.style and slips.has_curly_quotes(node.value):
        tree.blemishes.append(Fault(name, line, slips.QUOTES))
    try:
        return SafeConstructor().construct_object(node)
    except ValueError:
        return node.value  # looks like a date but is none: kept as text, for the model to accept or refuse
    except yaml.YAMLError:
        tree.faults.append(Fault(name, line, f"'{node.tag}' cannot be read: put this text in quotes"))
        return node.value


def _entries(tree: _Reading, name: str, where: Where, node: yaml.MappingNode) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if slips.has_curly_quotes(key):
            tree.cannot_read(name, line, slips.QUOTES)
        if key in seen:
            message = f"'{key}' stands here and on line {seen[key]}: keep one of the two"
            tree.faults.append(Fault(name, line, message))
            continue
        seen[key] = line
        tree.positions[(*where, key)] = (name, line)
        yield key, _plain(tree, name, (*where, key), value_node)


def _unreadable(error: yaml.YAMLError) -> tuple[int, str]:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "not valid YAML"
    hint = "look at the indent, the colons and the quotes on this line and the one above"
    return mark.line + 1 if mark else 1, f"this line cannot be read ({problem}): {hint}"
