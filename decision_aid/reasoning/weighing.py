"""Weigh what matters to the person against the evidence and its uncertainty. Numbers in, a verdict out.

Additive multi-criteria decision analysis with swing weights, checked by repeat sums over uncertain effects and
ratings (SMAA-2: Lahdelma & Salminen, Oper Res 2001;49:444-454; Tervonen et al., Stat Med 2011;30:1419-1428).
Patients see only the verdict's word: the shares say how stable it is, not how likely treatment is to work.
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
"""Totals that differ by less than this count as even."""
STEADY = 0.80
"""The share of repeat sums that a verdict other than "too_close" needs."""
FEWEST = 3

Word = Literal["leans", "about_even", "too_close"]
"""The id of a verdict: the ratings lean to one option; the options come out about even; or too uncertain to say."""
Gap = Literal["too_few", "one_sided", "nothing_matters"]
"""The id of what is missing for a verdict: too few ratings, none on one option's side, or all ratings are 0."""
Size = Literal["tiny", "small", "medium", "large"]
"""The id of the size of one outcome's part in the sum."""
Floats = NDArray[np.float64]

SIZES: tuple[tuple[float, Size], ...] = ((0.05, "tiny"), (0.15, "small"), (0.30, "medium"), (1.01, "large"))
"""Upper bounds of a contribution and its size; a convention of this aid."""


@dataclass(frozen=True)
class Criterion:
    """Something the person rated, 0 to 10, with each option's effect on it (in swings), in the order of the options.

    `index` is its fixed position in the aid: it seeds the draws, so that they do not depend on what else is rated.
    """

    name: str
    index: int
    rating: int
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Verdict:
    """What a weighing says: the word, the option that it leans to (None otherwise), and the shares of repeat sums.

    `shares`: by option, the share in which it wins; `even`: the share in which none does. Together they are 1.
    """

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
    """What is missing for a verdict; None if enough is rated, on every option's side."""
    if len(criteria) < FEWEST:
        return "too_few"
    if not any(criterion.rating for criterion in criteria):
        return "nothing_matters"
    best = {_best(criterion) for criterion in criteria}
    return None if best >= set(range(len(options))) else "one_sided"


def size(contribution: float) -> Size:
    """The size of a contribution (-1 … 1), whatever its sign."""
    return next(name for bound, name in SIZES if abs(contribution) < bound)


def _best(criterion: Criterion) -> int | None:
    """The index of the option that does best on a criterion; None where several do."""
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
    totals = {option: sum(by_option[option] for by_option in contributions.values()) for option in options}
    return Weighing(options, criteria, weights, contributions, totals, judge(options, draw(criteria, seed)), seed)


def draw(criteria: tuple[Criterion, ...], seed: int) -> Draws:
    """Random ratings and effects, the same for the same criteria and seed."""
    return Draws(
        np.array([ratings_of(criterion, seed) for criterion in criteria]),
        np.array([effects_of(criterion, seed) for criterion in criteria]),
    )


def ratings_of(criterion: Criterion, seed: int) -> Floats:
    """Draws of a rating as it might be on other days (draws), within 0 to 10; a rating of 0 stays 0."""
    if not criterion.rating:
        return np.zeros(DRAWS)
    return np.clip(criterion.rating + _jitter(criterion.index, seed, DRAWS), 0, 10)


def effects_of(criterion: Criterion, seed: int) -> Floats:
    """Draws of a criterion's effects (options × draws), clipped to one swing in both directions."""
    means = np.array([effect.mean for effect in criterion.effects])
    sds = np.array([effect.sd for effect in criterion.effects])
    normal = means[:, None] + sds[:, None] * _standard(criterion.index, len(means), seed, DRAWS)
    clipped: Floats = np.clip(normal, -1, 1)
    return clipped


# The draws are the same for everyone and hold no answers, so they are made once and are read-only.


@lru_cache(maxsize=64)
def _jitter(index: int, seed: int, draws: int) -> Floats:
    return _read_only(np.random.default_rng([seed, index, 0]).uniform(-JITTER, JITTER, draws))


@lru_cache(maxsize=64)
def _standard(index: int, options: int, seed: int, draws: int) -> Floats:
    return _read_only(np.random.default_rng([seed, index, 1]).standard_normal((draws, options)).T.copy())


def _read_only(draws: Floats) -> Floats:
    draws.flags.writeable = False
    return draws


def judge(options: tuple[str, ...], draws: Draws) -> Verdict:
    """The verdict of the repeat sums."""
    return judge_sums(options, weighted_sums(draws), draws.ratings.sum(axis=0))


def weighted_sums(draws: Draws) -> Floats:
    """Each option's effects, weighted by the ratings and added up (options × draws)."""
    sums: Floats = np.einsum("cd,cod->od", draws.ratings, draws.scaled)
    return sums


def judge_sums(options: tuple[str, ...], sums: Floats, weight: Floats) -> Verdict:
    """The verdict for weighted sums (options × draws) and their total weight (draws).

    An option wins a draw when its total (sum / weight) exceeds each other total by more than CLOSE. A draw in which
    nothing matters counts as even. No division, for speed: the search for tipping points calls this a hundred times.
    """
    draws, needed = len(weight), CLOSE * weight
    won = [_wins(sums, option, needed) for option in range(len(options))]
    shares = {option: wins / draws for option, wins in zip(options, won, strict=True)}
    even = (draws - sum(won)) / draws
    leading = max(shares, key=lambda option: shares[option])
    if shares[leading] >= STEADY:
        return Verdict("leans", leading, shares, even)
    return Verdict("about_even" if even >= STEADY else "too_close", None, shares, even)


def _wins(sums: Floats, option: int, needed: Floats) -> int:
    """In how many draws the total of an option exceeds each other total by more than `needed` (draws)."""
    wins = np.full(len(needed), True)
    for other in range(len(sums)):
        if other != option:
            wins &= sums[option] - needed > sums[other]
    return int(np.count_nonzero(wins))
