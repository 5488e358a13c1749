"""Pydantic's validation errors in words for someone who edits content."""

import re
from typing import Any

from pydantic_core import ErrorDetails

from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Tree

_DECIMAL_COMMA = re.compile(r"\s*([-+]?\d+),(\d+)\s*")

_MUST_BE = {
    "string_type": "must be text: put it in quotes",
    "int_type": "must be a whole number, without quotes",
    "int_from_float": "must be a whole number, without quotes",
    "int_parsing": "must be a whole number, without quotes",
    "float_type": "must be a number, without quotes",
    "float_parsing": "must be a number, without quotes",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "date_type": "must be a day of the calendar: write it as 2026-11-22",
    "date_parsing": "must be a day of the calendar: write it as 2026-11-22",
    "date_from_datetime_parsing": "must be a day of the calendar: write it as 2026-11-22",
    "dict_type": "must hold 'key: value' lines: write them below it, indented",
    "model_type": "must hold 'key: value' lines: write them below it, indented",
    "model_attributes_type": "must hold 'key: value' lines: write them below it, indented",
    "tuple_type": "must be a list: write [one, two], or lines that start with '- '",
    "literal_error": "must be {expected}: check its spelling",
    "union_tag_invalid": "has the unknown {discriminator} '{tag}': write one of {expected_tags}",
    "union_tag_not_found": "does not say its {discriminator}: add the key {discriminator}",
    "too_short": "must not be empty: give at least {min_length}",
    "string_too_long": "is too long: use at most {max_length} letters",
    "string_pattern_mismatch": "must be a color: write '#' and six digits in quotes, such as \"#0b4f8a\"",
    "string_too_short": "is too short: give at least {min_length} letters",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
}


def without_echoes(complaints: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without "too short" for a list whose entries exist but are invalid."""
    paths = [complaint["loc"] for complaint in complaints]

    def is_echo(complaint: ErrorDetails) -> bool:
        where = complaint["loc"]
        return complaint["type"] == "too_short" and any(where == path[: len(where)] != path for path in paths)

    return [complaint for complaint in complaints if not is_echo(complaint)]


def explain(tree: Tree, language: str, complaint: ErrorDetails) -> Finding:
    """A pydantic error about the aid in one language as a finding: its path and a plain message."""
    where = complaint["loc"]
    if where[:1] == ("words",):
        where = ("words", language, *where[1:])
    kind, context = complaint["type"], complaint.get("ctx", {})
    if kind == "missing" and where[:-1] in tree.folders:
        return where, "this file is missing: add it"
    if kind == "missing":
        return where[:-1], f"'{where[-1]}' is missing: add it"
    if kind == "extra_forbidden" and str(where[-1]).isdecimal() and complaint["input"] is None:
        return where, f"a comma parts the number before '{where[-1]}': write a decimal point in its place"
    if kind == "extra_forbidden" and tree.position(where)[0].endswith(f"/{where[-1]}.yaml"):
        return where, "no file of this name belongs here: check its name, or delete it where it is a copy"
    if kind == "extra_forbidden":
        return where, f"'{where[-1]}' is not a key that belongs here: check its spelling, or remove it"
    if kind == "value_error":
        return where, str(context["error"])
    return where, f"'{_name(tree, where)}' {_must_be(complaint, context)}"


def _name(tree: Tree, where: tuple[int | str, ...]) -> str:
    """The key to name in a message: the last step of the path that is a key in a file ("arms", not "arms 0")."""
    return str(next((step for step in reversed(tree.known_path(where)) if isinstance(step, str)), "content"))


def _must_be(complaint: ErrorDetails, context: dict[str, Any]) -> str:
    if complaint["input"] is None:
        return "is empty: fill it in, or remove the line"
    # A number may be whole or not, and pydantic complains about both.
    kind = "float_type" if complaint["loc"][-1] in ("int", "float") else complaint["type"]
    if kind.startswith(("int_", "float_")) and (comma := _DECIMAL_COMMA.fullmatch(str(complaint["input"]))):
        return f"must be a number with a decimal point: write {comma[1]}.{comma[2]} without quotes"
    words = _MUST_BE.get(kind)
    return words.format(**context) if words else f"does not fit: {complaint['msg']}"
