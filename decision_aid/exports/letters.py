"""Which letters the fonts of the PDF can draw, so that others are neither lost nor a reason to fail.

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

from decision_aid.exports.typed import printable

FONTS = Path(__file__).parent / "fonts"
ENDLESS = re.compile("[^\\s/-]{40,}")
"""What fits no column: longer than any word, and without a sign after which a line may end."""
MAY_END = "\u200b"
"""Without width; a line may end here."""

SILENT = (
    "00ad 034f 061c 115f-1160 17b4-17b5 180b-180f 200b-200f 202a-202e 2060-206f 3164 fe00-fe0f ffa0 1bca0-1bca3 "
    "1d173-1d17a e0000-e0fff"
)
"""Joiners, direction marks and variation selectors, which need no shape: Unicode's Default_Ignorable_Code_Point.

Not the byte order mark, which a PDF/UA may not hold.
"""


def runs(text: str) -> tuple[str, ...]:
    """The printable text in pieces, by turns drawable and not, a drawable one first (it may be "").

    Cut between what is read as one letter, since a letter and its marks are drawn from one font or from none. What
    would run off the paper may be broken every few letters.
    """
    pieces = [(drawn, "".join(letters)) for drawn, letters in groupby(iter_graphemes(printable(text)), _drawable)]
    pieces = [(drawn, ENDLESS.sub(_breakable, piece) if drawn else piece) for drawn, piece in pieces]
    parts = tuple(piece for _, piece in pieces)
    return parts if pieces and pieces[0][0] else ("", *parts)


def _breakable(word: re.Match[str]) -> str:
    """A word in parts of eight letters: more places to break it at would take seconds to choose from."""
    letters = list(iter_graphemes(word[0]))
    return MAY_END.join("".join(letters[place : place + 8]) for place in range(0, len(letters), 8))


@lru_cache(maxsize=4096)
def _drawable(letter: str) -> bool:
    """Whether one font has all of a letter, as typed or with its marks put together or taken apart."""
    forms = (letter, unicodedata.normalize("NFC", letter), unicodedata.normalize("NFD", letter))
    shapes = [{ord(sign) for sign in form} - _silent() for form in forms]
    return any(shape <= font for shape in shapes for font in fonts().values())


@lru_cache
def _silent() -> frozenset[int]:
    return frozenset((ord("\n"), *_spelled_out(SILENT)))


@lru_cache
def fonts() -> dict[str, frozenset[int]]:
    """The code points that each font can draw, by the font's name, in the order in which they are tried."""
    record = json.loads((FONTS / "code_points.json").read_text(encoding="utf-8"))
    return {name: frozenset(_spelled_out(ranges)) for name, ranges in record.items()}


def _spelled_out(ranges: str) -> list[int]:
    ends = (span.partition("-") for span in ranges.split())
    return [code for low, _, high in ends for code in range(int(low, 16), int(high or low, 16) + 1)]
