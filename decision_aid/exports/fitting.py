"""Fitting texts that people typed into a fixed room: on one line, quoted, shortened fairly and never broken up."""

import unicodedata
from collections.abc import Sequence

CUT = "…"
BETWEEN = "; "
WORTH_SHOWING = 24
"""Characters below which a further text of a list is left out, as too little of it could be read."""

TURNS_TEXT_ROUND = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that reorder all that follows them on a line, words of the aid included."""


def one_line(text: str) -> str:
    """A text on one line: each run of spaces and line breaks becomes a space, and signs without a shape are dropped.

    So nothing that was typed can look like a line of its own.
    """
    kept = (sign for sign in text if sign.isspace() or _has_shape(sign))
    return " ".join("".join(kept).split())


def _has_shape(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") and sign not in TURNS_TEXT_ROUND


def shortened(text: str, room: int) -> str:
    """A text of at most `room` characters: the whole, or its beginning up to the end of a word, and an ellipsis."""
    if len(text) <= room:
        return text
    start = text[: max(room - len(CUT), 0)]
    if not text[len(start)].isspace() and " " in start:
        start = start.rpartition(" ")[0]
    return start.rstrip() + CUT


def shares(needs: Sequence[int], room: int) -> list[int]:
    """How much of the room each text gets: the same for all, and what one does not need goes to the others."""
    given = [0] * len(needs)
    by_need = sorted(range(len(needs)), key=needs.__getitem__)
    for done, place in enumerate(by_need):
        given[place] = min(needs[place], room // (len(needs) - done))
        room -= given[place]
    return given


def quoted(texts: Sequence[str], room: int | None = None) -> str:
    """Texts in quotes, one after the other; with a `room`, at most so many characters, and a cut is seen as one.

    The first text is always there, if only as its beginning. The quotes and the ellipses need a room of five.
    """
    told = ""
    for place, text in enumerate(texts):
        between = BETWEEN if told else ""
        kept = len(CUT) + 1 if place + 1 < len(texts) else 0
        left = len(text) + 2 if room is None else room - len(told) - len(between) - kept
        if told and left < min(len(text) + 2, WORTH_SHOWING):
            return f"{told} {CUT}"
        told += f'{between}"{shortened(text, left - 2)}"'
    return told
