"""Every language has the texts of the first, and its own format of numbers, dates and plurals."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from decision_aid.content.load import ContentFaults, languages, load
from decision_aid.content.report import report
from decision_aid.content.rules.interface import every_form_for_a_number
from decision_aid.content.tree import read
from decision_aid.model.aid import Aid
from decision_aid.views.reference import check_note
from decision_aid.wording.dates import day
from decision_aid.wording.interface_words import TIME
from decision_aid.wording.sentences import amount_phrase, number
from harness.aids import REAL, SMALL, changed, real_aid

TRANSLATED = [language for language in languages(REAL) if language != "en"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small content with a second language that repeats the English words."""
    copy = Path(shutil.copytree(SMALL, tmp_path / "content"))
    shutil.copytree(copy / "words" / "en", copy / "words" / "de")
    return copy


def reworded(aid: Aid, **app: str) -> Aid:
    """The aid with some interface words replaced."""
    return changed(aid, "words.app", {**aid.words.app, **app})


def leaves(value: Any, where: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """All texts in a tree of values, each with its path."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from leaves(inner, (*where, str(key)))
    if isinstance(value, str):
        yield where, value


def texts_of(language: str) -> dict[tuple[str, ...], str]:
    words = read(REAL).values["words"][language]
    return dict(leaves({name: section for name, section in words.items() if name != "glossary"}))


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


def test_a_translation_with_another_figure_never_reaches_a_person(folder: Path) -> None:
    path = folder / "words" / "de" / "pages.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("{better_alone.count}", "{better_alone.complement}"))
    with pytest.raises(ContentFaults, match="better_alone.count"):
        load(folder, "de")


def test_a_language_may_say_one_in_a_word_of_its_own_but_no_other_amount(folder: Path) -> None:
    path = folder / "words" / "de" / "app.yaml"
    text = path.read_text(encoding="utf-8").replace('time.day.one: "{n} day"', "time.day.one: ein Tag")
    path.write_text(text, encoding="utf-8")
    assert report(folder).faults == []
    path.write_text(text.replace('time.day.other: "{n} days"', "time.day.other: einige Tage"), encoding="utf-8")
    assert len(report(folder).faults) == 1


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_texts_placeholders_and_links_of_english(language: str) -> None:
    english, translation = texts_of("en"), texts_of(language)
    assert translation.keys() == english.keys()
    for where, text in english.items():
        for sign in (r"\{[^{}]*\}", r"\]\(([^)]*)\)"):
            assert set(re.findall(sign, translation[where])) == set(re.findall(sign, text)), where


def test_numbers_are_written_as_in_the_country() -> None:
    english, spanish = real_aid(), real_aid("es")
    assert [number(aid, -1234.5) for aid in (english, spanish)] == ["−1,234.5", "−1,234.5"]
    assert number(reworded(spanish, locale="es_ES"), 0.5) == "0,5"
    assert number(reworded(spanish, locale="es_CO"), 0.5) == "0,5"


def test_without_a_country_numbers_are_written_in_the_way_of_the_language() -> None:
    spanish = real_aid("es")
    app = {name: text for name, text in spanish.words.app.items() if name != "locale"}
    assert number(changed(spanish, "words.app", app), 0.5) == "0,5"


def test_dates_are_written_in_the_language_and_never_as_a_code() -> None:
    english, spanish = real_aid(), real_aid("es")
    assert day(english, date(2026, 11, 22)) == "November 22, 2026"
    assert day(spanish, date(2026, 11, 22)) == "22 de noviembre de 2026"
    for aid in (english, spanish):
        for name, estimate in aid.evidence.estimates.items():
            note = check_note(aid, name)
            assert day(aid, estimate.checked_on) in note
            assert estimate.checked_on.isoformat() not in note
            assert aid.words.estimates[name].unchecked in note


def test_what_nobody_has_seen_of_a_figure_is_told_in_each_language() -> None:
    english, spanish = real_aid(), real_aid("es")
    unchecked = {name for name, words in english.words.estimates.items() if words.unchecked}
    assert unchecked
    assert unchecked == {name for name, words in spanish.words.estimates.items() if words.unchecked}
    assert all(english.words.estimates[name].unchecked != spanish.words.estimates[name].unchecked for name in unchecked)


def test_plurals_take_the_form_of_the_language_and_fall_back_on_the_general_one() -> None:
    spanish = real_aid("es")
    assert [amount_phrase(spanish, TIME, "day", amount) for amount in (1, 2, 0.5)] == ["1 día", "2 días", "0.5 días"]
    forms = {f"time.day.{form}": f"{{n}} {form}" for form in ("one", "few", "many", "other")}
    polish = reworded(spanish, locale="pl", **forms)
    assert [amount_phrase(polish, TIME, "day", amount) for amount in (1, 2, 5, 1.5)] == [
        "1 one",
        "2 few",
        "5 many",
        "1,5 other",
    ]
    lacking = reworded(spanish, locale="pl", **{"time.day.other": "{n} other"})
    assert [amount_phrase(lacking, TIME, "day", amount) for amount in (2, 5)] == ["2 other", "5 other"]


def test_a_form_that_a_language_needs_for_a_number_is_asked_for() -> None:
    spanish = real_aid("es")
    assert list(every_form_for_a_number(spanish)) == []
    polish = reworded(spanish, locale="pl")
    missing = dict(every_form_for_a_number(polish))
    assert {where[-1] for where in missing} >= {"time.day.other", "mail.left_out.other"}
    still_missing = list(every_form_for_a_number(reworded(spanish, locale="pl", **{"time.day.few": "{n} dni"})))
    assert len(still_missing) == 2 * len(missing) - 1
