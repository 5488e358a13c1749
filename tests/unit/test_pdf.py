"""The PDF, read back by other programs: tagged, on three sheets, nothing too small, and the paper of the country."""

import re
from collections import Counter

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from decision_aid.exports.page import html_page
from decision_aid.exports.pdf import Paper, paper_for, pdf
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, QuestionEdits
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.summary.blocks import blocks, closing, first_sheet, second_sheet, third_sheet
from decision_aid.summary.summary import summarize
from harness.aids import real_aid
from tests.cases.tables import cases
from tests.unit.pdf_reader import (
    PAPERS,
    SIZES,
    described,
    has_one_title_and_leaves_no_level_out,
    headings,
    letters,
    opened,
    sizes,
    text_of,
    tree,
)
from tests.unit.people import TODAY, answers_by_tapping, answers_with_words, edited_answers, summary_of
from tests.unit.printed import ORDINARY, answers_with, cited, pdf_of, texts_of

HEAD, FOOT = (millimetres / 25.4 * 72 for millimetres in (11, 16.5))
"""The margins, in points."""
LETTER = ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
"""CLDR, supplemental data, measurementData, paperSize."""
EVERY_SIGN = tuple(name for name, sign in real_aid().situation["urgent_signs"].choices.items() if not sign.exclusive)
"""With these above the questions, nothing more fits on the first sheet."""
both_papers = pytest.mark.parametrize("paper", PAPERS)
both_languages = pytest.mark.parametrize("language", ["en", "es"])


def test_each_picture_is_described_by_its_sentence() -> None:
    facts = summary_of(ORDINARY).facts
    figures = [figure for part in ("main", "further") for fact in facts for figure in getattr(fact, part)]
    groups = [group for figure in figures for group in figure.groups if group.people]
    with opened(pdf_of(ORDINARY)) as document:
        sentences = described(document)
    assert sentences == [f"{group.group}: {group.text}" for group in groups]
    assert 0 < max(map(len, sentences)) <= 250


@settings(max_examples=15)
@given(answers_with_words | st.just(ORDINARY))
def test_the_title_is_the_first_heading_and_no_level_is_left_out(answers: Answers) -> None:
    with opened(pdf_of(answers)) as document:
        has_one_title_and_leaves_no_level_out(document, real_aid().words.app["list_title"])
        texts = [text for _, text in headings(document)]
    assert [block.heading for block in blocks(real_aid(), summary_of(answers)) if block.heading not in texts] == []


def test_all_text_stands_in_paragraphs_headings_or_the_parts_of_a_list() -> None:
    """As ISO 32000-1, 14.8.4, has it: a list holds items, an item its label and its body, a body its paragraphs."""
    with opened(pdf_of(ORDINARY)) as document:
        kinds = [(kind, around) for kind, around, _ in tree(document)]
    holds = {around for kind, around in kinds if kind == "text"}
    assert holds <= {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/Lbl", "/Link", "/Figure", "/Span"}
    assert {around for kind, around in kinds if kind == "/LI"} == {"/L"}
    assert {around for kind, around in kinds if kind in ("/Lbl", "/LBody")} == {"/LI"}
    assert {kind for kind, around in kinds if around == "/LBody"} <= {"/P", "/L", "/Div"}
    assert {around for kind, around in kinds if kind == "/Span"} <= {"/P"}
    items = Counter(kind for kind, _ in kinds)
    assert items["/LI"] == items["/LBody"] == items["/Lbl"]
    assert items["/P"] >= sum(len(block.items) for block in blocks(real_aid(), summary_of(ORDINARY)))


def test_the_address_of_each_source_can_be_pressed() -> None:
    with opened(pdf_of(ORDINARY)) as document:
        links = [link for page in document.pages for link in page.get("/Annots", []) if link.Subtype == "/Link"]
        addresses = [str(link.A.URI) for link in links]
        kinds = [(kind, around) for kind, around, _ in tree(document)]
    urls = [source.url for source in summary_of(ORDINARY).sources if source.url]
    assert list(dict.fromkeys(addresses)) == urls  # an address that is broken over two lines is pressed on both
    assert [kind for kind, _ in kinds].count("/Link") == len(urls)
    assert {around for kind, around in kinds if kind == "object"} == {"/Link"}


@both_papers
def test_no_address_gains_or_loses_a_hyphen_where_a_line_ends(paper: Paper) -> None:
    spanish = real_aid("es")
    for outcome in ratable_outcomes(spanish):
        summary = summarize(spanish, Answers(importance={outcome: 9}), TODAY)
        text = "".join(re.sub("[\ufffe\x02]", "-", text_of(pdf(spanish, summary, paper))).split())
        assert [source.address for source in summary.sources if source.address not in text] == []


@both_papers
def test_an_ordinary_person_takes_three_sheets_with_questions_main_figures_and_sources_in_turn(
    aid: Aid, paper: Paper
) -> None:
    summary, document = summary_of(ORDINARY), pypdfium2.PdfDocument(pdf_of(ORDINARY, paper))
    assert all(page.get_size() == pytest.approx(SIZES[paper], abs=0.1) for page in document)
    first, second, third = (letters(page.get_textpage().get_text_range()) for page in document)
    for question in summary.questions:
        assert all(letters(text) in first for text in (question.text, question.because, question.ask))
    for sheet, parts in ((first, first_sheet), (second, second_sheet), (third, third_sheet)):
        assert all(letters(block.heading) in sheet for block in parts(aid, summary))
        assert letters(closing(aid, summary)) in sheet
    assert all(letters(source) in third for source in cited(summary))
    for fact in summary.facts:
        assert all(letters(text) in second for figure in fact.main for text in texts_of(figure))
        assert all(letters(text) in third for figure in fact.further for text in texts_of(figure))


@both_papers
@both_languages
def test_an_ordinary_persons_three_sheets_have_nothing_smaller_than_ten_and_a_half_points_for_the_doctor(
    language: str, paper: Paper
) -> None:
    aid = real_aid(language)
    document = pypdfium2.PdfDocument(pdf(aid, summarize(aid, ORDINARY, TODAY), paper))
    assert len(document) == 3
    counted = sizes(document[1], FOOT)
    assert counted.total() > 1000
    assert min(counted) >= 10.5


def fill(page: pypdfium2.PdfPage) -> float:
    """How far down the paper reaches what stands on it, above the foot: 0 to 1."""
    top = page.get_height() - HEAD
    bottoms = [shape.get_bounds()[1] for shape in page.get_objects()]
    return (top - min((bottom for bottom in bottoms if bottom > FOOT), default=top)) / (top - FOOT)


@settings(max_examples=30)
@given(answers_by_tapping | answers_with_words | edited_answers, st.sampled_from(["en", "es"]), st.sampled_from(PAPERS))
@example(Answers(), "en", "us-letter")
@example(Answers(situation={"pain_now": 7}), "es", "us-letter")
@example(Answers(importance={"pain_year": 9}), "es", "a4")
@example(Answers(situation={"pain_now": 7, "urgent_signs": EVERY_SIGN}), "en", "us-letter")
@example(answers_with("word and more words. " * 40), "en", "us-letter")
def test_no_sheet_has_two_empty_thirds(answers: Answers, language: str, paper: Paper) -> None:
    aid = real_aid(language)
    sheets = [fill(page) for page in pypdfium2.PdfDocument(pdf(aid, summarize(aid, answers, TODAY), paper))]
    assert min(sheets) >= 1 / 3


def test_someone_who_said_little_takes_one_sheet() -> None:
    little = Answers(situation={"pain_now": 7, "time_since_break": "weeks_2_to_6"})
    assert [len(pypdfium2.PdfDocument(pdf_of(answers))) for answers in (Answers(), little)] == [1, 1]


def test_warning_signs_stand_above_the_questions(aid: Aid) -> None:
    answers = ORDINARY.model_copy(update={"situation": {**ORDINARY.situation, "urgent_signs": ("fever",)}})
    first = letters(pypdfium2.PdfDocument(pdf_of(answers))[0].get_textpage().get_text_range())
    questions = [question.text for question in summary_of(answers).questions]
    marks = (aid.words.urgent["heading"], aid.words.urgent["numbers"], questions[0])
    assert sorted(positions := [first.index(letters(mark)) for mark in marks]) == positions
    assert all(letters(question) in first for question in questions)


@both_languages
def test_what_was_answered_stands_in_place_of_the_lines_and_apart_from_the_word_for_it(language: str) -> None:
    aid = real_aid(language)
    name = summarize(aid, ORDINARY, TODAY).questions[0].id
    edits = QuestionEdits(notes={name: "Stop and call us"}, answered=(name,))
    summary = summarize(aid, ORDINARY.model_copy(update={"question_edits": edits}), TODAY)
    for text in (text_of(pdf(aid, summary, "a4")), plain_text(aid, summary), html_page(aid, summary)):
        assert re.search(rf"{aid.words.app['answered']}[.:]\s+Stop and call us", text)


def test_the_same_summary_makes_the_same_file_small_enough_to_send() -> None:
    summary = summary_of(ORDINARY)
    before = pdf(real_aid(), summary, "a4")
    pdf(real_aid(), summary_of(Answers()), "us-letter")
    assert pdf(real_aid(), summary, "a4") == before
    assert len(before) < 250_000
    with opened(before) as document:
        info = document.docinfo
        assert {str(info[name])[2:10] for name in ("/CreationDate", "/ModDate") if name in info} == {f"{TODAY:%Y%m%d}"}


@cases("locale", "paper")
def test_paper_follows_the_country(locale: str | None, expected: Paper) -> None:
    assert paper_for(locale) == expected


@pytest.mark.parametrize("country", LETTER)
def test_countries_that_print_on_letter_get_letter(country: str) -> None:
    assert paper_for(f"xx-{country}") == "us-letter"
