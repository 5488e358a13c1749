"""The PDF, read back by other programs: whole, tagged, on three sheets, and with every letter as it was typed."""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest
import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from decision_aid.exports.letters import FONTS, fonts, runs
from decision_aid.exports.page import html_page
from decision_aid.exports.pdf import Paper, paper_for, pdf, undrawable_letters
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.model.answers import FROM_OUTSIDE, Answers, OwnReason, QuestionEdits
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.summary.blocks import blocks, closing, first_sheet, second_sheet, third_sheet
from decision_aid.summary.summary import Summary, summarize
from decision_aid.wording.key_figures import KeyFigure
from harness.people import ordinary
from tests.unit.people import answers_by_tapping, answers_with_words, edited_answers, real_aid

TODAY = date(2025, 3, 4)
SIZES = {"us-letter": (612, 792), "a4": (595.28, 841.89)}
"""In points: 8.5 × 11 inches (ANSI/ASME Y14.1), 210 × 297 mm (ISO 216)."""
LETTER = ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
"""CLDR, supplemental data, measurementData, paperSize."""
PAPERS: tuple[Paper, ...] = ("us-letter", "a4")
HEAD, SIDE, FOOT = (millimetres / 25.4 * 72 for millimetres in (11, 13, 16.5))
"""The margins, in points."""

ORDINARY = ordinary(real_aid())
EVERY_SIGN = tuple(name for name, sign in real_aid().situation["urgent_signs"].choices.items() if not sign.exclusive)
"""With these above the questions, nothing more fits on the first sheet."""

SKIN_TONES = "🏻🏼🏽🏾🏿"

HOSTILE = [
    "\"quotes\" 'single' \\ backslash \\n \\u{41}",
    '#panic("x") #read("/etc/passwd") #{1+1} #let x = 1',
    "*bold* _x_ `raw` $x^2$ @ref <label> = heading - list + enum / term: ~ -- --- ... // comment /* comment */",
    "]]}})) [[{{(( </script> &amp; %PDF-1.7 endobj",
    "https://example.org/#x fi fl ffi",
    "w" * 400,
    "word and more words. " * 238,
    "one\n\n\ntwo\r\nthree\u2028four",
    "e\u0301 n\u0303 x\u0336 a\u0300\u0301\u0302",
    "Η σπονδυλική στήλη. Мой позвоночник",
    "🦴👍🏽👨‍👩‍👧 1️⃣ ❤️ 🇳🇱",
]
RIGHT_TO_LEFT = ["הגב שלי כואב", "ظهري يؤلمني 10 أيام (منذ)", "הגב 🦴", "abc ظهري \u202edef\u202c הגב"]
NO_FONT = ["我的背疼", "내 등", "x漢y", "ש\u0324\u1ab0", "\ue000", "คอ"]

typed = (
    st.text(max_size=80)
    | st.text(st.sampled_from("#$\\\"'`*_@<>[]{}()=-+/~&%^ \n\u202e\u200d\u0301aאש字🦴"), max_size=40)
    | st.sampled_from([*HOSTILE, *RIGHT_TO_LEFT, *NO_FONT])
)


@lru_cache
def made(answers_json: str, paper: Paper) -> bytes:
    return pdf(real_aid(), summary_of(Answers.model_validate_json(answers_json, context=FROM_OUTSIDE)), paper)


def pdf_of(answers: Answers, paper: Paper = "us-letter") -> bytes:
    return made(answers.model_dump_json(), paper)


def summary_of(answers: Answers) -> Summary:
    return summarize(real_aid(), answers, TODAY)


def tree(document: pikepdf.Pdf) -> Iterator[tuple[str, str, pikepdf.Dictionary | None]]:
    """The structure tree in reading order: the kind of each element, the kind that it stands in, and the element.

    Kinds are those of the standard. What stands in an element and is none itself is "text" on a page, or "object".
    """
    root = document.Root.StructTreeRoot
    roles = {str(name): str(role) for name, role in root.get("/RoleMap", {}).items()}

    def walk(element: Any, around: str) -> Iterator[tuple[str, str, pikepdf.Dictionary | None]]:
        if isinstance(element, pikepdf.Array):
            for child in element:
                yield from walk(child, around)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            kind = roles.get(str(element.S), str(element.S))
            yield kind, around, element
            yield from walk(element.get("/K"), kind)
        elif element is not None:
            yield "object" if isinstance(element, pikepdf.Dictionary) and "/Obj" in element else "text", around, None

    yield from walk(root.K, "")


def tags(document: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Every element of the structure tree in reading order: its standard kind and its description."""
    return [(kind, str(element.get("/Alt", ""))) for kind, _, element in tree(document) if element is not None]


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """What a PDF reader finds when it searches or copies.

    Read unit by unit: pdfium turns the two halves of an emoji round beside text that runs from right to left.
    """
    found = []
    for page in pypdfium2.PdfDocument(content):
        units = page.get_textpage()
        found += [chr(pypdfium2.raw.FPDFText_GetUnicode(units.raw, place)) for place in range(units.count_chars())]
    pairs = re.compile("([\ud800-\udbff][\udc00-\udfff])|([\udc00-\udfff])([\ud800-\udbff])")
    halves = pairs.sub(lambda pair: pair[1] or pair[3] + pair[2], "".join(found))
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def letters(text: str) -> str:
    """A text without spaces and line breaks, which a layout may change, and without what has no shape of its own.

    In Unicode's compatibility form, since a reader may give the long form of an Arabic ligature; and without hyphens,
    since pdfium takes one at the end of a line for a sign of hyphenation and leaves it out.
    """
    shapes = unicodedata.normalize("NFKC", text)
    return "".join(
        sign
        for sign in shapes
        if not sign.isspace() and unicodedata.category(sign) not in ("Cc", "Cf", "Cs") and sign not in "\ufeff\ufffe-"
    )


def lines(summary: Summary) -> list[str]:
    """Every text that the PDF has to carry."""
    parts = [text for block in blocks(real_aid(), summary) for item in block.items for text in (item.text, item.under)]
    notes = [item.note for block in blocks(real_aid(), summary) for item in block.items if item.note]
    headings = [block.heading for block in blocks(real_aid(), summary)]
    facts = [text for fact in summary.facts for known in fact.known for text in known]
    names = [fact.name for fact in summary.facts]
    figures = [text for fact in summary.facts for part in (fact.main, fact.further) for text in told_of(part)]
    return [*headings, *parts, *notes, *names, *facts, *figures, *cited(summary), closing(real_aid(), summary)]


def cited(summary: Summary) -> list[str]:
    """The sources as they stand in print."""
    return [source.text for source in summary.sources]


def told_of(figures: tuple[KeyFigure, ...]) -> list[str]:
    """All that has to be said of figures under each other: the smallest change that people notice once for them all."""
    noticed = dict.fromkeys(figure.noticed for figure in figures if figure.noticed)
    return [*noticed, *(text for figure in figures for text in said_of(figure) if text not in noticed)]


def said_of(figure: KeyFigure) -> tuple[str, ...]:
    """All that has to be said of a figure."""
    return (figure.title, figure.comparator, *figure.details, *(one.text for one in figure.groups))


def sentences(summary: Summary) -> list[str]:
    """What each picture of people shows, in words."""
    figures = [
        *(figure for fact in summary.facts for figure in fact.main),
        *(figure for fact in summary.facts for figure in fact.further),
    ]
    groups = [one for figure in figures for one in figure.groups]
    return [f"{one.group}: {one.text}" for one in groups if one.people]


def answers_with(text: str) -> Answers:
    """Someone who typed the same text wherever one can type."""
    first = summary_of(ORDINARY).questions[0].id
    edits = QuestionEdits(answered=("own_1",), order=("own_1",)).model_copy(
        update={"own": {"own_1": text}, "notes": {first: text, "own_1": text}}
    )
    visit = ORDINARY.visit.model_copy(update={"reason": text, "next_step": text, "led_by": text})
    # As the widgets write: model_copy, so that nothing is stripped or refused on the way.
    return ORDINARY.model_copy(
        update={
            "situation": {**ORDINARY.situation, "anything_else": text},
            "own_reasons": (OwnReason(text="x", importance=3).model_copy(update={"text": text}),),
            "still_unclear": text,
            "medicines": ("apixaban", text),
            "question_edits": edits,
            "visit": visit,
        }
    )


def test_a_reading_machine_is_told_the_language_the_title_and_that_the_text_is_tagged(aid: Aid) -> None:
    with opened(pdf_of(ORDINARY)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.Root.Lang) == aid.words.language
        assert str(document.docinfo.Title) == aid.words.app["list_title"]
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == aid.words.app["list_title"]
            assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_each_picture_is_described_by_its_sentence() -> None:
    with opened(pdf_of(ORDINARY)) as document:
        described = [alt for kind, alt in tags(document) if kind == "/Figure"]
    assert described == sentences(summary_of(ORDINARY))
    assert described
    assert max(len(alt) for alt in described) <= 250


@settings(max_examples=15)
@given(answers_with_words | st.just(ORDINARY))
def test_the_title_is_the_first_heading_and_no_level_is_left_out(answers: Answers) -> None:
    title = real_aid().words.app["list_title"]
    with opened(pdf_of(answers)) as document:
        headings = [(int(kind[2]), str(one.T)) for kind, _, one in tree(document) if one and re.match("/H[1-6]", kind)]
    levels = [level for level, _ in headings]
    assert [told for level, told in headings if level == 1] == [headings[0][1]] == [title]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    told = [text for _, text in headings]
    assert [block.heading for block in blocks(real_aid(), summary_of(answers)) if block.heading not in told] == []


def test_all_text_stands_in_paragraphs_headings_or_the_parts_of_a_list() -> None:
    """As ISO 32000-1, 14.8.4, has it: a list holds items, an item its label and its body, a body its paragraphs."""
    with opened(pdf_of(ORDINARY)) as document:
        found = [(kind, around) for kind, around, _ in tree(document)]
    holds = {around for kind, around in found if kind == "text"}
    assert holds <= {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/Lbl", "/Link", "/Figure", "/Span"}
    assert {around for kind, around in found if kind == "/LI"} == {"/L"}
    assert {around for kind, around in found if kind in ("/Lbl", "/LBody")} == {"/LI"}
    assert {kind for kind, around in found if around == "/LBody"} <= {"/P", "/L", "/Div"}
    assert {around for kind, around in found if kind == "/Span"} <= {"/P"}
    items = Counter(kind for kind, _ in found)
    assert items["/LI"] == items["/LBody"] == items["/Lbl"]
    assert items["/P"] >= sum(len(block.items) for block in blocks(real_aid(), summary_of(ORDINARY)))


def test_the_address_of_each_source_can_be_pressed() -> None:
    with opened(pdf_of(ORDINARY)) as document:
        pressed = [
            str(one.A.URI) for page in document.pages for one in page.get("/Annots", []) if one.Subtype == "/Link"
        ]
        kinds = Counter(kind for kind, _, _ in tree(document))
        objects = [around for kind, around, _ in tree(document) if kind == "object"]
    urls = [source.url for source in summary_of(ORDINARY).sources if source.url]
    assert list(dict.fromkeys(pressed)) == urls  # an address that is broken over two lines is pressed on both
    assert kinds["/Link"] == len(urls)
    assert set(objects) == {"/Link"}


@pytest.mark.parametrize("paper", PAPERS)
def test_no_address_gains_or_loses_a_hyphen_where_a_line_ends(paper: Paper) -> None:
    spanish = real_aid("es")
    for outcome in ratable_outcomes(spanish):
        summary = summarize(spanish, Answers(importance={outcome: 9}), TODAY)
        found = re.sub("[\ufffe\x02]", "-", text_of(pdf(spanish, summary, paper)))
        found = "".join(found.split())
        assert [source.address for source in summary.sources if source.address not in found] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_an_ordinary_person_takes_three_sheets_with_questions_main_figures_and_sources_in_turn(
    aid: Aid, paper: Paper
) -> None:
    summary, document = summary_of(ORDINARY), pypdfium2.PdfDocument(pdf_of(ORDINARY, paper))
    assert len(document) == 3
    assert all(page.get_size() == pytest.approx(SIZES[paper], abs=0.1) for page in document)
    first, second, third = (letters(page.get_textpage().get_text_range()) for page in document)
    for question in summary.questions:
        assert letters(question.text) in first
        assert letters(question.because) in first
        assert letters(question.ask) in first
    for sheet, parts in ((first, first_sheet), (second, second_sheet), (third, third_sheet)):
        assert all(letters(block.heading) in sheet for block in parts(aid, summary))
    assert all(letters(source) in third for source in cited(summary))
    for fact in summary.facts:
        assert all(letters(text) in second for figure in fact.main for text in said_of(figure))
        assert all(letters(text) in third for figure in fact.further for text in said_of(figure))
    assert all(letters(closing(aid, summary)) in sheet for sheet in (first, second, third))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_that_the_doctor_reads_is_smaller_than_ten_and_a_half_points(language: str, paper: Paper) -> None:
    spoken = real_aid(language)
    document = pypdfium2.PdfDocument(pdf(spoken, summarize(spoken, ordinary(spoken), TODAY), paper))
    text = document[1].get_textpage()
    sizes = [
        pypdfium2.raw.FPDFText_GetFontSize(text.raw, place)
        for place in range(text.count_chars())
        if text.get_charbox(place)[1] > FOOT
    ]
    assert len(document) == 3
    assert len(sizes) > 1000
    assert min(size for size in sizes if size > 1) >= 10.5  # pdfium gives what it adds, such as spaces, no size


def fill(page: pypdfium2.PdfPage) -> float:
    """How far down the paper reaches what stands on it, above the foot: 0 to 1."""
    top = page.get_height() - HEAD
    lowest = [one.get_bounds()[1] for one in page.get_objects() if one.get_bounds()[1] > FOOT]
    return (top - min(lowest, default=top)) / (top - FOOT)


@settings(max_examples=30)
@given(answers_by_tapping | answers_with_words | edited_answers, st.sampled_from(["en", "es"]), st.sampled_from(PAPERS))
@example(Answers(), "en", "us-letter")
@example(Answers(situation={"pain_now": 7}), "es", "us-letter")
@example(Answers(importance={"pain_year": 9}), "es", "a4")
@example(Answers(situation={"pain_now": 7, "urgent_signs": EVERY_SIGN}), "en", "us-letter")
@example(answers_with("word and more words. " * 40), "en", "us-letter")
def test_no_sheet_has_two_empty_thirds(answers: Answers, language: str, paper: Paper) -> None:
    spoken = real_aid(language)
    sheets = [fill(page) for page in pypdfium2.PdfDocument(pdf(spoken, summarize(spoken, answers, TODAY), paper))]
    assert min(sheets) >= 1 / 3


def test_someone_who_said_little_takes_one_sheet(aid: Aid) -> None:
    little = Answers(situation={"pain_now": 7, "time_since_break": "weeks_2_to_6"})
    for answers in (Answers(), little):
        assert len(pypdfium2.PdfDocument(pdf_of(answers))) == 1


def test_a_word_without_end_stays_on_the_paper() -> None:
    document = pypdfium2.PdfDocument(pdf_of(answers_with("w" * 400)))
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert max(box[2] for box in boxes) <= page.get_width() - SIDE + 3


def test_warning_signs_stand_above_the_questions(aid: Aid) -> None:
    answers = ORDINARY.model_copy(update={"situation": {**ORDINARY.situation, "urgent_signs": ("fever",)}})
    first = letters(pypdfium2.PdfDocument(pdf_of(answers))[0].get_textpage().get_text_range())
    summary = summary_of(answers)
    marks = (aid.words.urgent["heading"], aid.words.urgent["numbers"], summary.questions[0].text)
    assert sorted(places := [first.index(letters(mark)) for mark in marks]) == places
    assert all(letters(question.text) in first for question in summary.questions)


def test_someone_who_answered_nothing_gets_a_whole_list() -> None:
    summary, found = summary_of(Answers()), letters(text_of(pdf_of(Answers())))
    assert [line for line in lines(summary) if letters(line) not in found] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_was_answered_stands_in_place_of_the_lines_and_apart_from_the_word_for_it(language: str) -> None:
    spoken = real_aid(language)
    name = summarize(spoken, ORDINARY, TODAY).questions[0].id
    edits = QuestionEdits(notes={name: "Stop and call us"}, answered=(name,))
    summary = summarize(spoken, ORDINARY.model_copy(update={"question_edits": edits}), TODAY)
    for told in (text_of(pdf(spoken, summary, "a4")), plain_text(spoken, summary), html_page(spoken, summary)):
        assert re.search(rf"{spoken.words.app['answered']}[.:]\s+Stop and call us", told)


@settings(max_examples=20)
@given(typed)
def test_whatever_is_typed_comes_out_as_typed(text: str) -> None:
    answers = answers_with(text)
    content = pdf_of(answers)
    with opened(content) as document:
        boxes = [alt for kind, alt in tags(document) if kind == "/Figure"]
    # Letters that no font has are the descriptions of their boxes: they are looked for after the rest. A text that is
    # drawn in part is therefore compared as a bag of letters, as is one that runs from right to left: a PDF holds the
    # shapes as they stand on the paper, and each reader puts them in order, and turns brackets, by its own rules.
    found = letters(text_of(content) + "".join(boxes))
    wanted = "".join(letters(line) for line in lines(summary_of(answers)))
    lost = Counter(unturned(wanted)) - Counter(unturned(found))
    # Next to a sign without width, and for a skin tone that stands alone, pdfium may leave out a shape of the paper
    # (another reader, poppler, finds it): each letter is then looked for once and not as often as it was typed.
    silent = any(unicodedata.category(sign) in ("Cf", "Mn") or sign in SKIN_TONES for sign in text)
    assert lost.keys() - (set(unturned(found)) if silent else set()) == set()
    if left_to_right(text) and len(letters(text)) < 300:
        assert found.count(letters(text)) >= sum(letters(text) in letters(line) for line in lines(summary_of(answers)))


def unturned(text: str) -> str:
    """A text with one sign for all that have a mirror image."""
    return "".join("(" if unicodedata.mirrored(sign) else sign for sign in text)


def left_to_right(text: str) -> bool:
    """Whether a text is drawn by the fonts, one letter after the other, each with no more than one shape."""
    turning = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}
    return len(runs(text)) <= 1 and not any(
        unicodedata.bidirectional(sign) in turning or unicodedata.category(sign)[0] == "M" for sign in text
    )


def test_nothing_typed_is_cut_however_long_it_is() -> None:
    text = " ".join(f"word{number}" for number in range(560))[:5000]
    found = letters(text_of(pdf_of(answers_with(text))))
    words = Counter(text.split())
    asked = len([line for line in lines(summary_of(answers_with(text))) if text in line])
    short = {word: found.count(word + "word") for word in words if word != text.split()[-1]}
    # A page may end inside a text, so that the next word stands on another page: at most once a text and page.
    assert sum(asked - count for count in short.values()) <= asked * len(
        pypdfium2.PdfDocument(pdf_of(answers_with(text)))
    )


def test_letters_without_a_font_are_named_and_kept_as_the_description_of_their_boxes() -> None:
    answers = answers_with("我的背疼 a")
    assert undrawable_letters(real_aid(), summary_of(answers)) == "我的背疼"
    assert undrawable_letters(real_aid(), summary_of(answers_with("ظهري e\u0301 🦴\u202e\x07"))) == ""
    with opened(pdf_of(answers)) as document:
        assert ("/Figure", "我的背疼") in tags(document)


def test_the_same_summary_makes_the_same_file() -> None:
    summary = summary_of(ORDINARY)
    before = pdf(real_aid(), summary, "a4")
    pdf(real_aid(), summary_of(Answers()), "us-letter")
    assert pdf(real_aid(), summary, "a4") == before
    with opened(before) as document:
        dates = [
            str(document.docinfo[name])[2:10] for name in ("/CreationDate", "/ModDate") if name in document.docinfo
        ]
    assert set(dates) == {f"{TODAY:%Y%m%d}"}


def test_the_file_is_small_enough_to_send() -> None:
    assert len(pdf_of(ORDINARY)) < 250_000


def drawn(text: str, font: str) -> bool:
    """Whether Typst draws a text with one font alone under PDF/UA, which does not allow a missing shape."""
    own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    template = (
        b'#set document(title: "x")\n#set text(lang: "en", fallback: false, font: sys.inputs.font)\n#sys.inputs.text'
    )
    try:
        typst.Compiler(font_paths=own).compile(
            template, format="pdf", sys_inputs={"text": text, "font": font}, pdf_standards=["ua-1"]
        )
    except typst.TypstError:
        return False
    return True


@pytest.mark.parametrize("font", fonts())
def test_each_font_draws_the_letters_that_it_is_said_to_have(font: str) -> None:
    signs = [chr(code) for code in sorted(fonts()[font]) if unicodedata.category(chr(code))[0] not in "CZM"]
    assert drawn("\n".join(signs), font)
    others = [sign for sign in "我한คაⴰ" if ord(sign) not in fonts()[font]]
    assert not any(drawn(sign, font) for sign in others)


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        *((f"xx-{land}", "us-letter") for land in LETTER),
        *((f"en-{land}", "a4") for land in ("GB", "NL", "AU", "IN", "ZA")),
        ("en", "us-letter"),
        ("EN_us.UTF-8", "us-letter"),
        ("zh-Hant-TW", "a4"),
        ("es-419", "a4"),
        ("es-MX", "us-letter"),
        ("es", "a4"),
        ("", "a4"),
        ("*", "a4"),
        (None, "a4"),
    ],
)
def test_paper_follows_the_country(locale: str | None, paper: Paper) -> None:
    assert paper_for(locale) == paper
