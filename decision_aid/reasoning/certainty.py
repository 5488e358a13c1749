"""How sure others are of what a figure rests on, in words. Every page and export takes them from here."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from decision_aid.model.aid import Aid
from decision_aid.model.certainty import NOT_RATED, CertaintyRating, Grade, Unrated
from decision_aid.model.words import CertaintyWords
from decision_aid.reasoning.interface_words import GRADE, GRADE_MEANS, SCALE
from decision_aid.reasoning.key_facts import key_rows

OTHER_SCALE: Literal["other_scale"] = "other_scale"
Level = Grade | Literal["other_scale"] | Unrated
"""What a figure can be looked for by: a level of GRADE, a rating on another scale, or none."""


@dataclass(frozen=True)
class Certainty:
    """How sure the raters of one estimate are.

    `rated`: in a few words. `line`: the same with the reason. `told`: in sentences, with who rated what, when and on
    which scale.
    """

    rated: str
    line: str
    told: str
    reason: str


def certainty(aid: Aid, name: str) -> Certainty:
    """How sure we can be of an estimate; that nobody has rated it, where nobody has."""
    app, reason, named = aid.words.app, aid.words.estimates[name].reason, aid.evidence.estimates[name].certainty
    ratings = [(aid.evidence.certainty[rating], aid.words.certainty[rating]) for rating in named]
    rated = "; ".join(_rated(aid, *rating) for rating in ratings) or app["certainty.not_rated"]
    return Certainty(
        rated=rated,
        line=app["certainty.line"].format(rated=rated, reason=reason),
        told=" ".join(_told(aid, *rating) for rating in ratings) or app["certainty.nobody"],
        reason=reason,
    )


def of_outcome(aid: Aid, outcome: str) -> tuple[str, ...]:
    """How sure we can be of each figure of the row that stands for an outcome, and why; none where it has no rows.

    A figure is named by what it was compared with, or else by its title.
    """
    rows = aid.decision.outcomes[outcome].rows
    shown = rows[key_rows(aid, outcome)[0].row].estimates if rows else ()
    return tuple(_line(aid, name) for name in shown)


def levels(aid: Aid, name: str) -> frozenset[Level]:
    """All that an estimate can be looked for by."""
    return frozenset(_levels(aid, name))


def not_rated(aid: Aid) -> int:
    """How many estimates nobody has rated, neither by themselves nor with the body of evidence they belong to."""
    return sum(not estimate.certainty for estimate in aid.evidence.estimates.values())


def _levels(aid: Aid, name: str) -> Iterator[Level]:
    rated = aid.evidence.estimates[name].certainty
    if not rated:
        yield NOT_RATED
    for one in rated:
        yield from aid.evidence.certainty[one].spanned or (OTHER_SCALE,)


def _line(aid: Aid, name: str) -> str:
    comparator, sure = aid.evidence.estimates[name].comparator, certainty(aid, name)
    figure = aid.words.estimates[name].title if comparator == "none" else aid.words.comparators[comparator].name
    return aid.words.app["certainty.of_figure"].format(figure=figure, rated=sure.rated, reason=sure.reason)


def _rated(aid: Aid, rating: CertaintyRating, words: CertaintyWords) -> str:
    """How sure someone is, and of what, where that is not the figure itself."""
    app, level = aid.words.app, words.says
    if rating.grades:
        highest, lowest = (aid.words.variant(GRADE, grade) for grade in (rating.grades[0], rating.grades[-1]))
        level = highest if highest == lowest else app["certainty.span"].format(highest=highest, lowest=lowest)
    return app["certainty.of"].format(level=level, body=words.body) if words.body else level


def _told(aid: Aid, rating: CertaintyRating, words: CertaintyWords) -> str:
    """A rating in sentences. What a span means is what its lowest level means: it holds for the higher one too."""
    told = aid.words.app["certainty.told"].format(
        rated=_rated(aid, rating, words),
        rater=words.rater,
        year=aid.evidence.sources[rating.source].year,
        scale=aid.words.variant(SCALE, rating.scale),
    )
    return f"{told} {aid.words.variant(GRADE_MEANS, rating.grades[-1])}" if rating.grades else told
