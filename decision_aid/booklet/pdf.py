"""The booklet as a tagged PDF, made by Typst in memory. Typed text is never read as markup."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, time
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any, Literal

import typst

from decision_aid.booklet.colors import option_colors
from decision_aid.booklet.parts import Booklet
from decision_aid.booklet.template_data import as_data
from decision_aid.exports.letters import FONTS, fonts, runs
from decision_aid.exports.pdf import Paper, service
from decision_aid.model.aid import Aid

Points = Literal[14, 18]
"""The font size in points; 18 is large print."""
LARGE_PRINT: Literal[18] = 18
SIZES: tuple[Points, ...] = (14, LARGE_PRINT)
PAPERS: tuple[Paper, ...] = ("us-letter", "a4")
MAX_PAGES = 12
"""For a booklet at 14 points."""
SMALL_SIZES: Mapping[Points, tuple[tuple[int, int], ...]] = MappingProxyType(
    {14: ((14, 12), (14, 10), (13, 10), (12, 10)), LARGE_PRINT: ((18, 14),)}
)
"""Font sizes to try for notes below figures and for sources, until all fits on `MAX_PAGES`."""
TEMPLATE = Path(__file__).parent / "booklet.typ"

_one_at_a_time = Lock()


def pdf(aid: Aid, booklet: Booklet, paper: Paper, points: Points = 14) -> bytes:
    """A booklet as PDF/UA-1. Deterministic: the same booklet gives the same bytes."""
    data, document = _template_data(aid, booklet, paper, points), b""
    with _one_at_a_time:
        for notes, sources in SMALL_SIZES[points]:
            document = _compile(aid, data | {"notes": notes, "sources": sources})
            if _page_count(document) <= MAX_PAGES:
                break
    return document


def fingerprint(aid: Aid, booklet: Booklet, paper: Paper, points: Points) -> str:
    """A hexadecimal hash of all that a file depends on: words, drawings, template, and the version of Typst."""
    data = (_template_data(aid, booklet, paper, points), SMALL_SIZES[points], version("typst"))
    return hashlib.sha256(TEMPLATE.read_bytes() + json.dumps(data).encode()).hexdigest()


def _compile(aid: Aid, data: dict[str, Any]) -> bytes:
    document = _compiler().compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"booklet": json.dumps(data)},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(aid.decision.evidence_updated, time(), UTC),
    )
    assert isinstance(document, bytes)
    return document


def _page_count(document: bytes) -> int:
    """The number of pages of a PDF by Typst. Raises LookupError if it is not written as expected."""
    match = re.search(rb"/Type/Pages/Count (\d+)", document)
    if not match:
        raise LookupError("Typst writes the number of pages otherwise than booklet/pdf.py reads it")
    return int(match[1])


@lru_cache
def _compiler() -> typst.Compiler:
    own_fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(font_paths=own_fonts)


def _template_data(aid: Aid, booklet: Booklet, paper: Paper, points: Points) -> dict[str, Any]:
    """The template's data."""
    return {
        "language": aid.words.language,
        "direction": aid.words.locale.text_direction,
        "paper": paper,
        "points": points,
        "fonts": list(fonts()),
        "colors": option_colors(),
        "name": runs(aid.words.app["name"]),
        "service": service(aid),
        "title": booklet.title,
        "title_runs": runs(booklet.title),
        "purpose": runs(booklet.purpose),
        "ticked": aid.words.booklet.ticked,
        "front": [as_data(aid, part) for part in booklet.front],
        "chapters": [
            {
                "title": runs(chapter.title),
                "purpose": runs(chapter.purpose),
                "parts": [as_data(aid, part) for part in chapter.parts],
            }
            for chapter in booklet.chapters
        ],
        "closing": runs(booklet.closing),
    }
