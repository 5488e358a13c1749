"""The booklets without answers: made ahead by `python -m deploy.paper`, so that who asks for one waits for none."""

import json
from functools import lru_cache

from decision_aid.booklet.make import blank
from decision_aid.booklet.pdf import PAPERS, SIZES, Points, made_of, pdf
from decision_aid.booklet.place import FILES, file_name
from decision_aid.exports.pdf import Paper
from decision_aid.model.aid import Aid

MADE_OF = "made-of.json"
"""Says of each file beside it what it was made of: one of older words is not given out."""


@lru_cache(maxsize=16)
def blank_pdf(aid: Aid, paper: Paper, points: Points = 14) -> bytes:
    """The booklet for everyone as PDF/UA-1: read where it was made ahead of the same words, else made now; and kept."""
    name = file_name(aid.words.language, paper, points)
    try:
        known = json.loads((FILES / MADE_OF).read_text(encoding="utf-8"))
        if known[name] == made_of(aid, blank(aid), paper, points):
            return (FILES / name).read_bytes()
    except (OSError, ValueError, LookupError, TypeError):
        pass  # nobody made it ahead, or what is there is no longer whole
    return pdf(aid, blank(aid), paper, points)


def make_ahead(*aids: Aid) -> None:
    """Make those of each language, for each paper and size of type. Raises OSError where they cannot be written."""
    known = {}
    for aid in aids:
        for paper in PAPERS:
            for points in SIZES:
                name = file_name(aid.words.language, paper, points)
                (FILES / name).write_bytes(pdf(aid, blank(aid), paper, points))
                known[name] = made_of(aid, blank(aid), paper, points)
    (FILES / MADE_OF).write_text(json.dumps(known, indent=1), encoding="utf-8")
