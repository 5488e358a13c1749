"""Every language says the same as the first."""

import shutil
from pathlib import Path

import pytest

from decision_aid.content.load import languages, load
from decision_aid.content.report import report

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small content with a second language, whose words are the English ones again."""
    copy = Path(shutil.copytree(SMALL, tmp_path / "content"))
    shutil.copytree(copy / "words" / "en", copy / "words" / "de")
    return copy


def test_english_is_the_first_language_whatever_the_alphabet_says(folder: Path) -> None:
    assert languages(folder) == ["en", "de"]


def test_each_language_is_an_aid_of_its_own(folder: Path) -> None:
    assert load(folder, "de").words.language == "de"
    assert report(folder).faults == []


def test_a_word_that_the_translation_lacks_is_a_fault(folder: Path) -> None:
    path = folder / "words" / "de" / "unclear.yaml"
    path.write_text("benefits: {label: Was hilft}\n", encoding="utf-8")
    expected = ["words/de/unclear.yaml:1: 'harms' is missing here: translate it from words/en"]
    assert [str(fault) for fault in report(folder).faults] == expected


def test_a_word_that_the_translation_alone_has_is_a_fault(folder: Path) -> None:
    path = folder / "words" / "de" / "topics.yaml"
    path.write_text("options: Wege\nharms: Schaden\nmore: Mehr\n", encoding="utf-8")
    expected = ["words/de/topics.yaml:3: 'more' stands here but not in words/en: add it there, or remove it here"]
    assert [str(fault) for fault in report(folder).faults] == expected


def test_each_language_explains_the_terms_that_it_needs_to(folder: Path) -> None:
    (folder / "words" / "de" / "glossary.yaml").write_text("Mandeln: {means: Polster im Hals.}\n", encoding="utf-8")
    assert report(folder).faults == []
