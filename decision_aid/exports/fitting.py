"""Fitting texts into a limited room: on one line, in plain marks, whole or with a word that says what is left out."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from wcwidth import iter_graphemes

CUT = "..."
BETWEEN = "; "
WORTH_SHOWING = 24
"""Characters that are shown of a text that is cut, however little room there is: less could not be understood."""

TURNS_TEXT_ROUND = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that reorder all that follows them on a line, words of the aid included."""

_PLAIN = {
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "'": "\u2018\u2019\u201a\u201b\u2039\u203a\u2032",
    "-": "\u2010\u2011\u2012\u2013\u2212",
    " - ": "\u2014\u2015",
    "...": "\u2026",
    "*": "\u2022",
}
"""Quotes, dashes, dots and bullets as every keyboard has them, and the signs that they stand for. Letters with
accents and all other signs stay: a name must stay a name, and what "at least 5" was typed as must not become "5"."""

_MARKS = str.maketrans({sign: plain for plain, signs in _PLAIN.items() for sign in signs})


class Part(Protocol):
    """Something that can be told in more or fewer characters."""

    def within(self, room: float) -> str:
        """The fullest form of at most `room` characters, or the shortest there is."""


@dataclass(frozen=True)
class Quote:
    """A typed text in quotes. Where it has to be cut, `cut` says so, and where the whole stands."""

    text: str
    cut: str

    def within(self, room: float) -> str:
        """The whole, or its beginning up to the end of a word."""
        whole = f'"{self.text}"'
        if len(whole) <= room:
            return whole
        start = beginning(self.text, max(room - len(f'"" {self.cut}'), WORTH_SHOWING))
        return min(f'"{start}" {self.cut}', whole, key=len)


@dataclass(frozen=True)
class Listing:
    """Texts one after the other, each whole or left out; `more` counts those left out, and says where they stand."""

    texts: tuple[str, ...]
    more: Callable[[int], str]

    def within(self, room: float) -> str:
        """As many texts as there is room for, in order, and how many more there are."""
        number = len(self.texts)
        counted = ((*self.texts[:kept], self.more(number - kept)) for kept in reversed(range(number)))
        forms = [BETWEEN.join(texts) for texts in (self.texts, *counted)]
        return next((form for form in forms if len(form) <= room), min(forms, key=len))


def one_line(text: str) -> str:
    """A text on one line and in plain marks: each run of spaces and line breaks becomes a space.

    Signs without a shape are dropped. So nothing that was typed can look like a line of its own.
    """
    kept = (sign for sign in text.translate(_MARKS) if sign.isspace() or _has_shape(sign))
    return " ".join("".join(kept).split())


def _has_shape(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") and sign not in TURNS_TEXT_ROUND


def beginning(text: str, room: float) -> str:
    """As much of a text as `room` holds with its three dots: up to the end of a word, and never half of a letter."""
    start = ""
    for letter in iter_graphemes(text):
        if len(start) + len(letter) > room - len(CUT):
            break
        start += letter
    if not text[len(start) :][:1].isspace() and " " in start:
        start = start.rpartition(" ")[0]
    return start.rstrip() + CUT


def fitted(parts: Sequence[Part], room: int) -> list[str]:
    """The parts in as much of the room as each needs: the same for all, and what one leaves goes to the others.

    Together they are longer than `room` only where not even their shortest forms fit.
    """
    told = [part.within(0) for part in parts]
    spare = room - sum(map(len, told))
    needs = {place: len(part.within(float("inf"))) - len(told[place]) for place, part in enumerate(parts)}
    for done, place in enumerate(sorted(needs, key=needs.__getitem__)):
        shortest = len(told[place])
        told[place] = parts[place].within(shortest + max(spare, 0) // (len(parts) - done))
        spare -= len(told[place]) - shortest
    return told
