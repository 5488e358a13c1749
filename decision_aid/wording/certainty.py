"""The certainty of the evidence for a figure, in words. All pages and exports take these words from here."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from decision_aid.model.aid import Aid
from decision_aid.model.certainty import NOT_RATED, CertaintyRating, Grade, Unrated
from decision_aid.model.words import CertaintyWords
from decision_aid.reasoning.things_to_weigh import key_estimates
from decision_aid.wording.interface_words import GRADE, GRADE_MEANS, SCALE

OTHER_SCALE: Literal["other_scale"] = "other_scale"
Level = Grade | Literal["other_scale"] | Unrated
"""A filter of the search for figures: a level of GRADE, a rating on another scale, or no rating."""


@dataclass(frozen=True)
class Certainty:
    """How sure the raters of one estimate are.

    `brief`: the level, and of what. `full`: also who rated it, when and on which scale. `means`: what the named
    levels of GRADE mean, "" where there are none. `reason`: the kind of study, and what may be wrong with it.
    """

    brief: str
    full: str
    means: str
    reason: str

    @property
    def line(self) -> str:
        """How sure, and why."""
        return f"{self.brief} {self.reason}"


def certainty(aid: Aid, name: str) -> Certainty:
    """The certainty of an estimate in words; says so where we have seen no rating."""
    app, reason, named = aid.words.app, aid.words.estimates[name].reason, aid.evidence.estimates[name].certainty
    ratings = [(aid.evidence.certainty[rating], aid.words.certainty[rating]) for rating in named]
    grades = [grade for rating, _ in ratings for grade in rating.grades]
    rated = "; ".join(_rated(aid, *rating) for rating in ratings) or app["certainty.not_rated"]
    return Certainty(
        brief=app["certainty.brief"].format(rated=rated),
        full=" ".join(_full(aid, *rating) for rating in ratings) or app["certainty.nobody"],
        means=" ".join(aid.words.variant(GRADE_MEANS, grade) for grade in dict.fromkeys(grades)),
        reason=reason,
    )


def outcome_certainty(aid: Aid, outcome: str) -> tuple[str, ...]:
    """The certainty of each figure in the first key row of an outcome, and why; empty where it has no rows.

    A figure is named by its comparator, or else by its title.
    """
    return tuple(_line(aid, name) for name in key_estimates(aid, outcome))


def levels(aid: Aid, name: str) -> frozenset[Level]:
    """The search filters that an estimate passes."""
    return frozenset(_levels(aid, name))


def count_not_rated(aid: Aid) -> int:
    """The number of estimates for which we have seen no rating, of the figure or of its body of evidence."""
    return sum(not estimate.certainty for estimate in aid.evidence.estimates.values())


def _levels(aid: Aid, name: str) -> Iterator[Level]:
    ratings = aid.evidence.estimates[name].certainty
    if not ratings:
        yield NOT_RATED
    for rating in ratings:
        yield from aid.evidence.certainty[rating].levels or (OTHER_SCALE,)


def _line(aid: Aid, name: str) -> str:
    comparator, sure = aid.evidence.estimates[name].comparator, certainty(aid, name)
    figure = aid.words.estimates[name].title if comparator == "none" else aid.words.comparators[comparator].name
    return f"{figure}. {sure.line}"


def _rated(aid: Aid, rating: CertaintyRating, words: CertaintyWords) -> str:
    """The level of a rating, and what was rated where that is not the figure itself."""
    app, level = aid.words.app, words.says
    if rating.grades:
        highest, lowest = (aid.words.variant(GRADE, grade) for grade in (rating.grades[0], rating.grades[-1]))
        level = highest if highest == lowest else app["certainty.span"].format(highest=highest, lowest=lowest)
    return app["certainty.of"].format(level=level, body=words.body) if words.body else level


def _full(aid: Aid, rating: CertaintyRating, words: CertaintyWords) -> str:
    return aid.words.app["certainty.told"].format(
        rated=_rated(aid, rating, words),
        rater=words.rater,
        year=aid.evidence.sources[rating.source].year,
        scale=aid.words.variant(SCALE, rating.scale),
    )
