"""Each file in bad/ breaks the small content in one way and says which faults must be found: these and no others."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from decision_aid.content.load import shape
from decision_aid.content.placeholders import fill
from decision_aid.content.report import report
from decision_aid.content.rules import READING, STRUCTURE, WORDING
from decision_aid.content.tree import read

HERE = Path(__file__).parent
CASES = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((HERE / "bad").glob("*.yaml"))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "small", tmp_path / "content"))


def make(case: dict[str, Any], folder: Path) -> None:
    """Apply the change of a case: remove the file, append a text to it, or replace the first place of a text.

    A case may have a second language; its words are the English ones until the change.
    """
    change = case["change"]
    if language := case.get("language"):
        shutil.copytree(folder / "words" / "en", folder / "words" / language)
    path = folder / change["file"]
    if change.get("remove"):
        path.unlink()
        return
    text = path.read_text(encoding="utf-8")
    old, new = change.get("replace", ("", ""))
    assert old in text, f"the case is out of date: '{old}' is not in {change['file']}"
    path.write_text(text.replace(old, new, 1) + change.get("append", ""), encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_slip_is_found_where_it_stands_and_says_how_to_mend_it(case: dict[str, Any], folder: Path) -> None:
    make(case, folder)
    assert [str(fault) for fault in report(folder).faults] == case["expect"]


def test_every_rule_is_broken_by_some_case(tmp_path: Path) -> None:
    broken = set()
    for number, case in enumerate(CASES):
        folder = Path(shutil.copytree(HERE / "small", tmp_path / str(number)))
        make(case, folder)
        written, _ = shape(read(folder), case.get("language", "en"))
        if written:
            filled, _ = fill(written)
            broken |= {rule for rule in (*STRUCTURE, *WORDING) if any(rule(written))}
            broken |= {rule for rule in READING if any(rule(filled))}
    assert {rule.__name__ for rule in (*STRUCTURE, *WORDING, *READING) if rule not in broken} == set()


def test_all_slips_are_told_at_once(folder: Path) -> None:
    make({"change": {"file": "evidence/sources.yaml", "replace": ["  year: 2020", "  yaer: 2020"]}}, folder)
    make({"change": {"file": "words/en/unclear.yaml", "remove": True}}, folder)
    assert [fault.file for fault in report(folder).faults] == ["evidence/sources.yaml", "words/en/unclear.yaml"]
