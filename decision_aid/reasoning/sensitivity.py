"""What would change the word: another rating, another swing, an outcome left out. Recomputed, never guessed."""

from dataclasses import dataclass, replace

import numpy as np

from decision_aid.reasoning.effects import Effect
from decision_aid.reasoning.weighing import (
    Criterion,
    Floats,
    Verdict,
    Weighing,
    draw,
    effects_of,
    judge_sums,
    ratings_of,
)

MOST_TELLING = 2


@dataclass(frozen=True)
class TippingPoint:
    """The smallest change of one rating that changes the word, and what the word would then be."""

    criterion: str
    rating: int
    instead: int
    then: Verdict


@dataclass(frozen=True)
class WhatIf:
    """The word if one outcome's swing were half or twice as large, or the outcome did not matter at all.

    `left_out` is None where nothing else matters: there is then nothing to weigh.
    """

    criterion: str
    swing_halved: Verdict
    swing_doubled: Verdict
    left_out: Verdict | None


class Replay:
    """The repeat sums of a weighing, kept so that one criterion at a time can be exchanged for another."""

    def __init__(self, weighing: Weighing) -> None:
        self.weighing = weighing
        draws = draw(weighing.criteria, weighing.seed)
        self.parts: list[Floats] = [rating * scaled for rating, scaled in zip(draws.ratings, draws.scaled, strict=True)]
        self.ratings, self.scaled = draws.ratings, draws.scaled
        self.sums: Floats = np.sum(self.parts, axis=0)
        self.weight: Floats = draws.ratings.sum(axis=0)

    def rated(self, place: int, rating: int) -> Verdict:
        """The word if the criterion at `place` were rated differently."""
        criterion = replace(self.weighing.criteria[place], rating=rating)
        return self._exchanged(place, ratings_of(criterion, self.weighing.seed), self.scaled[place])

    def with_swing(self, place: int, factor: float) -> Verdict:
        """The word if the swing at `place` were `factor` times as large: the effect is then a smaller part of it."""
        criterion = self.weighing.criteria[place]
        effects = tuple(Effect(effect.mean / factor, effect.sd / factor) for effect in criterion.effects)
        scaled = effects_of(replace(criterion, effects=effects), self.weighing.seed)
        return self._exchanged(place, self.ratings[place], scaled)

    def _exchanged(self, place: int, ratings: Floats, scaled: Floats) -> Verdict:
        sums = self.sums - self.parts[place] + ratings * scaled
        return judge_sums(self.weighing.options, sums, self.weight - self.ratings[place] + ratings)


def same(one: Verdict, other: Verdict) -> bool:
    """Whether two verdicts say the same to the person."""
    return (one.word, one.option) == (other.word, other.option)


def tipping_points(weighing: Weighing) -> tuple[TippingPoint, ...]:
    """For each rating the nearest other rating that changes the word, if there is one; the smallest change first."""
    replay = Replay(weighing)
    found = [_tipping(replay, place, criterion) for place, criterion in enumerate(weighing.criteria)]
    points = [point for point in found if point]
    return tuple(sorted(points, key=lambda point: abs(point.instead - point.rating)))


def _tipping(replay: Replay, place: int, criterion: Criterion) -> TippingPoint | None:
    lowest = 0 if _others_matter(replay.weighing, criterion) else 1
    for instead in sorted(range(lowest, 11), key=lambda rating: (abs(rating - criterion.rating), rating)):
        then = replay.rated(place, instead)
        if not same(then, replay.weighing.verdict):
            return TippingPoint(criterion.name, criterion.rating, instead, then)
    return None


def what_ifs(weighing: Weighing) -> tuple[WhatIf, ...]:
    """For each outcome: its swing halved and doubled, and the outcome left out."""
    replay = Replay(weighing)
    return tuple(
        WhatIf(
            criterion.name,
            replay.with_swing(place, 0.5),
            replay.with_swing(place, 2.0),
            replay.rated(place, 0) if _others_matter(weighing, criterion) else None,
        )
        for place, criterion in enumerate(weighing.criteria)
    )


def _others_matter(weighing: Weighing, criterion: Criterion) -> bool:
    return any(one.rating for one in weighing.criteria if one.name != criterion.name)
