"""What a person takes along is in their language throughout, and runs the way that the language runs."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from babel.dates import format_date

from decision_aid import session
from decision_aid.booklet.assembly import blank_booklet, personal_booklet
from decision_aid.booklet.page import page as booklet_page
from decision_aid.booklet.pdf import pdf as booklet_pdf
from decision_aid.content.load import load
from decision_aid.exports.fhir import bundle
from decision_aid.exports.page import html_page
from decision_aid.exports.pdf import pdf
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.summary.summary import Summary, summarize
from harness.aids import real_aid
from harness.people import ordinary
from tests.pseudo import LEFTWARD, LONGER, untranslated_words, with_pseudo_languages
from tests.unit.exported import EXPORTED
from tests.unit.pdf_reader import boxes, opened, text_of

TODAY = date(2025, 3, 4)
MARGIN = 13 / 25.4 * 72
"""Of the PDF at both sides, in points."""
BOOKLET_MARGIN = 11 / 25.4 * 72
TYPED = ("I look after my husband.", "my heart pill")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_pseudo_languages(session.CONTENT, tmp_path_factory.mktemp("pseudo"))


@pytest.fixture(scope="module", params=["es", LONGER, LEFTWARD])
def spoken(request: pytest.FixtureRequest, folder: Path) -> Aid:
    """The aid in a language that is not English."""
    return real_aid("es") if request.param == "es" else load(folder, request.param)


@pytest.fixture(scope="module")
def longer(folder: Path) -> Aid:
    return load(folder, LONGER)


def taken(aid: Aid) -> Summary:
    return summarize(aid, ordinary(aid), TODAY)


@cache
def pdf_of(aid: Aid) -> bytes:
    return pdf(aid, taken(aid), "us-letter")


def html_text(page: str) -> str:
    """What is read in an HTML page, its pictures' descriptions included."""
    named = " ".join(re.findall(r'aria-label="([^"]*)"', page))
    return re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL) + named


def read_by_people(tree: Any) -> Iterator[str]:
    """The texts of a FHIR resource that are read by people; what is labelled by HL7 itself is left out."""
    for name, part in tree.items() if isinstance(tree, dict) else ():
        if name in ("text", "display", "title", "div") and isinstance(part, str):
            yield html_text(part)
        elif name != "meta":
            yield from read_by_people(part)
    for part in tree if isinstance(tree, list) else ():
        yield from read_by_people(part)


def test_the_pdf_names_its_language_and_is_tagged_and_described(spoken: Aid) -> None:
    with opened(pdf_of(spoken)) as document:
        assert str(document.Root.Lang) == spoken.words.language
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo.Title) == spoken.words.app["list_title"]
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == spoken.words.app["list_title"]
            assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_lines_of_the_pdf_start_where_the_language_starts_them(spoken: Aid) -> None:
    page = pypdfium2.PdfDocument(pdf_of(spoken))[0]
    signs, width = boxes(page), page.get_width()
    leftmost, rightmost = min(box[0] for box in signs), max(box[2] for box in signs)
    title = [box for box in signs if box[1] > max(box[3] for box in signs) - 25]
    if spoken.words.locale.text_direction == "rtl":
        assert max(box[2] for box in title) == pytest.approx(width - MARGIN, abs=3)
        assert min(box[0] for box in title) > MARGIN + 20
    else:
        assert min(box[0] for box in title) == pytest.approx(MARGIN, abs=3)
    assert leftmost >= MARGIN - 3
    assert rightmost <= width - MARGIN + 3


def test_dates_are_written_as_the_language_writes_them(spoken: Aid) -> None:
    day = format_date(TODAY, "long", locale=spoken.words.locale)
    summary = taken(spoken)
    for text in (plain_text(spoken, summary), html_page(spoken, summary), bundle(spoken, summary)):
        assert day in re.sub(r"\s+", " ", text)
    assert format_date(TODAY, "long", locale="en_US") not in plain_text(spoken, summary)


def test_the_page_to_keep_names_its_language_and_its_direction_and_the_record_its_language(spoken: Aid) -> None:
    assert json.loads(bundle(spoken, taken(spoken)))["entry"][1]["resource"]["language"] == spoken.words.language
    opening = re.match(r"<!doctype html><html ([^>]*)>", html_page(spoken, taken(spoken)))
    assert opening
    assert opening[1] == f'lang="{spoken.words.language}" dir="{spoken.words.locale.text_direction}"'


def test_the_booklet_runs_the_way_of_its_language(spoken: Aid) -> None:
    opening = re.match(r"<!doctype html>\n<html ([^>]*)>", booklet_page(spoken, blank_booklet(spoken)))
    assert opening
    assert opening[1] == f'lang="{spoken.words.language}" dir="{spoken.words.locale.text_direction}"'
    first = pypdfium2.PdfDocument(booklet_pdf(spoken, blank_booklet(spoken), "a4"))[0]
    signs, middle = boxes(first), first.get_width() / 2
    name = [box for box in signs if box[3] > max(box[3] for box in signs) - 12]  # the first line is short
    assert (min(box[0] for box in name) > middle) == (spoken.words.locale.text_direction == "rtl")
    assert max(box[2] for box in signs) <= first.get_width() - BOOKLET_MARGIN + 3
    assert min(box[0] for box in signs) >= BOOKLET_MARGIN - 3


def test_no_english_of_our_own_stands_in_what_is_taken_along(longer: Aid, folder: Path) -> None:
    summary = taken(longer)
    exports = {
        **{name: EXPORTED[name](longer, summary) for name in ("pdf", "text", "mail", "calendar")},
        "page": html_text(html_page(longer, summary)),
        "fhir": " ".join(read_by_people(json.loads(bundle(longer, summary)))),
        "booklet": text_of(booklet_pdf(longer, personal_booklet(longer, ordinary(longer), summary), "a4")),
        "booklet as a page": html_text(booklet_page(longer, blank_booklet(longer))),
    }
    assert {name: untranslated_words(folder, text, *TYPED) for name, text in exports.items()} == dict.fromkeys(
        exports, []
    )
