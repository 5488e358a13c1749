"""Fit texts into limited space: on one line, in plain punctuation, whole or with a note of what was left out."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from wcwidth import iter_graphemes

CUT = "..."
BETWEEN = "; "
WORTH_SHOWING = 24
"""The fewest characters to show of a cut text, however little room there is: less is not understandable."""

TURNS_TEXT_ROUND = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidirectional controls, which would reorder the rest of the line, including the aid's words."""

_PLAIN = {
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "'": "\u2018\u2019\u201a\u201b\u2039\u203a\u2032",
    "-": "\u2010\u2011\u2012\u2013\u2212",
    " - ": "\u2014\u2015",
    "...": "\u2026",
    "*": "\u2022",
}
"""ASCII quotes, dashes, dots and bullets, and the characters that each replaces. Accented letters and all others stay:
a name must not change, and "≥5" must not become "5"."""

_MARKS = str.maketrans({sign: plain for plain, signs in _PLAIN.items() for sign in signs})


class Part(Protocol):
    """A text that has longer and shorter forms."""

    def within(self, room: float) -> str:
        """The longest form of at most `room` characters, or the shortest one if none fits."""


@dataclass(frozen=True)
class Quote:
    """A typed text in quotes. If it is shortened, `cut` says so, and where to find the whole."""

    text: str
    cut: str

    def within(self, room: float) -> str:
        """The whole text, or its beginning up to the end of a word."""
        whole = f'"{self.text}"'
        if len(whole) <= room:
            return whole
        start = beginning(self.text, max(room - len(f'"" {self.cut}'), WORTH_SHOWING))
        return min(f'"{start}" {self.cut}', whole, key=len)


@dataclass(frozen=True)
class Listing:
    """A list of texts, each whole or left out; `more` gives the words for how many are left out."""

    texts: tuple[str, ...]
    more: Callable[[int], str]

    def within(self, room: float) -> str:
        """The first texts that fit, and how many more there are."""
        number = len(self.texts)
        shortened = ((*self.texts[:count], self.more(number - count)) for count in reversed(range(number)))
        forms = [BETWEEN.join(texts) for texts in (self.texts, *shortened)]
        return next((form for form in forms if len(form) <= room), min(forms, key=len))


def one_line(text: str) -> str:
    """The text on one line in plain punctuation: each run of spaces and line breaks becomes a space.

    Invisible characters are dropped, so that typed text cannot imitate a separate line.
    """
    signs = (sign for sign in text.translate(_MARKS) if sign.isspace() or _has_shape(sign))
    return " ".join("".join(signs).split())


def _has_shape(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") and sign not in TURNS_TEXT_ROUND


def beginning(text: str, room: float) -> str:
    """The beginning of a text with "...", in at most `room` characters: ends after a word, never inside a grapheme."""
    start = ""
    for letter in iter_graphemes(text):
        if len(start) + len(letter) > room - len(CUT):
            break
        start += letter
    if not text[len(start) :][:1].isspace() and " " in start:
        start = start.rpartition(" ")[0]
    return start.rstrip() + CUT


def fit_parts(parts: Sequence[Part], room: int) -> list[str]:
    """The parts as texts that share `room` characters: equal shares, and what a part does not need goes to the others.

    Together they exceed `room` only if even their shortest forms do.
    """
    texts = [part.within(0) for part in parts]
    spare = room - sum(map(len, texts))
    needs = {index: len(part.within(float("inf"))) - len(texts[index]) for index, part in enumerate(parts)}
    for done, index in enumerate(sorted(needs, key=needs.__getitem__)):
        shortest = len(texts[index])
        texts[index] = parts[index].within(shortest + max(spare, 0) // (len(parts) - done))
        spare -= len(texts[index]) - shortest
    return texts
