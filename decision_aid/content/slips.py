"""What editors, keyboards and tools put into a file, and YAML takes for something else or cannot read."""

import re
from collections.abc import Iterator

Slip = tuple[int, str]
"""The line, and a message: what is wrong, and how to mend it."""

ENDING = re.compile(r"\.ya?ml", re.IGNORECASE)

_MERGE = re.compile(r"<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$)")
_OPENING, _CLOSING = "“„‟‘‚«", "”“‟’‘»"
_UNSEEN = "\u00a0\u202f\u2007\u200b\u200e\u200f\u2060\ufeff\u00ad"
_INDENT = re.compile(rf"[ \t{_UNSEEN}]*")
_BEFORE_VALUE = re.compile(rf"\s*(?:- *)*(?:[\w.]+:|-)[ ]*[{_UNSEEN}]")
_IN_PLACEHOLDER = re.compile(rf"\{{[^{{}}]*[{_UNSEEN}][^{{}}]*\}}")
_VALUE = re.compile(r"^\s*(?:- )*(?:[\w.]+:\s+)?(?P<value>.*?)\s*,?$")

QUOTES = (
    'curly quotes stand round this text and would be shown: type straight quotes (") in their place, '
    "or put straight quotes round them where readers shall see them"
)


def named_as_content(name: str) -> bool:
    """Whether a file is meant to be read. What a system hides in each folder ("._app.yaml") is not."""
    return bool(ENDING.search(name)) and not name.startswith(".")


def unreadable(lines: list[str]) -> Iterator[Slip]:
    """Slips that keep a file from being read, or leave a key that nobody can see is wrong."""
    for number, line in enumerate(lines, start=1):
        indent = _INDENT.match(line)
        if _MERGE.match(line):
            mend = "keep the text of one version, and delete the lines of <<<<<<<, ======= and >>>>>>>"
            yield number, f"two versions meet at this mark of a merge ({line[:7]}): {mend}"
        elif indent and "\t" in indent.group() and line.strip():
            yield number, "a tab stands before this line: type spaces in its place, two for each step"
        elif (indent and re.search(f"[{_UNSEEN}]", indent.group())) or _BEFORE_VALUE.match(line):
            mend = "delete it, and type an ordinary space with the space bar"
            yield number, f"a space that is none (a no-break space, often pasted) stands before this text: {mend}"


def in_placeholders(lines: list[str]) -> Iterator[Slip]:
    """Spaces that cannot be seen, in the name of a figure."""
    for number, line in enumerate(lines, start=1):
        if found := _IN_PLACEHOLDER.search(line):
            name = re.sub(f"[{_UNSEEN}]", "", found.group())
            yield number, f"a space that cannot be seen stands in the braces: delete it, and type {name} anew"


def quoted_curly(text: str) -> bool:
    """Whether a text that stands in no straight quotes begins and ends with quotes of another form."""
    return len(text) > 1 and text[0] in _OPENING and text[-1] in f"{_CLOSING}\"'"


def curly_lines(lines: list[str]) -> Iterator[Slip]:
    """Lines whose text begins or ends with a curly quote, where the file cannot be read as YAML."""
    for number, line in enumerate(lines, start=1):
        found = _VALUE.match(line)
        value = found["value"] if found else ""
        if quoted_curly(value) or (len(value) > 1 and value[0] in "\"'" and value[-1] in _CLOSING):
            yield number, QUOTES
