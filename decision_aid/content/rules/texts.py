"""The words of an aid as a flat list of texts, and as the texts that each page shows."""

from collections.abc import Iterator
from typing import Any

from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid

Text = tuple[Where, str]

# Ids and other spellings, which nobody reads as text.
_NOT_READ = ("picture", "forms", "language")

_PARTS_SHOWN = {
    "welcome": ("urgent", "stages"),
    "situation": ("situation", "situation_groups", "medicine_groups"),
    "options": ("options", "comparison_rows"),
    "chances": ("alike", "outcomes", "groups", "estimates", "comparators", "certainty", "scales"),
    "procedure": ("options", "timelines"),
    "priorities": ("outcomes", "options", "leanings"),
    "readiness": ("leanings", "unclear", "knowledge", "stages"),
    "questions": ("questions", "topics"),
    "together": ("options", "outcomes", "questions", "leanings"),
    "record": ("options",),
    "evidence": ("not_known", "guidelines", "changes", "estimates", "comparators", "groups"),
    "clinicians": ("guidelines", "coverage"),
}
"""Which words a page shows besides its own file."""
_FIELDS_SHOWN = {
    ("priorities", "outcomes"): ("name", "question", "facts"),
    **{(page, "options"): ("name",) for page in ("procedure", "priorities", "together", "record")},
}
"""Where a page shows some fields alone of a thing's words."""


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
        shown[page].extend((where, text) for where, text in texts(aid, *sections) if _is_shown(page, where))
    return shown


def _is_shown(page: str, where: Where) -> bool:
    fields = _FIELDS_SHOWN.get((page, str(where[2])))
    return fields is None or where[4] in fields


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
