"""The tree knows on which line of which file each value stands."""

from pathlib import Path

import pytest

from decision_aid.content.tree import Tree, read

FACTS = """\
# a comment
pain:
  sources: [one,
            two]
  measure:
    arms:
      - {group: a}
      - group: b
        events: 3
"""


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "facts.yaml").write_text(FACTS, encoding="utf-8")
    return read(tmp_path)


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("pain", 2),
        ("pain sources 1", 4),
        ("pain measure arms 1 events", 9),
        ("pain measure arms 1", 8),
        ("pain measure frequency arms 1 events", 9),  # the kind of a measure is not a key in the file
        ("pain certainty", 2),  # a missing value has the line of what should hold it
    ],
)
def test_a_value_is_found_on_its_line(tree: Tree, where: str, line: int) -> None:
    steps = (int(step) if step.isdigit() else step for step in where.split())
    assert tree.position(("evidence", "facts", *steps)) == ("evidence/facts.yaml", line)


def test_a_missing_file_is_called_by_the_name_it_would_have(tree: Tree) -> None:
    assert tree.position(("evidence", "sources")) == ("evidence/sources.yaml", 1)


def test_values_come_out_as_they_were_written(tree: Tree) -> None:
    assert tree.values["evidence"]["facts"]["pain"]["sources"] == ["one", "two"]


def test_a_file_of_another_encoding_says_how_to_save_it(tmp_path: Path) -> None:
    (tmp_path / "topics.yaml").write_bytes("options: Möglichkeiten\n".encode("latin-1"))
    message = "topics.yaml:1: this file is not saved as UTF-8 text: save it again with the encoding UTF-8"
    assert [str(fault) for fault in read(tmp_path).faults] == [message]


def test_a_file_and_a_folder_of_one_name_cannot_both_hold_words(tmp_path: Path) -> None:
    (tmp_path / "options").mkdir()
    (tmp_path / "options" / "waiting.yaml").write_text("name: Waiting\n", encoding="utf-8")
    (tmp_path / "options.yaml").write_text("surgery: {name: Surgery}\n", encoding="utf-8")
    message = "options.yaml:1: there is also a folder named 'options': keep the folder or the file"
    assert [str(fault) for fault in read(tmp_path).faults] == [message]


def test_a_file_with_the_wrong_ending_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "topics.yml").write_text("options: Ways\n", encoding="utf-8")
    assert [str(fault) for fault in read(tmp_path).faults] == [
        "topics.yml:1: the name of this file must end in '.yaml': rename it to 'topics.yaml', or delete it"
    ]
