"""The booklet as a tagged PDF, made by Typst in memory. Nothing typed is read as its markup."""

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
from decision_aid.booklet.told import told
from decision_aid.exports.letters import FONTS, fonts, runs
from decision_aid.exports.pdf import Paper, service
from decision_aid.model.aid import Aid

Points = Literal[14, 18]
"""The size of the type; 18 is large print."""
LARGE_PRINT: Literal[18] = 18
SIZES: tuple[Points, ...] = (14, LARGE_PRINT)
PAPERS: tuple[Paper, ...] = ("us-letter", "a4")
MOST_PAGES = 12
"""At 14 points."""
BESIDE: Mapping[Points, tuple[tuple[int, int], ...]] = MappingProxyType(
    {14: ((14, 12), (14, 10), (13, 10), (12, 10)), LARGE_PRINT: ((18, 14),)}
)
"""The size of what stands below a figure, and that of the sources: the first with which all fits on `MOST_PAGES`."""
TEMPLATE = Path(__file__).parent / "booklet.typ"

_one_at_a_time = Lock()


def pdf(aid: Aid, booklet: Booklet, paper: Paper, points: Points = 14) -> bytes:
    """A booklet as PDF/UA-1: the same bytes for the same booklet."""
    data, made = _data(aid, booklet, paper, points), b""
    with _one_at_a_time:
        for notes, sources in BESIDE[points]:
            made = _compiled(aid, data | {"notes": notes, "sources": sources})
            if _pages(made) <= MOST_PAGES:
                break
    return made


def made_of(aid: Aid, booklet: Booklet, paper: Paper, points: Points) -> str:
    """The same for the same words, drawings, template and program, and for nothing else: in hexadecimal."""
    data = (_data(aid, booklet, paper, points), BESIDE[points], version("typst"))
    return hashlib.sha256(TEMPLATE.read_bytes() + json.dumps(data).encode()).hexdigest()


def _compiled(aid: Aid, data: dict[str, Any]) -> bytes:
    made = _compiler().compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"booklet": json.dumps(data)},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(aid.decision.evidence_updated, time(), UTC),
    )
    assert isinstance(made, bytes)
    return made


def _pages(made: bytes) -> int:
    """How many pages a PDF of Typst's has. Raises LookupError where it does not say so as we know it."""
    counted = re.search(rb"/Type/Pages/Count (\d+)", made)
    if not counted:
        raise LookupError("Typst writes the number of pages otherwise than booklet/pdf.py reads it")
    return int(counted[1])


@lru_cache
def _compiler() -> typst.Compiler:
    own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(font_paths=own)


def _data(aid: Aid, booklet: Booklet, paper: Paper, points: Points) -> dict[str, Any]:
    """What the template draws."""
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
        "front": [told(aid, part) for part in booklet.front],
        "chapters": [
            {
                "title": runs(chapter.title),
                "purpose": runs(chapter.purpose),
                "parts": [told(aid, part) for part in chapter.parts],
            }
            for chapter in booklet.chapters
        ],
        "closing": runs(booklet.closing),
    }
