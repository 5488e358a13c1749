"""Each file in bad/ breaks the small content in one way and lists the exact faults that the check must find.

A fault is named by its line, or by the key on that line in files whose lines often move.
"""

import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

import pytest
import yaml

from decision_aid.content import load
from decision_aid.content import report as checking
from decision_aid.content.rules import READING, STRUCTURE, WORDING, Finding, Rule
from decision_aid.model.aid import Aid
from harness.aids import SMALL

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))
CASES: dict[str, dict[str, Any]] = {
    case["name"]: case for path in BAD if (case := yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader))
}

KEY = re.compile(r"(?<=\.yaml):([a-z][\w.]*)(?=: )")
"""A key in place of its line number, as in `words/en/app.yaml:time.day.other: message`."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


@cache
def check_case(name: str) -> tuple[list[str], list[str], set[Rule]]:
    """The faults found in a case, the expected faults, and the rules found broken."""
    broken = set()

    def apply(aid: Aid, rules: tuple[Rule, ...]) -> Iterator[Finding]:
        for rule in rules:
            for finding in rule(aid):
                broken.add(rule)
                yield finding

    with (
        TemporaryDirectory() as directory,
        mock.patch.object(load, "apply", apply),
        mock.patch.object(checking, "apply", apply),
    ):
        folder = Path(shutil.copytree(SMALL, Path(directory) / "content"))
        make(CASES[name], folder)
        faults = [str(fault) for fault in checking.report(folder).faults]
        return faults, [with_line(fault, folder) for fault in CASES[name]["expect"]], broken


def with_line(fault: str, folder: Path) -> str:
    """A fault with the line number in place of its key."""
    if not (key := KEY.search(fault)):
        return fault
    lines = (folder / fault[: key.start()]).read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, start=1) if line.startswith(f"{key[1]}:"))
    return KEY.sub(f":{number}", fault, count=1)


def make(case: dict[str, Any], folder: Path) -> None:
    """Apply the change of a case: remove or rename the file, rewrite it, append to it, or replace the first match.
    `spaces` makes a rewritten file large.
    A case may have a second language, whose words are the English ones before the change.
    """
    change = case["change"]
    if language := case.get("language"):
        shutil.copytree(folder / "words" / "en", folder / "words" / language)
    path = folder / change["file"]
    if change.get("remove"):
        path.unlink()
        return
    if name := change.get("rename"):
        path.rename(path.with_name(name))
        return
    if "keep" in change:
        for file in path.rglob("*.yaml"):
            if file.name not in change["keep"]:
                file.unlink()
        return
    if "write" in change:
        path.parent.mkdir(exist_ok=True)
        path.write_text(change["write"] + " " * change.get("spaces", 0), encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    old, new = change.get("replace", ("", ""))
    assert old in text, f"the case is out of date: '{old}' is not in {change['file']}"
    path.write_text(text.replace(old, new, 1) + change.get("append", ""), encoding="utf-8")


def test_every_case_has_a_name_of_its_own() -> None:
    assert len(CASES) == len(BAD)


@pytest.mark.parametrize("name", CASES)
def test_a_slip_is_found_where_it_stands_and_says_how_to_mend_it(name: str) -> None:
    faults, expected, _ = check_case(name)
    assert faults == expected


def test_every_rule_is_broken_by_some_case() -> None:
    broken = {rule for name in CASES for rule in check_case(name)[-1]}
    assert {rule.__name__ for rule in (*STRUCTURE, *WORDING, *READING) if rule not in broken} == set()


def test_all_slips_are_told_at_once(folder: Path) -> None:
    make({"change": {"file": "evidence/sources.yaml", "replace": ["  year: 2020", "  yaer: 2020"]}}, folder)
    make({"change": {"file": "words/en/unclear.yaml", "remove": True}}, folder)
    assert [fault.file for fault in checking.report(folder).faults] == [
        "evidence/sources.yaml",
        "words/en/unclear.yaml",
    ]
