"""The web page that a person keeps, opened from a file and printed: it brings its font, and prints as was measured."""

from datetime import date
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest

from decision_aid.exports.page import html_page
from decision_aid.exports.summary import summarize
from decision_aid.model.answers import Answers
from harness.aids import real_aid
from harness.people import ordinary
from tests.browser.conftest import OpenPage

TODAY = date(2026, 11, 29)


def printed(open_page: OpenPage, folder: Path, language: str, answers: Answers, paper: str) -> pypdfium2.PdfDocument:
    """What the browser prints of the page, which lies on the person's own disk."""
    spoken = real_aid(language)
    file = folder / "kept.html"
    file.write_text(html_page(spoken, summarize(spoken, answers, TODAY)), encoding="utf-8")
    kept = open_page()
    kept.goto(file.as_uri())
    kept.evaluate("document.fonts.ready")
    assert kept.evaluate("[...document.fonts].map(font => font.status)") == ["loaded"]
    return pypdfium2.PdfDocument(kept.pdf(format=paper))


def lowest(page: pypdfium2.PdfPage) -> float:
    """How far down the sheet its last letter stands, from 0 to 1."""
    text = page.get_textpage()
    return 1 - min(text.get_charbox(place)[1] for place in range(text.count_chars())) / page.get_height()


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_an_ordinary_person_prints_three_full_sheets(page: OpenPage, tmp_path: Path, language: str, paper: str) -> None:
    sheets = printed(page, tmp_path, language, ordinary(real_aid(language)), paper)
    assert len(sheets) == 3
    assert min(map(lowest, sheets)) >= 1 / 3
    text = sheets[1].get_textpage()
    first_half = text.count_chars() // 2
    sizes = [pypdfium2.raw.FPDFText_GetFontSize(text.raw, place) for place in range(first_half)]
    assert min(size for size in sizes if size > 1) >= 10.4  # pixels are rounded to points


def test_someone_who_said_little_prints_one_sheet(page: OpenPage, tmp_path: Path) -> None:
    little = Answers(situation={"pain_now": 7, "time_since_break": "weeks_2_to_6"})
    for paper in ("Letter", "A4"):
        assert len(printed(page, tmp_path, "en", little, paper)) == 1
