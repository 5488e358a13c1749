"""A folder of YAML files read as one tree, remembering the file and line of every value.

A folder becomes a mapping of its files and folders; `words/en/options/waiting.yaml` is found at
("words", "en", "options", "waiting"). Repeated keys are faults: plain YAML would keep the last in silence.
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

# The same reader in C reads a folder about ten times faster, which is felt when the app wakes up.
_LOGOS = (".svg", ".png")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: the file (relative to the content folder), the line, and how to mend it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Tree:
    """The values of a content folder, where each stands, and what could not be read. Nothing changes after reading.

    So one reading serves all languages, in every thread. `unreadable` names the files that are missing from the values,
    so that what is missed there is their echo. `blemishes` are told to those who write, and close nothing.
    """

    values: Mapping[str, Any]
    places: Mapping[Where, tuple[str, int]]
    folders: frozenset[Where]
    faults: tuple[Fault, ...] = ()
    unreadable: frozenset[str] = frozenset()
    blemishes: tuple[Fault, ...] = ()
    logo_files: Mapping[str, bytes] = field(default_factory=dict)

    def known(self, where: Where) -> Where:
        """The steps of `where` that lead through the tree; steps it does not know are left out.

        Pydantic names the kind of a measure or trigger as a step of its own, which stands in no file.
        """
        found: Where = ()
        for step in where:
            if (*found, step) in self.places or (*found, step) in self.folders:
                found = (*found, step)
        return found

    def place(self, where: Where) -> tuple[str, int]:
        """The file and line of a value, or of the nearest thing around it; a missing file's name, too."""
        found = self.known(where)
        if found in self.places:
            return self.places[found]
        missing = where[: len(found) + 1]
        return ("/".join(map(str, missing)) + (".yaml" if len(missing) > len(found) else ""), 1)

    def fault(self, where: Where, message: str) -> Fault:
        """A fault at the place of a value."""
        return Fault(*self.place(where), message)


@dataclass
class _Reading:
    """A tree that is being read, file by file."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Where, tuple[str, int]] = field(default_factory=dict)
    folders: set[Where] = field(default_factory=lambda: {()})
    faults: list[Fault] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    blemishes: list[Fault] = field(default_factory=list)

    def cannot_read(self, name: str, line: int, message: str) -> None:
        """Leave a file out, and say why."""
        self.faults.append(Fault(name, line, message))
        self.unreadable.add(name)


def read(folder: Path) -> Tree:
    """Read every `.yaml` file and picture below `folder`; faults of reading are kept in the tree, not raised."""
    tree = _Reading()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and slips.named_as_content(path.name)):
        name = path.relative_to(folder).as_posix()
        stem = slips.ENDING.split(path.name)[0]
        where: Where = (*path.relative_to(folder).parent.parts, stem)
        tree.folders.update(where[:depth] for depth in range(len(where)))
        tree.places.setdefault(where, (name, 1))
        if path.name == f"{stem}.yaml":
            tree.places[where] = (name, 1)
            _read_file(tree, path, name, where)
        else:
            message = f"the name of this file must end in '.yaml': rename it to '{stem}.yaml', or delete it"
            tree.cannot_read(name, 1, message)
    tree.values["pictures"] = {}
    for path in sorted(folder.glob("pictures/*.svg")):
        name = path.relative_to(folder).as_posix()
        tree.places[("pictures", path.stem)] = (name, 1)
        _read_picture(tree, path, name)
    logos = {path.name: path.read_bytes() for path in sorted(folder.glob("logo.*")) if path.suffix in _LOGOS}
    tree.folders.add(("logo_files",))
    tree.places.update({("logo_files", name): (name, 1) for name in logos})
    faults, blemishes = tuple(tree.faults), tuple(tree.blemishes)
    folders, unreadable = frozenset(tree.folders), frozenset(tree.unreadable)
    return Tree(tree.values, tree.places, folders, faults, unreadable, blemishes, logos)


def _read_picture(tree: _Reading, path: Path, name: str) -> None:
    try:
        drawn = path.read_text(encoding="utf-8")
        root = ElementTree.fromstring(drawn)
    except UnicodeDecodeError:
        tree.cannot_read(name, 1, "this picture is not UTF-8 text: save it again as SVG with the encoding UTF-8")
    except ElementTree.ParseError as error:
        tree.cannot_read(name, error.position[0], "this picture breaks off or is no SVG: save it again as plain SVG")
    else:
        if root.tag.rpartition("}")[2] != "svg":
            tree.cannot_read(name, 1, f"this picture is no SVG but <{root.tag}>: save it again as plain SVG")
        tree.values["pictures"][path.stem] = drawn


def _read_file(tree: _Reading, path: Path, name: str, where: Where) -> None:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        tree.cannot_read(name, 1, "this file is not saved as UTF-8 text: save it again with the encoding UTF-8")
        return
    lines = text.split("\n")
    found = [*slips.unreadable(lines), *slips.in_placeholders(lines)]
    try:
        node = None if found else yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        found = list(slips.curly_lines(lines)) or [_unreadable(error)]
    if not (found or node):
        found = [(1, "this file is empty: fill it in, or bring back its last version")]
    if found or not node:
        for slip in found:
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
    """The node as plain Python, noting each place and each repeated key on the way."""
    line = node.start_mark.line + 1
    tree.places.setdefault(where, (name, line))
    if isinstance(node, yaml.MappingNode):
        return dict(_entries(tree, name, where, node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(tree, name, (*where, index), child) for index, child in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode) and not node.style and slips.quoted_curly(node.value):
        tree.blemishes.append(Fault(name, line, slips.QUOTES))
    try:
        return SafeConstructor().construct_object(node)
    except ValueError:
        return node.value  # It looks like a date and is none: text, which its place may or may not take.
    except yaml.YAMLError:
        tree.faults.append(Fault(name, line, f"'{node.tag}' cannot be read: put this text in quotes"))
        return node.value


def _entries(tree: _Reading, name: str, where: Where, node: yaml.MappingNode) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if slips.quoted_curly(key):
            tree.cannot_read(name, line, slips.QUOTES)
        if key in seen:
            message = f"'{key}' stands here and on line {seen[key]}: keep one of the two"
            tree.faults.append(Fault(name, line, message))
            continue
        seen[key] = line
        tree.places[(*where, key)] = (name, line)
        yield key, _plain(tree, name, (*where, key), value_node)


def _unreadable(error: yaml.YAMLError) -> tuple[int, str]:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "not valid YAML"
    hint = "look at the indent, the colons and the quotes on this line and the one above"
    return mark.line + 1 if mark else 1, f"this line cannot be read ({problem}): {hint}"
