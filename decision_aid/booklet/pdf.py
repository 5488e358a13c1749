"""The booklet as a tagged PDF, made by Typst in memory. Nothing typed is read as its markup."""

import json
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import typst

from decision_aid.booklet.colors import option_colors
from decision_aid.booklet.make import blank
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
TEMPLATE = Path(__file__).parent / "booklet.typ"

_one_at_a_time = Lock()


@lru_cache(maxsize=16)
def blank_pdf(aid: Aid, paper: Paper, points: Points = 14) -> bytes:
    """The booklet for everyone as PDF/UA-1. Made once, and kept."""
    return pdf(aid, blank(aid), paper, points)


def pdf(aid: Aid, booklet: Booklet, paper: Paper, points: Points = 14) -> bytes:
    """A booklet as PDF/UA-1: the same bytes for the same booklet."""
    with _one_at_a_time:
        made = _compiler().compile(
            TEMPLATE.read_bytes(),
            format="pdf",
            sys_inputs={"booklet": json.dumps(_data(aid, booklet, paper, points))},
            pdf_standards=["ua-1"],
            timestamp=datetime.combine(aid.decision.evidence_updated, time(), UTC),
        )
    assert isinstance(made, bytes)
    return made


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
