"""A fault in one language removes that language alone, and the log says where the fault is."""

import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid import session
from decision_aid.content import folder as content_folder
from decision_aid.content.folder import ContentFolder
from decision_aid.content.load import ContentFaults
from decision_aid.content.tree import Tree
from decision_aid.model.aid import Aid
from deploy import ROOT
from deploy.sights import Sights
from harness.walking import DISPLAY, arrive, opened, title
from tests.unit.people import real_aid

SLIPS = {
    "cannot be read": "words/{}/topics.yaml: 'options: a: b'",
    "lacks a key": "words/{}/unclear.yaml: '{{}}'",
    "has an unknown figure": "words/{}/topics.yaml: 'more: \"{{pain.none}}\"'",
    "is for helpers": "caregiver/{}/topics.yaml: 'options: a: b'",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(session.CONTENT, tmp_path / "content"))


def slip(folder: Path, kind: str, language: str) -> str:
    """Spoil a file of a language, and return its name."""
    name, _, text = SLIPS[kind].format(language).partition(": ")
    (folder / name).write_text(text.strip("'") + "\n", encoding="utf-8")
    return name


@pytest.mark.parametrize(
    ("kind", "broken", "intact"), [*((kind, "es", "en") for kind in SLIPS), ("cannot be read", "en", "es")]
)
def test_a_fault_in_one_language_leaves_the_other(
    folder: Path, kind: str, broken: str, intact: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = slip(folder, kind, broken)
    content = ContentFolder(folder)
    assert content.languages == list(content.own_names) == [intact]
    assert {content.aid(intact, helping).words.language for helping in (False, True)} == {intact}
    log = capsys.readouterr().err
    assert name.removesuffix(".yaml") in log
    assert re.search(r"^\S+\.yaml:\d+: ", log, re.MULTILINE)


def test_a_file_that_is_missing_in_english_leaves_spanish(folder: Path) -> None:
    (folder / "words" / "en" / "options" / "brace.yaml").unlink()
    assert ContentFolder(folder).languages == ["es"]


def test_what_nobody_foresaw_in_one_language_leaves_the_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real_make = content_folder.make

    def make(tree: Tree, language: str, helping: bool = False) -> Aid:
        if language == "es":
            raise ZeroDivisionError
        return real_make(tree, language, helping)

    monkeypatch.setattr(content_folder, "make", make)
    assert ContentFolder(folder).languages == ["en"]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_server_with_one_language_broken_is_ready_and_sends_the_other(folder: Path) -> None:
    slip(folder, "cannot be read", "es")
    sights = Sights(ContentFolder(folder))
    assert (sights.languages, sights.faults) == (["en"], 0)
    assert sights.content("en", "start", "")


def test_a_language_that_is_not_whole_is_not_offered_and_not_chosen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slip(folder, "cannot be read", "es")
    monkeypatch.setattr(session, "content", ContentFolder(folder))
    at = arrive("es")
    assert title(at) == real_aid().words.pages["start"].title
    languages = opened(at, DISPLAY).get_by_key("answer.language").options
    assert languages == [real_aid().words.app["language"]]


@pytest.mark.parametrize("drawing", [b"<svg>\xff\xfe</svg>", b""])  # others: tests/content/bad
def test_a_picture_that_is_none_is_named_and_the_calm_page_stands(
    folder: Path, drawing: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "pictures" / "brace.svg").write_bytes(drawing)
    with pytest.raises(ContentFaults) as caught:
        _ = ContentFolder(folder).languages
    assert {fault.file for fault in caught.value.faults} == {"pictures/brace.svg"}
    monkeypatch.setattr(session, "content", ContentFolder(folder))
    assert_calm(AppTest.from_file(ROOT / "app.py", default_timeout=60).run())
    assert "pictures/brace.svg:1" in capsys.readouterr().err


def test_whatever_fails_while_loading_ends_in_the_calm_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_: Path) -> Tree:
        raise PermissionError

    monkeypatch.setattr(content_folder, "read", fails)
    monkeypatch.setattr(session, "content", ContentFolder(session.CONTENT))
    assert_calm(AppTest.from_file(ROOT / "app.py", default_timeout=60).run())
    assert "PermissionError" in capsys.readouterr().err


def assert_calm(at: AppTest) -> None:
    calm = AppTest.from_function(calm_page).run()
    assert not at.exception
    assert [block.value for block in at.title] == [block.value for block in calm.title]


def calm_page() -> None:
    from decision_aid.views import unavailable

    unavailable.show()
