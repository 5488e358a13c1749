"""Worked cases in YAML: each reads name, given, expect; the name may be left out where what is given says it all."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from decision_aid.model.answers import FROM_OUTSIDE, Answers


def raw(file: str) -> Any:
    """A file of this folder as YAML reads it."""
    return yaml.safe_load(Path(__file__).with_name(f"{file}.yaml").read_text("utf-8"))


def made_up(person: str) -> Answers:
    """The answers of someone in people.yaml, as a file would bring them."""
    return Answers.model_validate(raw("people")[person], context=FROM_OUTSIDE)


def table(file: str, name: str) -> list[dict[str, Any]]:
    """The cases of a table."""
    listed: list[dict[str, Any]] = raw(file)[name]
    return listed


def cases(file: str, name: str) -> pytest.MarkDecorator:
    """Run a test once for each case of a table: it takes what is given by name, and `expected`."""
    listed = table(file, name)
    given = list(listed[0]["given"])
    rows = [(*(case["given"][each] for each in given), case["expect"]) for case in listed]
    ids = [case.get("name") or ", ".join(map(str, case["given"].values())) for case in listed]
    return pytest.mark.parametrize((*given, "expected"), rows, ids=ids)
