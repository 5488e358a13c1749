"""Typed text made safe for PDF, files, calendars and pages."""

import re

_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
"""Control characters, lone surrogates and noncharacters, none of which has a glyph."""


def printable(text: str) -> str:
    """The text with all line breaks as "\\n", tabs as spaces, and without invisible characters.

    Calendar files must not contain control characters (RFC 5545, 3.3.11), nor PDF/UA the byte order mark, and a
    terminal would obey some of them.
    """
    return _UNPRINTABLE.sub("", "\n".join(text.replace("\t", " ").splitlines()))
