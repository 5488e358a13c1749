"""The words of an aid as a flat list of texts, and by page."""

from collections.abc import Iterator
from typing import Any

from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES

Text = tuple[Where, str]

# Ids and spellings, which are not shown as text.
_NOT_READ = ("picture", "forms", "language")


def texts(aid: Aid, *sections: str) -> Iterator[Text]:
    """Every text in these sections of the words (default: all), with its path."""
    words = aid.words.model_dump(include=set(sections) or None)
    yield from _walk(("words", aid.words.language), words)


def pages(aid: Aid) -> dict[str, list[Text]]:
    """The texts that each page shows: its own, and those of other parts of the words."""
    texts_by_page: dict[str, list[Text]] = {page: [] for page in PAGES}
    for where, text in texts(aid, "pages"):
        if (page := str(where[3])) in texts_by_page:
            texts_by_page[page].append((where, text))
    for page, record in PAGES.items():
        sections = [part.partition(".")[0] for part in record.shows]
        others = texts(aid, *sections) if sections else ()
        texts_by_page[page].extend((where, text) for where, text in others if _is_among(record.shows, where))
    return texts_by_page


def _is_among(parts: tuple[str, ...], where: Where) -> bool:
    _, _, section, *within = where
    return section in parts or f"{section}.{within[1]}" in parts


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
