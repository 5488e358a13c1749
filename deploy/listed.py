"""The pages that `app.py` lists, read from its text, so that there is no second list to keep."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
APP = ROOT / "app.py"


def pages() -> tuple[str, ...]:
    """The address names of all pages; the first is the one that opens when no other is asked for."""
    return (*steps(), *_names("VISIT"), *_names("ABOUT"))


def steps() -> tuple[str, ...]:
    """The pages that are steps of the way through, in their order."""
    return _names("STEPS")


def _names(constant: str) -> tuple[str, ...]:
    """The names that a constant of `app.py` lists. Raises LookupError where it has no such constant."""
    for statement in ast.parse(APP.read_text(encoding="utf-8")).body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name == constant:
                return tuple(ast.literal_eval(value))
    raise LookupError(f"{APP.name} has no {constant}")
