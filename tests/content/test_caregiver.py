"""Caregiver wording speaks of the person who is helped, and replaces texts that exist in the usual wording."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from decision_aid.content.load import languages, load
from decision_aid.content.report import report
from decision_aid.content.rules.texts import texts
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.summary.summary import summarize
from harness.aids import REAL, SMALL, real_aid

LANGUAGES = languages(REAL)

ABOUT_THE_HELPER = {
    "en": r"the person (?:you|I) help|(?:you are|I am) not sure",
    "es": r"la persona a quien ayud[ao]|usted no sabe",
}
"""Passages that may address the caregiver, or speak as the caregiver."""
FIRST_PERSON = {
    "en": r"I|me|my|mine|myself",
    "es": r"yo|me|mí|mi|mis|conmigo|tengo|estoy|puedo|tomo|quiero|siento|ayudo",
}
SECOND_PERSON = {"en": r"you|your|yours|yourself", "es": r"usted"}
"""Without the Spanish "su", which is both "your" and "their"."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


def write(folder: Path, name: str, text: str) -> None:
    """Write a file of caregiver wording into the small content."""
    path = folder / "caregiver" / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in report(folder).faults]


def patient_texts(aid: Aid, section: str, *fields: str) -> dict[str, str]:
    """These fields of a section, without passages that may address the caregiver."""
    allowed = re.compile(ABOUT_THE_HELPER[aid.words.language], re.IGNORECASE)
    return {
        ".".join(map(str, where)): allowed.sub("…", text) for where, text in texts(aid, section) if where[-1] in fields
    }


def texts_with(fields: dict[str, str], words: str) -> dict[str, str]:
    return {where: text for where, text in fields.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)}


def test_a_helper_reads_their_own_words_and_the_usual_ones_elsewhere(folder: Path) -> None:
    write(folder, "questions.yaml", "my_options: {text: What can they do?}\n")
    usual, helping = load(folder, "en"), load(folder, "en", helping=True)
    assert usual.words.questions["my_options"].text == "What can I do?"
    assert helping.words.questions["my_options"].text == "What can they do?"
    assert helping.words.questions["who_gets_well"] == usual.words.questions["who_gets_well"]
    assert faults(folder) == []


def test_a_text_that_stands_in_no_usual_place_is_a_fault_with_its_line(folder: Path) -> None:
    write(
        folder,
        "questions.yaml",
        "my_options:\n  text: What can they do?\n  because: x\nmy_optoins: {text: x}\n",
    )
    assert faults(folder) == [
        "caregiver/en/questions.yaml:3: 'because' stands here but not in words/en: write it as it is there",
        "caregiver/en/questions.yaml:4: 'my_optoins' stands here but not in words/en: write it as it is there",
    ]


def test_a_text_where_many_belong_is_a_fault_with_its_line(folder: Path) -> None:
    write(folder, "questions.yaml", "my_options: What can they do?\n")
    assert {fault.partition(": ")[0] for fault in faults(folder)} == {"caregiver/en/questions.yaml:1"}


def test_a_text_for_those_who_help_calls_the_same_figures(folder: Path) -> None:
    write(folder, "pages.yaml", "start:\n  sections:\n    many_get_well:\n      text: Many get well.\n")
    assert [fault.partition(" is missing")[0] for fault in faults(folder)] == [
        "caregiver/en/pages.yaml:4: {better_alone.count}",
        "caregiver/en/pages.yaml:4: {better_alone.per}",
    ]


def test_words_for_those_who_help_keep_the_rules_of_words(folder: Path) -> None:
    write(folder, "options.yaml", "surgery:\n  summary: This is the one safe way for the person you help now.\n")
    assert "caregiver/en/options.yaml:2: 'safe' can take a side: say it in other words" in faults(folder)


def test_a_text_that_one_language_alone_has_for_those_who_help_is_a_fault(folder: Path) -> None:
    shutil.copytree(folder / "words" / "en", folder / "words" / "de")
    write(folder, "questions.yaml", "my_options: {text: What can they do?}\n")
    assert [fault.partition(": ")[2] for fault in faults(folder)] == [
        "'questions' is missing here: translate it from caregiver/en"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_and_situation_differ_for_those_who_help(language: str) -> None:
    usual, helping = real_aid(language), real_aid(language, helping=True)
    for section in ("situation", "questions"):
        before, after = dict(texts(usual, section)), dict(texts(helping, section))
        assert before.keys() == after.keys()
        changed = sum(before[where] != after[where] for where in before)
        assert changed > len(before) / 3, section
    changed_names = [name for name, words in usual.words.situation.items() if words != helping.words.situation[name]]
    assert "urgent_signs" in changed_names
    assert len(changed_names) > len(usual.situation) / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_situation_page_never_asks_the_helper_about_themselves(language: str) -> None:
    aid = real_aid(language, helping=True)
    fields = patient_texts(aid, "situation", "question", "label", "because", "tell")
    fields |= patient_texts(aid, "medicine_groups", "label", "because")
    assert texts_with(fields, f"{FIRST_PERSON[language]}|{SECOND_PERSON[language]}") == {}
    # "Why we ask" may speak to both, but never about the helper.
    assert texts_with(patient_texts(aid, "situation", "why"), FIRST_PERSON[language]) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_for_the_doctor_never_speak_of_the_helper_as_the_patient(language: str) -> None:
    """ "You" in a question is the doctor."""
    aid = real_aid(language, helping=True)
    assert texts_with(patient_texts(aid, "questions", "text", "why"), FIRST_PERSON[language]) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_of_a_helper_speaks_of_the_person_they_help(language: str) -> None:
    usual, helping = real_aid(language), real_aid(language, helping=True)
    answers = Answers(situation={"urgent_signs": ("fever",), "pain_now": 9}, leaning="waiting")
    usual_text, helper_text = (plain_text(aid, summarize(aid, answers, date(2026, 11, 22))) for aid in (usual, helping))
    assert helping.words.situation["urgent_signs"].choices["fever"].tell in helper_text
    assert usual.words.situation["urgent_signs"].choices["fever"].tell in usual_text
    allowed = re.compile(ABOUT_THE_HELPER[language], re.IGNORECASE)
    assert helping.words.app["list_title"] in helper_text
    assert not re.search(r"\bI (?:have|feel|take)\b|\b(?:tengo|siento|tomo)\b", allowed.sub("…", helper_text))
