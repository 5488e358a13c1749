"""The real content and the small made-up one can be used; the command that checks content says so.

`make check` looks for faults in the real content.
"""

from pathlib import Path

import pytest

from decision_aid.content.__main__ import main
from decision_aid.content.load import ContentFaults, languages, load

SMALL = Path(__file__).parent / "small"
REAL = Path(__file__).parents[2] / "content"


def test_content_without_faults_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(SMALL)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("folder", [REAL, SMALL], ids=["real", "small"])
def test_no_placeholder_is_left_in_the_words_that_people_read(folder: Path) -> None:
    for language in languages(folder):
        words = load(folder, language).words.model_dump_json(exclude={"app"})
        assert "{" not in words.replace('{"', "").replace("{}", "")


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


def test_content_with_faults_cannot_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "words" / "en").mkdir(parents=True)
    with pytest.raises(ContentFaults, match="decision.yaml:1: this file is missing: add it"):
        load(tmp_path, "en")


def test_pictures_come_with_the_aid() -> None:
    assert load(SMALL, "en").pictures["throat"].startswith("<svg")
