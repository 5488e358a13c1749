"""The question list as a mailto link (RFC 6068). Only the list: no ratings, no name of an illness.

A question is never cut: a part of it could ask something else.
"""

from collections.abc import Iterator
from urllib.parse import quote

from decision_aid.exports.calendar import numbered_questions
from decision_aid.model.aid import Aid
from decision_aid.summary.summary import Summary
from decision_aid.wording.interface_words import LEFT_OUT
from decision_aid.wording.sentences import amount_phrase

LONGEST = 1800
"""Characters of the whole link; some programs truncate longer ones, or do not open them."""


def mail_link(aid: Aid, summary: Summary) -> str:
    """The link. It holds the first questions that fit; a last line counts the others."""
    subject = quote(aid.words.app["mail.subject"], safe="")
    start, lines = f"mailto:?subject={subject}&body=", numbered_questions(summary)
    body = next(body for body in _bodies(aid, lines) if len(start) + len(body) <= LONGEST)
    return start + body


def _bodies(aid: Aid, lines: list[str]) -> Iterator[str]:
    """Encoded bodies from the fullest to the shortest, which only says how many questions were left out."""
    yield _encode(lines)
    for count in reversed(range(len(lines))):
        yield _encode([*lines[:count], amount_phrase(aid, LEFT_OUT, "left_out", len(lines) - count)])


def _encode(lines: list[str]) -> str:
    return quote("\n".join(lines).replace("\n", "\r\n"), safe="")
