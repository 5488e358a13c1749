"""The question list as a link that opens a new e-mail (RFC 6068). The list alone: no ratings, no illness by name."""

from urllib.parse import quote

from wcwidth import iter_graphemes

from decision_aid.exports.appointment import numbered
from decision_aid.exports.summary import Summary
from decision_aid.model.aid import Aid
from decision_aid.reasoning.describe import counted
from decision_aid.reasoning.interface_words import LEFT_OUT

LONGEST = 1800
"""Letters of the whole link; longer ones are cut off, or not opened, by some programs."""

SHORTEST = 20
"""A question cut to less than this says nothing; it is then left out and counted."""


def mail_link(aid: Aid, summary: Summary) -> str:
    """The link. Questions stand in it in order as far as they fit; a last line counts those that do not."""
    subject = quote(aid.words.app["mail.subject"], safe="")
    start, lines = f"mailto:?subject={subject}&body=", numbered(summary)
    told = next(body for body in _bodies(aid, lines, LONGEST - len(start)) if len(start) + len(body) <= LONGEST)
    return start + told


def _bodies(aid: Aid, lines: list[str], room: int) -> list[str]:
    """The encoded bodies from the fullest down; the last of them holds nothing but how many were left out."""
    bodies = [_encoded(lines)]
    for count in reversed(range(len(lines))):
        closing = _left_out(aid, len(lines) - count - 1)
        cut = _cut(lines[count], room - len(_encoded([*lines[:count], "", *closing])))
        if cut:
            bodies.append(_encoded([*lines[:count], cut, *closing]))
        bodies.append(_encoded([*lines[:count], *_left_out(aid, len(lines) - count)]))
    return bodies


def _left_out(aid: Aid, number: int) -> list[str]:
    if not number:
        return []
    return [counted(aid, LEFT_OUT, "left_out", number)]


def _cut(line: str, room: int) -> str:
    """As much of the line as fits into so many encoded letters, with "…" at its end; "" where too little would."""
    room -= len(quote("…"))
    kept: list[str] = []
    for sign in iter_graphemes(line):
        room -= len(_encoded([sign]))
        if room < 0:
            break
        kept.append(sign)
    cut = "".join(kept).rstrip()
    return f"{cut}…" if len(cut) >= SHORTEST else ""


def _encoded(lines: list[str]) -> str:
    return quote("\n".join(lines).replace("\n", "\r\n"), safe="")
