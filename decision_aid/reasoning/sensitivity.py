"""What would change the word: another rating, another swing, an outcome left out. Recomputed, never guessed."""

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
        self.ratings, self.scaled = draws.ratings, draws.scaled
        sums, weight = weighted_sums(draws), draws.ratings.sum(axis=0)
        self.other_sums = [sums - part * scaled for part, scaled in zip(draws.ratings, draws.scaled, strict=True)]
        self.other_weight = weight - draws.ratings

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
        sums = self.other_sums[place] + ratings * scaled
        return judge_sums(self.weighing.options, sums, self.other_weight[place] + ratings)


def same(one: Verdict, other: Verdict) -> bool:
    """Whether two verdicts say the same to the person."""
    return (one.word, one.option) == (other.word, other.option)


def tipping_points(weighing: Weighing) -> Iterator[TippingPoint]:
    """For each rating the nearest other rating that changes the word, if there is one; the smallest change first.

    They are looked for as they are asked for: who wants the first two waits for no others.
    """
    replay = Replay(weighing)
    open_places = list(range(len(weighing.criteria)))
    for step in range(1, HIGHEST + 1):
        for place in tuple(open_places):
            if point := _tipping(replay, place, step):
                open_places.remove(place)
                yield point


def _tipping(replay: Replay, place: int, step: int) -> TippingPoint | None:
    """The rating one `step` away that changes the word; of two, the lower."""
    criterion = replay.weighing.criteria[place]
    lowest = 0 if _others_matter(replay.weighing, criterion) else 1
    for instead in (criterion.rating - step, criterion.rating + step):
        if lowest <= instead <= HIGHEST:
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
