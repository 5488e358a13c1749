"""The booklet, read back from both its renderings: it tells what screen and summary tell, and fits on twelve pages."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from decision_aid.booklet import blank_files
from decision_aid.booklet.assembly import blank_booklet, personal_booklet
from decision_aid.booklet.blank_files import blank_pdf
from decision_aid.booklet.colors import option_colors
from decision_aid.booklet.page import blank_page, page
from decision_aid.booklet.parts import Booklet, Findings, Heading, Paragraph, Rating, Studies
from decision_aid.booklet.pdf import LARGE_PRINT, MAX_PAGES, Points, pdf
from decision_aid.booklet.prose import parts_of
from decision_aid.exports.pdf import Paper
from decision_aid.model.answers import NOT_SURE, Answers, QuestionEdits
from decision_aid.reasoning.things_to_weigh import main_outcomes
from decision_aid.summary.blocks import origin
from decision_aid.summary.facts import key_fact
from decision_aid.summary.summary import summarize
from decision_aid.views.key_row import key_row
from decision_aid.wording.main_figures import Study
from harness.aids import changed, real_aid, small_aid
from harness.people import ordinary
from tests.cases.hostile import AS_HTML, AS_MARKDOWN
from tests.markup import ParsedHtml
from tests.unit.pdf_reader import (
    PAPERS,
    SIZES,
    described,
    has_one_title_and_leaves_no_level_out,
    headings,
    opened,
    sizes,
    text_of,
    tree,
)

TODAY = date(2025, 3, 4)
LANGUAGES = ("en", "es")
FOOT = 40
"""Points."""
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def every(part: Any, kind: type) -> Iterator[Any]:
    """All parts of a kind, wherever they stand, in order."""
    if isinstance(part, kind):
        yield part
    if is_dataclass(part):
        for field in fields(part):
            yield from every(getattr(part, field.name), kind)
    elif isinstance(part, tuple):
        for inner in part:
            yield from every(inner, kind)


def solid(text: str) -> str:
    """A text without what a layout may change: spaces, and hyphens, which pdfium leaves out at the end of a line."""
    return re.sub(r"[\s\u00ad\u200b\ufffe\x02-]", "", text)


@cache
def renderings(language: str) -> dict[str, str]:
    """What each rendering of the blank booklet says."""
    aid = real_aid(language)
    return {"PDF": solid(text_of(blank_pdf(aid, "us-letter"))), "HTML": solid(ParsedHtml(blank_page(aid)).text)}


def studies_of(booklet: Booklet) -> list[Study]:
    return [study for part in every(booklet, Studies) for study in part.studies]


@in_each_language
def test_each_main_figure_is_told_on_screen_and_in_both_renderings_in_the_same_words(language: str) -> None:
    aid = real_aid(language)
    studies = studies_of(blank_booklet(aid))
    screen = solid(unescape("".join(ParsedHtml(key_row(aid, name)).text for name in main_outcomes(aid))))
    assert len(studies) > len(main_outcomes(aid))
    for study in studies:
        for group in study.groups:
            for text in (study.heading, group.name, group.count, group.unit, *group.lines, study.sure):
                for where, whole in {"screen": screen, **renderings(language)}.items():
                    assert solid(text) in whole, (study.estimate, text, where)


@in_each_language
def test_the_people_and_points_of_each_figure_are_those_of_the_summary(language: str) -> None:
    aid = real_aid(language)
    booklet = blank_booklet(aid)
    shown = studies_of(booklet) + [finding for part in every(booklet, Findings) for finding in part.findings]
    facts = [key_fact(aid, name) for name in main_outcomes(aid)]
    summary = {figure.estimate: figure for fact in facts for figure in fact.figures}
    both = [study for study in shown if study.estimate in summary]
    assert {study.estimate for study in studies_of(booklet)} <= set(summary)
    for study in both:
        figure = summary[study.estimate]
        people = [group.people for group in study.groups if group.people]
        assert people == [group.people for group in figure.groups if group.people]
        for drawn, group in zip(study.groups, figure.groups, strict=False):
            if drawn.points:
                assert drawn.label == f"{group.group}: {group.text}"
                assert drawn.count in group.value


@in_each_language
def test_each_main_outcome_has_its_figures_and_a_line_to_mark(language: str) -> None:
    aid = real_aid(language)
    names = [aid.words.outcomes[name].name for name in main_outcomes(aid)]
    titles = [part.text for part in every(blank_booklet(aid), Heading)]
    assert [title for title in titles if title in names] == names
    ratings = list(every(blank_booklet(aid), Rating))
    assert [rating.question for rating in ratings] == [aid.words.outcomes[name].question for name in main_outcomes(aid)]
    assert all(rating.value is None and not rating.not_sure.ticked for rating in ratings)


@in_each_language
def test_no_other_figure_of_the_harms_of_an_option_is_left_out(language: str) -> None:
    aid = real_aid(language)
    booklet = blank_booklet(aid)
    estimates = {study.estimate for study in studies_of(booklet)}
    estimates |= {finding.estimate for part in every(booklet, Findings) for finding in part.findings}
    assert aid.decision.booklet_further
    for name in aid.decision.booklet_further:
        rows = aid.decision.outcomes[name].rows.values()
        assert {estimate for row in rows for estimate in row.estimates} <= estimates


@pytest.mark.parametrize("paper", PAPERS)
@in_each_language
def test_it_fits_on_twelve_pages_of_the_paper_and_is_small_enough_to_send(language: str, paper: Paper) -> None:
    """Too long after a change of words? `booklet_sections` and `booklet_further` in decision.yaml say what it has."""
    aid = real_aid(language)
    answers = ordinary(aid)
    personal = personal_booklet(aid, answers, summarize(aid, answers, TODAY))
    for content in (blank_pdf(aid, paper), pdf(aid, personal, paper)):
        pages = pypdfium2.PdfDocument(content)
        assert len(pages) <= MAX_PAGES
        assert all(sheet.get_size() == pytest.approx(SIZES[paper], abs=0.1) for sheet in pages)
        assert len(content) <= 600_000


@pytest.mark.parametrize(
    ("language", "points", "notes", "sources"), [("en", 14, 14, 12), ("es", 14, 13, 10), ("en", 18, 18, 14)]
)
def test_what_is_read_is_as_large_as_it_says(language: str, points: Points, notes: int, sources: int) -> None:
    """What stands below a figure, and the sources at the end, are as large as twelve pages allow."""
    pages = pypdfium2.PdfDocument(blank_pdf(real_aid(language), "us-letter", points))
    counted = [sizes(page, FOOT) for page in pages]
    assert min(map(min, counted)) >= sources
    assert min(map(min, counted[:-3])) >= notes
    assert min(min(sizes(page, 0)) for page in pages) >= (12 if points == LARGE_PRINT else 8.5), "the foot"
    everywhere = sum(counted, Counter[float]())
    assert sum(number for size, number in everywhere.items() if size >= points) > 0.7 * everywhere.total()


@in_each_language
def test_a_reading_machine_hears_all_of_it_in_order(language: str) -> None:
    aid = real_aid(language)
    booklet = blank_booklet(aid)
    with opened(blank_pdf(aid, "us-letter")) as document:
        assert str(document.Root.Lang) == aid.words.language
        assert str(document.docinfo.Title) == booklet.title
        has_one_title_and_leaves_no_level_out(document, booklet.title)
        seconds = [text for level, text in headings(document) if level == 2]
        kinds = Counter((kind, around) for kind, around, _ in tree(document))
        pictures = described(document)
    chapters = [chapter.title for chapter in booklet.chapters]
    assert [text for text in seconds if text in chapters] == chapters
    options, rows = len(aid.decision.options), len(aid.decision.comparison_rows) - len(aid.decision.booklet_in_steps)
    cells = {kind: {around: number for (inner, around), number in kinds.items() if inner == kind} for kind, _ in kinds}
    assert (cells["/TH"], cells["/TD"]) == ({"/TR": options + rows}, {"/TR": options * rows})
    assert sum(cells["/Table"].values()) == 1
    assert set(cells["/LI"]) == {"/L"}
    labels = [group.label for study in studies_of(booklet) for group in study.groups if group.label]
    assert [picture for picture in pictures if picture in labels] == labels
    assert all(pictures)


def test_what_a_person_answered_stands_where_it_would_be_marked() -> None:
    aid = real_aid()
    answers = ordinary(aid)
    first = summarize(aid, answers, TODAY).questions[0]
    answers = answers.model_copy(
        update={
            "question_edits": QuestionEdits(notes={first.id: "Stop and call us"}),
            "importance": {**answers.importance, "getting_about": NOT_SURE},
            "still_unclear": "How long can I wait?",
        }
    )
    summary = summarize(aid, answers, TODAY)
    own = personal_booklet(aid, answers, summary)
    marks = dict(zip(main_outcomes(aid), every(own, Rating), strict=True))
    assert {name: mark.value for name, mark in marks.items() if mark.value is not None} == {
        name: value for name, value in answers.importance.items() if isinstance(value, int) and name in marks
    }
    assert [name for name, mark in marks.items() if mark.not_sure.ticked] == ["getting_about"]
    typed = ["Stop and call us", "How long can I wait?", str(answers.situation["anything_else"])]
    texts = [*typed, *summary.tell, origin(aid, summary), *(question.text for question in summary.questions)]
    printed = pdf(aid, own, "us-letter")
    for whole in (solid(text_of(printed)), solid(ParsedHtml(page(aid, own)).text)):
        assert [text for text in texts if solid(text) not in whole] == []
    with opened(printed) as document:
        ticked = [kind for kind, _, element in tree(document) if element and str(element.get("/Alt", "")) == "Marked"]
    assert len(ticked) == 1 + len(answers.unclear) + 1  # what they lean to, what is unclear, and "not sure"


def test_a_sign_that_must_not_wait_stands_first_where_it_was_told() -> None:
    aid = real_aid()
    answers = Answers(situation={"urgent_signs": ("fever",)})
    own = solid(text_of(pdf(aid, personal_booklet(aid, answers, summarize(aid, answers, TODAY)), "a4")))
    banner, text = (solid(aid.words.urgent[part]) for part in ("banner", "text"))
    assert own.index(banner) < own.index(text)
    assert banner not in renderings("en")["PDF"]


@pytest.mark.parametrize(
    "text", [*AS_HTML, *AS_MARKDOWN[:2], "#panic() $x$ *b*", "我的背疼 a", "כאב גב مؤلم " * 80, "a" * 1000]
)
def test_whatever_was_typed_is_text(text: str) -> None:
    aid = real_aid()
    answers = Answers(still_unclear=text, question_edits=QuestionEdits(notes={"my_options": text}))
    own = personal_booklet(aid, answers, summarize(aid, answers, TODAY))
    html = page(aid, own)
    assert ParsedHtml(html).unmatched == []
    assert solid(text.strip()) in solid(ParsedHtml(html).text)
    assert pdf(aid, own, "a4").startswith(b"%PDF")


@in_each_language
def test_the_page_stands_alone_in_one_small_file(language: str) -> None:
    html = blank_page(real_aid(language))
    assert len(html.encode()) <= 250_000
    assert (
        re.findall(
            r"<(?:script|link|img|iframe|object|form|input|button)\b|\son\w+=|@import|https?:[^\"]*\.(?:js|css)", html
        )
        == []
    )
    assert {url[:5] for url in re.findall(r"url\(([^)]*)\)", html)} <= {"data:", "#stri"}
    assert {target[0] for target in re.findall(r'href="([^"]*)"', html)} == {"#", "h"}
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert sorted(set(ids)) == sorted(ids)
    assert set(re.findall(r'(?:href="#|url\(#)([^")]*)', html)) <= set(ids)
    assert ParsedHtml(html).unmatched == []


def test_the_looks_are_those_of_the_screen() -> None:
    assert len(option_colors()) >= len(real_aid().decision.options)
    assert all(color in blank_page(real_aid()) for color in option_colors())


def test_a_text_keeps_its_lists_and_what_stands_out() -> None:
    paragraph, *lists = parts_of("Ask **now**,\nor later.\n\n1. one\n2. two\n\n- **a:** b\n- c")
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.strong) for run in paragraph.line] == [
        ("Ask ", False),
        ("now", True),
        (", or later.", False),
    ]
    assert [part.numbered for part in lists] == [True, False]


def test_content_of_another_decision_has_a_booklet() -> None:
    aid = small_aid()
    assert pdf(aid, blank_booklet(aid), "a4").startswith(b"%PDF")
    assert ParsedHtml(page(aid, blank_booklet(aid))).unmatched == []


def test_what_was_made_ahead_is_read_while_its_words_are_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(blank_files, "FILES", tmp_path)
    blank_files.blank_pdf.cache_clear()
    aid = small_aid()
    other = changed(aid, "decision.version", "9.9")
    monkeypatch.setattr(blank_files, "pdf", lambda *_: b"ahead")
    blank_files.make_blank_files(aid)
    monkeypatch.setattr(blank_files, "pdf", lambda *_: b"now")
    assert blank_files.blank_pdf(aid, "a4") == b"ahead"
    assert blank_files.blank_pdf(other, "a4") == b"now"
    (tmp_path / blank_files.FINGERPRINTS).write_text("[half", encoding="utf-8")
    assert blank_files.blank_pdf(aid, "us-letter") == b"now"
    blank_files.blank_pdf.cache_clear()


def test_the_same_booklet_makes_the_same_file() -> None:
    made, again = (pdf(real_aid(), blank_booklet(real_aid()), "a4") for _ in range(2))
    assert made == again
    with opened(made) as document, document.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
