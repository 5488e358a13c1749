"""The question list as a link that opens a new e-mail (RFC 6068). The list alone: no ratings, no illness by name.

No question is cut: a part of one could ask for something else.
"""

from collections.abc import Iterator
from urllib.parse import quote

from decision_aid.exports.calendar import numbered
from decision_aid.model.aid import Aid
from decision_aid.summary.summary import Summary
from decision_aid.wording.interface_words import LEFT_OUT
from decision_aid.wording.sentences import counted

LONGEST = 1800
"""Letters of the whole link; longer ones are cut off, or not opened, by some programs."""


def mail_link(aid: Aid, summary: Summary) -> str:
    """The link. Questions stand in it in order as far as they fit; a last line counts those that do not."""
    subject = quote(aid.words.app["mail.subject"], safe="")
    start, lines = f"mailto:?subject={subject}&body=", numbered(summary)
    told = next(body for body in _bodies(aid, lines) if len(start) + len(body) <= LONGEST)
    return start + told


def _bodies(aid: Aid, lines: list[str]) -> Iterator[str]:
    """The encoded bodies from the fullest down; the last of them holds nothing but how many were left out."""
    yield _encoded(lines)
    for kept in reversed(range(len(lines))):
        yield _encoded([*lines[:kept], counted(aid, LEFT_OUT, "left_out", len(lines) - kept)])


def _encoded(lines: list[str]) -> str:
    return quote("\n".join(lines).replace("\n", "\r\n"), safe="")
