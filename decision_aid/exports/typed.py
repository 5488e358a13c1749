"""Typed text as paper, files, calendars and pages can hold it."""

import re

_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
"""Control characters, halves of characters and what is no character: they have no shape on any paper."""


def printable(text: str) -> str:
    """The text with each kind of line break as "\\n" and each tab as a space, and without what no reader sees.

    A calendar file must not hold control characters (RFC 5545, 3.3.11), nor a PDF/UA the byte order mark, and a
    terminal would obey some of them.
    """
    return _UNPRINTABLE.sub("", "\n".join(text.replace("\t", " ").splitlines()))
