"""The sections of the aid's own pages, as parts of the booklet."""

from collections.abc import Iterator
from typing import Literal

from decision_aid.booklet.parts import CallOut, Heading, Part, Picture
from decision_aid.booklet.prose import parts_of
from decision_aid.model.aid import Aid


def section(aid: Aid, page: str, name: str, level: Literal[2, 3] = 3) -> tuple[Part, ...]:
    """A section under its heading, with its drawing beside it; nothing where the page has none of this name."""
    words = aid.words.pages[page].sections.get(name)
    if words is None:
        return ()
    text = parts_of(words.text)
    told = (Picture(words.picture, aid.words.pictures[words.picture], text),) if words.picture else text
    return (Heading(words.heading, level), *told) if words.heading else told


def called_out(aid: Aid, page: str) -> Iterator[CallOut]:
    """What a page wants nobody to pass over."""
    for words in aid.words.pages[page].sections.values():
        if words.opens:
            yield CallOut(words.opens, parts_of(words.text))
