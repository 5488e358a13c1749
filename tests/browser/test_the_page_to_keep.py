"""The web page that a person keeps, opened from a file and printed: it has its font, and prints on few sheets."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from decision_aid.exports.page import html_page
from decision_aid.model.answers import Answers
from decision_aid.summary.summary import summarize
from harness.aids import real_aid
from harness.people import ordinary
from tests.browser.conftest import OpenPage

TODAY = date(2026, 11, 29)
SMALLEST = """() => {
    const words = document.createTreeWalker(document.querySelector(".about"), NodeFilter.SHOW_TEXT);
    let smallest = 1000;
    while (words.nextNode()) if (words.currentNode.data.trim())
        smallest = Math.min(smallest, parseFloat(getComputedStyle(words.currentNode.parentElement).fontSize));
    return smallest;
}"""
"""The smallest font size of what the doctor reads, in CSS pixels of 3/4 point."""


def open_kept_page(open_page: OpenPage, folder: Path, language: str, answers: Answers) -> Page:
    """The page, opened from a file, in print mode."""
    aid = real_aid(language)
    file = folder / "kept.html"
    file.write_text(html_page(aid, summarize(aid, answers, TODAY)), encoding="utf-8")
    opened = open_page()
    opened.goto(file.as_uri())
    opened.emulate_media(media="print")
    opened.evaluate("document.fonts.ready")
    assert opened.evaluate("[...document.fonts].map(font => font.status)") == ["loaded"]
    return opened


def print_page(opened: Page, paper: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(opened.pdf(format=paper))


def depth_of_text(page: pypdfium2.PdfPage) -> float:
    """How far down the sheet its last letter is, from 0 to 1."""
    text = page.get_textpage()
    return 1 - min(text.get_charbox(index)[1] for index in range(text.count_chars())) / page.get_height()


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_ordinary_person_prints_three_full_sheets(page: OpenPage, tmp_path: Path, language: str) -> None:
    opened = open_kept_page(page, tmp_path, language, ordinary(real_aid(language)))
    assert opened.evaluate(SMALLEST) * 3 / 4 >= 10.5
    for paper in ("Letter", "A4"):
        sheets = print_page(opened, paper)
        assert len(sheets) == 3
        assert min(map(depth_of_text, sheets)) >= 1 / 3


def test_someone_who_said_little_prints_one_sheet(page: OpenPage, tmp_path: Path) -> None:
    little = Answers(situation={"pain_now": 7, "time_since_break": "weeks_2_to_6"})
    opened = open_kept_page(page, tmp_path, "en", little)
    assert [len(print_page(opened, paper)) for paper in ("Letter", "A4")] == [1, 1]
