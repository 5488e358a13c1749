"""What the pages show is written: the sections and the interface words that the code asks for by name.

The code is the list. Reading it here spares a second list that would fall behind, and keeps a word that was
deleted by mistake from reaching a person as a fault.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

_ROOT = Path(__file__).parents[3]
_WORD = re.compile(r"""\bapp\[(['"])([\w.]+)\1\]""")
_SECTIONS = re.compile(r'prose\.sections\(aid, "(\w+)"((?:,\s*"\w+")*)')


def interface_words_are_there(aid: Aid) -> Iterator[Finding]:
    """Every word of the interface that a page asks for by name is in app.yaml."""
    for name in sorted(_words() - aid.words.app.keys()):
        yield ("words", aid.words.language, "app"), f"'{name}' is missing, and pages show it: add it"


def sections_of_pages_are_there(aid: Aid) -> Iterator[Finding]:
    """Every section of a page that is shown in a place of its own is written."""
    for page, section in sorted(_sections()):
        if page in aid.words.pages and section and section not in aid.words.pages[page].sections:
            where = ("words", aid.words.language, "pages", page)
            yield where, f"the section '{section}' is missing, and the page shows it: add it under 'sections'"


@cache
def _code() -> str:
    files = (path for folder in ("decision_aid", "pages") for path in sorted((_ROOT / folder).rglob("*.py")))
    return "\n".join(path.read_text(encoding="utf-8") for path in (_ROOT / "app.py", *files))


def _words() -> set[str]:
    return {match[2] for match in _WORD.finditer(_code())}


def _sections() -> set[tuple[str, str]]:
    shown: set[tuple[str, str]] = set()
    for match in _SECTIONS.finditer(_code()):
        shown |= {(match[1], name) for name in re.findall(r'"(\w+)"', match[2])} or {(match[1], "")}
    return shown
