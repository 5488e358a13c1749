"""Page sections that the program uses by name exist."""

import re
from collections.abc import Iterator

from decision_aid.content.program import source
from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

_SECTIONS = re.compile(r'prose\.(?:sections\(aid|fold\(aid, answers), "(\w+)"((?:,\s*"\w+")*)')


def sections_of_pages_are_there(aid: Aid) -> Iterator[Finding]:
    """Every section that the program shows by name exists."""
    for page, section in sorted(_sections()):
        if page in aid.words.pages and section and section not in aid.words.pages[page].sections:
            where = ("words", aid.words.language, "pages", page)
            yield where, f"the section '{section}' is missing, and the page shows it: add it under 'sections'"


def _sections() -> set[tuple[str, str]]:
    sections: set[tuple[str, str]] = set()
    for match in _SECTIONS.finditer(source()):
        sections |= {(match[1], name) for name in re.findall(r'"(\w+)"', match[2])} or {(match[1], "")}
    return sections
