"""The PDF carries every letter as it was typed, in whichever script, and stays on the paper."""

import unicodedata
from collections import Counter

import pypdfium2
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.exports.letters import FONTS, fonts, runs
from decision_aid.exports.pdf import undrawable_letters
from decision_aid.model.answers import Answers
from harness.aids import real_aid
from tests.unit.pdf_reader import boxes, described, letters, opened, text_of
from tests.unit.people import summary_of
from tests.unit.printed import answers_with, lines, pdf_of

SIDE = 13 / 25.4 * 72
"""The margin, in points."""
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


@settings(max_examples=20)
@given(typed)
def test_whatever_is_typed_comes_out_as_typed(text: str) -> None:
    answers = answers_with(text)
    content = pdf_of(answers)
    with opened(content) as document:
        pictures = described(document)
    # Letters that no font has are the descriptions of their boxes: they are looked for after the rest. A text that is
    # drawn in part is therefore compared as a bag of letters, as is one that runs from right to left: a PDF holds the
    # shapes as they stand on the paper, and each reader puts them in order, and turns brackets, by its own rules.
    printed = letters(text_of(content) + "".join(pictures))
    wanted = [letters(line) for line in lines(summary_of(answers))]
    lost = Counter(unturned("".join(wanted))) - Counter(unturned(printed))
    # Next to a sign without width, and for a skin tone that stands alone, pdfium may leave out a shape of the paper
    # (another reader, poppler, finds it): each letter is then looked for once and not as often as it was typed.
    silent = any(unicodedata.category(sign) in ("Cf", "Mn") or sign in SKIN_TONES for sign in text)
    assert lost.keys() - (set(unturned(printed)) if silent else set()) == set()
    if left_to_right(text) and len(letters(text)) < 300:
        assert printed.count(letters(text)) >= sum(letters(text) in line for line in wanted)


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
    words = [f"word{number}" for number in range(560)]
    text = " ".join(words)[:5000]
    words, answers = text.split(), answers_with(text)
    printed = letters(text_of(pdf_of(answers)))
    copies = len([line for line in lines(summary_of(answers)) if text in line])
    missing = sum(copies - printed.count(f"{word}word") for word in words[:-1])
    # A page may end inside a text, so that the next word stands on another page: at most once a text and page.
    assert missing <= copies * len(pypdfium2.PdfDocument(pdf_of(answers)))


def test_someone_who_answered_nothing_gets_a_whole_list() -> None:
    printed = letters(text_of(pdf_of(Answers())))
    assert [line for line in lines(summary_of(Answers())) if letters(line) not in printed] == []


def test_a_word_without_end_stays_on_the_paper() -> None:
    for page in pypdfium2.PdfDocument(pdf_of(answers_with("w" * 400))):
        assert max(right for _, _, right, _ in boxes(page)) <= page.get_width() - SIDE + 3


def test_letters_without_a_font_are_named_and_kept_as_the_description_of_their_boxes() -> None:
    answers = answers_with("我的背疼 a")
    assert undrawable_letters(real_aid(), summary_of(answers)) == "我的背疼"
    assert undrawable_letters(real_aid(), summary_of(answers_with("ظهري e\u0301 🦴\u202e\x07"))) == ""
    with opened(pdf_of(answers)) as document:
        assert "我的背疼" in described(document)


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
    assert not any(drawn(sign, font) for sign in "我한คаⴰ" if ord(sign) not in fonts()[font])
