"""What one person's answers point to, in one value, for all views and the question list.

The aid never advises: it says where the person's own ratings lead, or that they lead nowhere yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal
from weakref import WeakValueDictionary

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import FACTS
from decision_aid.reasoning.criteria import Basis, basis, criteria
from decision_aid.reasoning.safety import red_flags, to_settle
from decision_aid.reasoning.sensitivity import TippingPoint, WhatIf, tipping_points, what_ifs
from decision_aid.reasoning.weighing import Criterion, Gap, Weighing, gap, weigh

MOST_TIPPING_POINTS = 2
"""How many of the smallest changes of a rating that would change the verdict are shown."""

Obstacle = Literal["urgent", "settle_first", "facts_first", "gut_first"]
"""The id of what has to come before any weighing, see `_obstacle`."""


@dataclass(frozen=True)
class Fit:
    """How the options fit the ratings, by the studies against one comparator; and what would change that verdict.

    The changes take longer to compute, so they are computed at first use and then stored here.
    """

    weighing: Weighing

    @cached_property
    def tipping_points(self) -> tuple[TippingPoint, ...]:
        """The smallest changes of a rating that change the verdict: at most two."""
        return tuple(islice(tipping_points(self.weighing), MOST_TIPPING_POINTS))

    @cached_property
    def what_ifs(self) -> tuple[WhatIf, ...]:
        """For each criterion: its swing halved and doubled, and the criterion left out."""
        return what_ifs(self.weighing)


@dataclass(frozen=True)
class Outlook:
    """What one person's answers point to. `fits`, `gaps` and `basis` are by comparator.

    While there is an obstacle nothing is weighed, and `fits` is empty. Otherwise each comparator is in `fits` or, with
    what is missing, in `gaps`. `basis` has all comparators. `mismatch`: the gut leaning and some fit name different
    options.
    """

    obstacle: Obstacle | None
    fits: Mapping[str, Fit]
    gaps: Mapping[str, Gap]
    basis: Mapping[str, Basis]
    mismatch: bool


def is_enough_rated(aid: Aid, answers: Answers) -> bool:
    """Whether enough is rated, on every option's side, for some comparator. Cheap, since nothing is weighed."""
    options = tuple(aid.decision.options)
    return any(gap(options, criteria(aid, answers, comparator)) is None for comparator in aid.decision.comparators)


def outlook_of(aid: Aid, answers: Answers) -> Outlook:
    """What the answers point to. While an outlook exists, others with the same ratings share its weighings."""
    options, obstacle = tuple(aid.decision.options), _obstacle(aid, answers)
    weighed = {comparator: criteria(aid, answers, comparator) for comparator in aid.decision.comparators}
    gaps = {comparator: missing for comparator, rated in weighed.items() if (missing := gap(options, rated))}
    enough = {comparator: rated for comparator, rated in weighed.items() if comparator not in gaps}
    fits = {} if obstacle else {comparator: _fit(options, rated) for comparator, rated in enough.items()}
    return Outlook(
        obstacle=obstacle,
        fits=fits,
        gaps=gaps,
        basis={comparator: basis(aid, answers, rated) for comparator, rated in weighed.items()},
        mismatch=_mismatch(aid, answers, fits),
    )


# Ratings are answers, and no answer may stay on a server once its tab is closed: hence weak references, which last only
# as long as some session uses the fit. It holds numbers only, so equal ratings can share it. See docs/decisions/0018.
_shared_fits: WeakValueDictionary[tuple[tuple[str, ...], tuple[Criterion, ...]], Fit] = WeakValueDictionary()


def _fit(options: tuple[str, ...], rated: tuple[Criterion, ...]) -> Fit:
    return _shared_fits.get((options, rated)) or _shared_fits.setdefault((options, rated), Fit(weigh(options, rated)))


def _obstacle(aid: Aid, answers: Answers) -> Obstacle | None:
    """What has to come before any weighing: help now, settling with the team, the facts, the gut leaning."""
    if red_flags(aid, answers):
        return "urgent"
    if to_settle(aid, answers):
        return "settle_first"
    if not answers.facts_seen and not any(page in answers.opened for page in FACTS):
        return "facts_first"
    return None if answers.gut_leaning else "gut_first"


def _mismatch(aid: Aid, answers: Answers, fits: Mapping[str, Fit]) -> bool:
    leaning = aid.decision.leanings.get(answers.gut_leaning or "")
    led_to = {fit.weighing.verdict.option for fit in fits.values()} - {None}
    return leaning is not None and leaning.option is not None and bool(led_to - {leaning.option})
