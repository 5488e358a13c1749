"""Sections of the aid's pages as parts of the booklet."""

from collections.abc import Iterator
from typing import Literal

from decision_aid.booklet.parts import CallOut, Heading, Part, Picture
from decision_aid.booklet.prose import parts_of
from decision_aid.model.aid import Aid


def section(aid: Aid, page: str, name: str, level: Literal[2, 3] = 3) -> tuple[Part, ...]:
    """A section with its heading and drawing; empty if the page has no section of this name."""
    words = aid.words.pages[page].sections.get(name)
    if words is None:
        return ()
    text = parts_of(words.text)
    parts = (Picture(words.picture, aid.words.pictures[words.picture], text),) if words.picture else text
    return (Heading(words.heading, level), *parts) if words.heading else parts


def call_outs(aid: Aid, page: str) -> Iterator[CallOut]:
    """The call-outs of a page."""
    for words in aid.words.pages[page].sections.values():
        if words.opens:
            yield CallOut(words.opens, parts_of(words.text))
