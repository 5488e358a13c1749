"""What would change the verdict: another rating, another swing, an outcome left out. Each is computed anew."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
    weighted_sums,
)

HIGHEST = 10


@dataclass(frozen=True)
class TippingPoint:
    """The smallest change of one rating that changes the verdict, and what the verdict would then be."""

    criterion: str
    rating: int
    instead: int
    then: Verdict


@dataclass(frozen=True)
class WhatIf:
    """The verdict if one outcome's swing were half or twice as large, or the outcome did not matter at all.

    `left_out` is None where nothing else matters: there is then nothing to weigh.
    """

    criterion: str
    swing_halved: Verdict
    swing_doubled: Verdict
    left_out: Verdict | None


class Replay:
    """The repeat sums of a weighing, stored so that one criterion at a time can be replaced."""

    def __init__(self, weighing: Weighing) -> None:
        self.weighing = weighing
        draws = draw(weighing.criteria, weighing.seed)
        self.ratings, self.scaled = draws.ratings, draws.scaled
        sums, weight = weighted_sums(draws), draws.ratings.sum(axis=0)
        self.other_sums = [sums - part * scaled for part, scaled in zip(draws.ratings, draws.scaled, strict=True)]
        self.other_weight = weight - draws.ratings

    def with_rating(self, index: int, rating: int) -> Verdict:
        """The verdict if the criterion at `index` were rated differently."""
        criterion = replace(self.weighing.criteria[index], rating=rating)
        return self._replaced(index, ratings_of(criterion, self.weighing.seed), self.scaled[index])

    def with_swing(self, index: int, factor: float) -> Verdict:
        """The verdict if the swing at `index` were `factor` times as large, and its effects that much smaller."""
        criterion = self.weighing.criteria[index]
        effects = tuple(Effect(effect.mean / factor, effect.sd / factor) for effect in criterion.effects)
        scaled = effects_of(replace(criterion, effects=effects), self.weighing.seed)
        return self._replaced(index, self.ratings[index], scaled)

    def _replaced(self, index: int, ratings: Floats, scaled: Floats) -> Verdict:
        sums = self.other_sums[index] + ratings * scaled
        return judge_sums(self.weighing.options, sums, self.other_weight[index] + ratings)


def same(verdict: Verdict, other: Verdict) -> bool:
    """Whether two verdicts say the same to the person."""
    return (verdict.word, verdict.option) == (other.word, other.option)


def tipping_points(weighing: Weighing) -> Iterator[TippingPoint]:
    """For each rating the nearest other rating that changes the verdict, if any; the smallest change first.

    The search is lazy: a caller that takes the first two does not wait for the others.
    """
    replay = Replay(weighing)
    unsolved = list(range(len(weighing.criteria)))
    for step in range(1, HIGHEST + 1):
        for index in tuple(unsolved):
            if point := _tipping(replay, index, step):
                unsolved.remove(index)
                yield point


def _tipping(replay: Replay, index: int, step: int) -> TippingPoint | None:
    """The rating `step` away that changes the verdict; of two, the lower."""
    criterion = replay.weighing.criteria[index]
    lowest = 0 if _others_matter(replay.weighing, criterion) else 1
    for instead in (criterion.rating - step, criterion.rating + step):
        if lowest <= instead <= HIGHEST:
            then = replay.with_rating(index, instead)
            if not same(then, replay.weighing.verdict):
                return TippingPoint(criterion.name, criterion.rating, instead, then)
    return None


def what_ifs(weighing: Weighing) -> tuple[WhatIf, ...]:
    """For each outcome: its swing halved and doubled, and the outcome left out."""
    replay = Replay(weighing)
    return tuple(
        WhatIf(
            criterion.name,
            replay.with_swing(index, 0.5),
            replay.with_swing(index, 2.0),
            replay.with_rating(index, 0) if _others_matter(weighing, criterion) else None,
        )
        for index, criterion in enumerate(weighing.criteria)
    )


def _others_matter(weighing: Weighing, criterion: Criterion) -> bool:
    return any(other.rating for other in weighing.criteria if other.name != criterion.name)
