"""The real content and the small made-up one load; the command that checks content reports it.

`make check` looks for faults in the real content.
"""

import re
from pathlib import Path

import pytest

from decision_aid.content.__main__ import main
from harness.aids import SMALL, real_aid, small_aid
from tests.pseudo import texts_in


def test_content_without_faults_passes_and_its_pages_are_graded(capsys: pytest.CaptureFixture[str]) -> None:
    passed, output = main([str(SMALL)]), capsys.readouterr().out
    assert passed == 0, output
    assert set(re.findall(r"^en  (\w+) +Flesch–Kincaid +-?[\d.]+ ", output, re.MULTILINE)) == set(
        small_aid().words.pages
    )


def test_no_placeholder_is_left_in_the_words_that_people_read() -> None:
    for aid in (real_aid("en"), real_aid("es"), small_aid()):
        words = aid.words.model_dump(exclude={"app", "booklet"})
        assert not [text for text in texts_in(words) if re.search(r"[{}]", text)]


def test_the_command_prints_each_fault_with_its_folder_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "words" / "en").mkdir(parents=True)
    assert main([str(tmp_path)]) == 1
    assert f"{tmp_path.as_posix()}/decision.yaml:1: this file is missing: add it" in capsys.readouterr().out


def test_a_folder_without_content_is_told_apart_from_faulty_content(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    assert "there is no content here" in capsys.readouterr().out
