"""A PDF read back by other programs: its structure, its text and its letters."""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw

from decision_aid.exports.pdf import Paper

SIZES = {"us-letter": (612, 792), "a4": (595.28, 841.89)}
"""In points: 8.5 × 11 inches (ANSI/ASME Y14.1), 210 × 297 mm (ISO 216)."""
PAPERS: tuple[Paper, ...] = ("us-letter", "a4")


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


def described(document: pikepdf.Pdf) -> list[str]:
    """The descriptions of all figures, in order."""
    return [str(element.get("/Alt", "")) for kind, _, element in tree(document) if element and kind == "/Figure"]


def headings(document: pikepdf.Pdf) -> list[tuple[int, str]]:
    """The level and the text of each heading, in order."""
    return [
        (int(kind[2]), str(element.T)) for kind, _, element in tree(document) if element and re.match("/H[1-6]", kind)
    ]


def has_one_title_and_leaves_no_level_out(document: pikepdf.Pdf, title: str) -> None:
    """See that the title is the first heading and the one at the top, and that no heading skips a level."""
    levels = [level for level, _ in headings(document)]
    assert [text for level, text in headings(document) if level == 1] == [headings(document)[0][1]] == [title]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def opened(content: bytes) -> pikepdf.Pdf:
    """For a look at its structure."""
    return pikepdf.open(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """What a PDF reader finds when it searches or copies.

    Read unit by unit: pdfium turns the two halves of an emoji round beside text that runs from right to left.
    """
    signs = []
    for page in pypdfium2.PdfDocument(content):
        units = page.get_textpage()
        signs += [chr(pypdfium2.raw.FPDFText_GetUnicode(units.raw, index)) for index in range(units.count_chars())]
    pairs = re.compile("([\ud800-\udbff][\udc00-\udfff])|([\udc00-\udfff])([\ud800-\udbff])")
    halves = pairs.sub(lambda pair: pair[1] or pair[3] + pair[2], "".join(signs))
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def boxes(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Where each sign stands: left, bottom, right, top, in points."""
    text = page.get_textpage()
    return [text.get_charbox(index) for index in range(text.count_chars())]


def sizes(page: pypdfium2.PdfPage, foot: float) -> Counter[float]:
    """How many letters a page has of each size in points, above its foot."""
    text, counted = page.get_textpage(), Counter[float]()
    for index, box in enumerate(boxes(page)):
        size = round(pypdfium2.raw.FPDFText_GetFontSize(text.raw, index), 1)
        if size > 1 and box[1] > foot:  # pdfium gives what it adds, such as spaces, no size
            counted[size] += 1
    return counted


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
