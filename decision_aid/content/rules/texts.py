"""The words of an aid as a flat list of texts, and as the texts that each page shows."""

from collections.abc import Iterator
from typing import Any

from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid

Text = tuple[Where, str]

# Ids and other spellings, which nobody reads as text.
_NOT_READ = ("picture", "forms", "language")

_PARTS_SHOWN = {
    "options": ("options", "comparison_rows"),
    "chances": ("outcomes", "estimates"),
    "situation": ("situation", "situation_groups"),
    "questions": ("questions", "topics"),
    "procedure": ("timelines",),
    "readiness": ("knowledge",),
    "welcome": ("stages",),
    "evidence": ("not_known", "guidelines", "changes"),
    "clinicians": ("guidelines", "coverage"),
}
"""Which words a page shows besides its own file."""


def texts(aid: Aid, *sections: str) -> Iterator[Text]:
    """Every text in these sections of the words (all sections when none is named), and where it stands."""
    words = aid.words.model_dump(include=set(sections) or None)
    yield from _walk(("words", aid.words.language), words)


def pages(aid: Aid) -> dict[str, list[Text]]:
    """Each page with all the texts it shows."""
    shown: dict[str, list[Text]] = {page: [] for page in (*aid.words.pages, *_PARTS_SHOWN)}
    for where, text in texts(aid, "pages"):
        shown[str(where[3])].append((where, text))
    for page, sections in _PARTS_SHOWN.items():
        shown[page].extend(texts(aid, *sections))
    return shown


def _walk(where: Where, value: Any) -> Iterator[Text]:
    if isinstance(value, str):
        if value and where[-1] not in _NOT_READ:
            yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_READ:
                yield from _walk((*where, key), inner)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _walk((*where, index), inner)
