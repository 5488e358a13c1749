"""Which letters the fonts of the PDF can draw, so that others are neither lost nor cause an error.

The fonts cover Latin, Greek, Cyrillic, Devanagari, Hebrew, Arabic, emoji and common signs. Chinese, Japanese, Korean
and other scripts would need many megabytes more.
"""

import json
import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from wcwidth import iter_graphemes

from decision_aid.exports.printable_text import printable

FONTS = Path(__file__).parent / "fonts"
ENDLESS = re.compile("[^\\s/-]{40,}")
"""A string too long for a column: longer than any word, without a character that allows a line break."""
MAY_END = "\u200b"
"""Zero width space, which allows a line break."""

SILENT = (
    "00ad 034f 061c 115f-1160 17b4-17b5 180b-180f 200b-200f 202a-202e 2060-206f 3164 fe00-fe0f ffa0 1bca0-1bca3 "
    "1d173-1d17a e0000-e0fff"
)
"""Characters that need no glyph (joiners, direction marks, ...): Unicode's Default_Ignorable_Code_Point.

Without the byte order mark, which PDF/UA forbids.
"""


def runs(text: str) -> tuple[str, ...]:
    """The printable text in alternating pieces: drawable, undrawable, ... The first is drawable (and may be "").

    Graphemes are not split, since a letter and its marks need one font. Strings too long for a line get break
    opportunities.
    """
    pieces = [(drawn, "".join(letters)) for drawn, letters in groupby(iter_graphemes(printable(text)), _drawable)]
    pieces = [(drawn, ENDLESS.sub(_breakable, piece) if drawn else piece) for drawn, piece in pieces]
    parts = tuple(piece for _, piece in pieces)
    return parts if pieces and pieces[0][0] else ("", *parts)


def _breakable(word: re.Match[str]) -> str:
    """A word with a break opportunity every eight letters: more would make Typst take seconds."""
    letters = list(iter_graphemes(word[0]))
    return MAY_END.join("".join(letters[start : start + 8]) for start in range(0, len(letters), 8))


@lru_cache(maxsize=4096)
def _drawable(letter: str) -> bool:
    """Whether a single font can draw a grapheme as typed, composed (NFC) or decomposed (NFD)."""
    forms = (letter, unicodedata.normalize("NFC", letter), unicodedata.normalize("NFD", letter))
    shapes = [{ord(sign) for sign in form} - _silent() for form in forms]
    return any(shape <= font for shape in shapes for font in fonts().values())


@lru_cache
def _silent() -> frozenset[int]:
    return frozenset((ord("\n"), *_code_points(SILENT)))


@lru_cache
def fonts() -> dict[str, frozenset[int]]:
    """The code points of each font by its name, in the order in which Typst tries them."""
    record = json.loads((FONTS / "code_points.json").read_text(encoding="utf-8"))
    return {name: frozenset(_code_points(ranges)) for name, ranges in record.items()}


def _code_points(ranges: str) -> list[int]:
    ends = (span.partition("-") for span in ranges.split())
    return [code for low, _, high in ends for code in range(int(low, 16), int(high or low, 16) + 1)]
