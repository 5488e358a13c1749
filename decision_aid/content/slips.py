"""Characters from editors, keyboards and tools that YAML misreads or cannot read."""

import re
from collections.abc import Iterator

Slip = tuple[int, str]
"""The line number, and a message: what is wrong, and how to fix it."""

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


def is_content_name(name: str) -> bool:
    """Whether a file name is content: YAML, and not a hidden system file ("._app.yaml")."""
    return bool(ENDING.search(name)) and not name.startswith(".")


def unreadable_slips(lines: list[str]) -> Iterator[Slip]:
    """Slips that make a file unreadable, or put an invisible character into a key."""
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


def placeholder_slips(lines: list[str]) -> Iterator[Slip]:
    """Slips: invisible spaces inside the name of a placeholder."""
    for number, line in enumerate(lines, start=1):
        if match := _IN_PLACEHOLDER.search(line):
            name = re.sub(f"[{_UNSEEN}]", "", match.group())
            yield number, f"a space that cannot be seen stands in the braces: delete it, and type {name} anew"


def has_curly_quotes(text: str) -> bool:
    """Whether an unquoted text begins and ends with curly quotes."""
    return len(text) > 1 and text[0] in _OPENING and text[-1] in f"{_CLOSING}\"'"


def curly_quote_slips(lines: list[str]) -> Iterator[Slip]:
    """Slips: lines whose text begins or ends with a curly quote. For files that YAML cannot read."""
    for number, line in enumerate(lines, start=1):
        match = _VALUE.match(line)
        value = match["value"] if match else ""
        if has_curly_quotes(value) or (len(value) > 1 and value[0] in "\"'" and value[-1] in _CLOSING):
            yield number, QUOTES
