"""Booklets without answers, prepared by `python -m deploy.paper` so that nobody waits for one."""

import json
from functools import lru_cache

from decision_aid.booklet.assembly import blank_booklet
from decision_aid.booklet.location import FILES, file_name
from decision_aid.booklet.pdf import PAPERS, SIZES, Points, fingerprint, pdf
from decision_aid.exports.pdf import Paper
from decision_aid.model.aid import Aid

FINGERPRINTS = "made-of.json"
"""Holds the fingerprint of each file next to it, so that an outdated file is not served."""


@lru_cache(maxsize=16)
def blank_pdf(aid: Aid, paper: Paper, points: Points = 14) -> bytes:
    """The blank booklet as PDF/UA-1: the prepared file if it is up to date, else made now. Cached."""
    name = file_name(aid.words.language, paper, points)
    try:
        fingerprints = json.loads((FILES / FINGERPRINTS).read_text(encoding="utf-8"))
        if fingerprints[name] == fingerprint(aid, blank_booklet(aid), paper, points):
            return (FILES / name).read_bytes()
    except (OSError, ValueError, LookupError, TypeError):
        pass  # not prepared, or damaged
    return pdf(aid, blank_booklet(aid), paper, points)


def make_blank_files(*aids: Aid) -> None:
    """Write the blank booklets of these aids for each paper and font size. Raises OSError if that fails."""
    fingerprints = {}
    for aid in aids:
        for paper in PAPERS:
            for points in SIZES:
                name = file_name(aid.words.language, paper, points)
                (FILES / name).write_bytes(pdf(aid, blank_booklet(aid), paper, points))
                fingerprints[name] = fingerprint(aid, blank_booklet(aid), paper, points)
    (FILES / FINGERPRINTS).write_text(json.dumps(fingerprints, indent=1), encoding="utf-8")
