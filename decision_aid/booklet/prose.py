"""Section texts as parts. Supports the Markdown that the content uses: paragraphs, lists, bold."""

import re

from decision_aid.booklet.parts import Line, Listing, Paragraph, Part, Span

_STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_ITEM = re.compile(r"^(?:-|(\d+)\.) +")


def line(text: str) -> Line:
    """A text on one line, as spans."""
    pieces = _STRONG.split(" ".join(text.split()))
    return tuple(Span(piece, bool(index % 2)) for index, piece in enumerate(pieces) if piece)


def plain(text: str) -> Line:
    """A text without Markdown, as a single span."""
    return (Span(text),)


def parts_of(text: str) -> tuple[Part, ...]:
    """The paragraphs and lists of a text, in order."""
    return tuple(_block(block) for block in re.split(r"\n\s*\n", text.strip()) if block.strip())


def _block(block: str) -> Part:
    first = _ITEM.match(block.strip())
    if not first:
        return Paragraph(line(block))
    items = re.split(r"\n(?=(?:-|\d+\.) +)", block.strip())
    return Listing(tuple(line(_ITEM.sub("", item)) for item in items), numbered=first[1] is not None)
