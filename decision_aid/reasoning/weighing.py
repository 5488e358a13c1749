"""Weigh what matters against the evidence, with the uncertainty left in. Numbers in, one of three words out.

Additive multi-criteria decision analysis with swing weights, checked by repeat sums over uncertain effects and
ratings (SMAA-2: Lahdelma & Salminen, Oper Res 2001;49:444-454; Tervonen et al., Stat Med 2011;30:1419-1428).
The word is all that patients see: the shares say how steady the word is, not how likely treatment is to work.
Limits: additive and linear; outcomes taken as independent; the jitter of one rating point is a convention.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from decision_aid.reasoning.effects import Effect

DRAWS = 10_000
SEED = 20_261_122
JITTER = 1.0
"""Rating points by which a person might rate differently on another day; a rating of 0 stays 0."""
CLOSE = 0.05
"""Totals nearer than this are called even."""
STEADY = 0.80
"""The share of repeat sums that a word needs."""
FEWEST = 3

Word = Literal["leans", "about_even", "too_close"]
Gap = Literal["too_few", "one_sided", "nothing_matters"]
Size = Literal["tiny", "small", "medium", "large"]
Floats = NDArray[np.float64]

SIZES: tuple[tuple[float, Size], ...] = ((0.05, "tiny"), (0.15, "small"), (0.30, "medium"), (1.01, "large"))
"""What a contribution is called that is smaller than a bound; a convention of this aid."""


@dataclass(frozen=True)
class Criterion:
    """Something the person rated, 0 to 10, with each option's effect on it (in swings), in the order of the options.

    `place` is its fixed place in the aid: the draws follow it, so that what else is rated does not shift them.
    """

    name: str
    place: int
    rating: int
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Verdict:
    """The word, the option it leans to (None otherwise), and the shares of repeat sums behind it; they add up to 1."""

    word: Word
    option: str | None
    shares: dict[str, float]
    even: float


@dataclass(frozen=True)
class Weighing:
    """The whole sum: weights add up to 1; an option's contributions add up to its total; totals lie in -1 … 1."""

    options: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    weights: dict[str, float]
    contributions: dict[str, dict[str, float]]
    totals: dict[str, float]
    verdict: Verdict
    seed: int


@dataclass(frozen=True)
class Draws:
    """Repeat sums: ratings (criteria × draws) and scaled effects (criteria × options × draws)."""

    ratings: Floats
    scaled: Floats


def gap(options: tuple[str, ...], criteria: tuple[Criterion, ...]) -> Gap | None:
    """What is missing before anything may be said; None when enough is rated, on every option's side."""
    if len(criteria) < FEWEST:
        return "too_few"
    if not any(criterion.rating for criterion in criteria):
        return "nothing_matters"
    best = {_best(criterion) for criterion in criteria}
    return None if best >= set(range(len(options))) else "one_sided"


def size(contribution: float) -> Size:
    """What a contribution (-1 … 1) is called, on whichever side it lies."""
    return next(called for bound, called in SIZES if abs(contribution) < bound)


def _best(criterion: Criterion) -> int | None:
    """The place of the one option that does best on a criterion; None where several do."""
    means = [effect.mean for effect in criterion.effects]
    return means.index(max(means)) if means.count(max(means)) == 1 else None


def weigh(options: tuple[str, ...], criteria: tuple[Criterion, ...], seed: int = SEED) -> Weighing:
    """Weigh the criteria. Raises ValueError where all ratings are 0, since weights would have no meaning."""
    total = sum(criterion.rating for criterion in criteria)
    if total == 0:
        raise ValueError("at least one rating must be above 0")
    weights = {criterion.name: criterion.rating / total for criterion in criteria}
    contributions = {
        criterion.name: {
            option: weights[criterion.name] * min(max(effect.mean, -1.0), 1.0)
            for option, effect in zip(options, criterion.effects, strict=True)
        }
        for criterion in criteria
    }
    totals = {option: sum(one[option] for one in contributions.values()) for option in options}
    return Weighing(options, criteria, weights, contributions, totals, judge(options, draw(criteria, seed)), seed)


def draw(criteria: tuple[Criterion, ...], seed: int) -> Draws:
    """Ratings and effects as they might be, the same for the same criteria and seed."""
    return Draws(
        np.array([ratings_of(criterion, seed) for criterion in criteria]),
        np.array([effects_of(criterion, seed) for criterion in criteria]),
    )


def ratings_of(criterion: Criterion, seed: int) -> Floats:
    """A rating as it might be on other days, within 0 to 10; what does not matter at all stays so."""
    if not criterion.rating:
        return np.zeros(DRAWS)
    return np.clip(criterion.rating + _jitter(criterion.place, seed, DRAWS), 0, 10)


def effects_of(criterion: Criterion, seed: int) -> Floats:
    """A criterion's effects as they might be (options × draws), no larger than the swing on either side."""
    means = np.array([effect.mean for effect in criterion.effects])
    sds = np.array([effect.sd for effect in criterion.effects])
    drawn = means[:, None] + sds[:, None] * _standard(criterion.place, len(means), seed, DRAWS)
    clipped: Floats = np.clip(drawn, -1, 1)
    return clipped


# The draws are the same for everyone, and hold nothing of anyone: so they are made once, and never written to.


@lru_cache(maxsize=64)
def _jitter(place: int, seed: int, draws: int) -> Floats:
    return _locked(np.random.default_rng([seed, place, 0]).uniform(-JITTER, JITTER, draws))


@lru_cache(maxsize=64)
def _standard(place: int, options: int, seed: int, draws: int) -> Floats:
    return _locked(np.random.default_rng([seed, place, 1]).standard_normal((draws, options)).T.copy())


def _locked(drawn: Floats) -> Floats:
    drawn.flags.writeable = False
    return drawn


def judge(options: tuple[str, ...], draws: Draws) -> Verdict:
    """The word that the repeat sums give."""
    return judge_sums(options, weighted_sums(draws), draws.ratings.sum(axis=0))


def weighted_sums(draws: Draws) -> Floats:
    """Each option's effects, weighted by the ratings and added up (options × draws)."""
    sums: Floats = np.einsum("cd,cod->od", draws.ratings, draws.scaled)
    return sums


def judge_sums(options: tuple[str, ...], sums: Floats, weight: Floats) -> Verdict:
    """The word for weighted sums (options × draws) and their total weight (draws).

    An option wins a draw when its total, the sum by weight, is ahead of each other one by more than CLOSE. A draw in
    which nothing matters counts as even. One pass per rule and no division: a search asks this a hundred times.
    """
    draws, needed = len(weight), CLOSE * weight
    won = [_wins(sums, place, needed) for place in range(len(options))]
    shares = {option: wins / draws for option, wins in zip(options, won, strict=True)}
    even = (draws - sum(won)) / draws
    leading = max(shares, key=lambda option: shares[option])
    if shares[leading] >= STEADY:
        return Verdict("leans", leading, shares, even)
    return Verdict("about_even" if even >= STEADY else "too_close", None, shares, even)


def _wins(sums: Floats, place: int, needed: Floats) -> int:
    """In how many draws an option is ahead of each other one by more than is needed."""
    wins = np.full(len(needed), True)
    for other in range(len(sums)):
        if other != place:
            wins &= sums[place] - needed > sums[other]
    return int(np.count_nonzero(wins))
