"""A rating of certainty names its source, and keeps to the words of its own scale."""

import re
from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding, check_id, item_paths
from decision_aid.model.aid import Aid
from decision_aid.model.certainty import GRADES, CertaintyRating
from decision_aid.model.words import CertaintyWords
from decision_aid.wording.interface_words import GRADE

_RATINGS, _SOURCES = "evidence/certainty.yaml", "evidence/sources.yaml"


def ratings_are_known_and_used(aid: Aid) -> Iterator[Finding]:
    """A figure names existing ratings; each rating is used by a figure, and its source has a year."""
    used_ratings = set()
    for name, estimate in aid.evidence.estimates.items():
        for rating, path in item_paths(("evidence", "estimates", name, "certainty"), estimate.certainty).items():
            used_ratings.add(rating)
            yield from check_id(path, rating, aid.evidence.certainty, "rating of certainty", _RATINGS)
    for name, record in aid.evidence.certainty.items():
        where = ("evidence", "certainty", name)
        yield from check_id((*where, "source"), record.source, aid.evidence.sources, "source", _SOURCES)
        if record.source in aid.evidence.sources and aid.evidence.sources[record.source].year is None:
            yield (*where, "source"), f"'{record.source}' has no year, so nobody knows when this was rated: give it"
        if name not in used_ratings:
            yield (
                where,
                f"no figure names '{name}': name it under 'certainty' in a file in evidence/estimates/, or remove it",
            )


def ratings_say_what_was_rated(aid: Aid) -> Iterator[Finding]:
    """A rating of a body of evidence names the body; a rating of a figure names none, and belongs to that figure only.

    A rating on another scale than GRADE says what its source says; one on GRADE no more than its level.
    """
    for name, rating, words in _worded(aid):
        where = ("words", aid.words.language, "certainty", name)
        if rating.rated_for == "body" and not words.body:
            yield where, f"'{name}' was rated for a body of evidence: say which under 'body'"
        if rating.rated_for == "figure" and words.body:
            yield (*where, "body"), f"'{name}' was rated for its figure: remove 'body', or write 'rated_for: body'"
        figures = [figure for figure, estimate in aid.evidence.estimates.items() if name in estimate.certainty]
        if rating.rated_for == "figure" and len(figures) > 1:
            fault = f"'{name}' was rated for a figure, and {', '.join(figures)} name it"
            yield ("evidence", "certainty", name), f"{fault}: write 'rated_for: body', or leave it to one of them"
        if rating.scale == "grade" and words.says:
            yield (*where, "says"), f"'{name}' is rated on GRADE, and says no more than its 'grades': remove 'says'"
        if rating.scale != "grade" and not words.says:
            yield where, f"'{name}' is not on GRADE: write under 'says' what its source says"


def grade_words_come_from_grade(aid: Aid) -> Iterator[Finding]:
    """High, moderate, low and very low are levels of GRADE: ratings on other scales use their own words."""
    levels = [aid.words.variant(GRADE, grade) for grade in GRADES]
    for name, rating, words in _worded(aid):
        matches = [level for level in levels if re.search(rf"\b{level}\b", words.says, re.IGNORECASE)]
        if rating.scale != "grade" and matches:
            fault = f"'{matches[0]}' is a word of GRADE, and '{name}' was rated on another scale"
            yield (
                ("words", aid.words.language, "certainty", name, "says"),
                f"{fault}: write what its source says",
            )


def _worded(aid: Aid) -> Iterator[tuple[str, CertaintyRating, CertaintyWords]]:
    for name, rating in aid.evidence.certainty.items():
        if name in aid.words.certainty:
            yield name, rating, aid.words.certainty[name]
