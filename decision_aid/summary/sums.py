"""Every number behind "what your answers point to", line by line: for the screen, the clinician and a CSV file."""

from collections.abc import Mapping
from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.reasoning.effects import Effect
from decision_aid.reasoning.frequencies import whole_parts
from decision_aid.reasoning.outlook import Fit
from decision_aid.reasoning.sensitivity import WhatIf, same
from decision_aid.reasoning.weighing import DRAWS, Verdict, Weighing
from decision_aid.wording.sentences import number


@dataclass(frozen=True)
class SumLine:
    """One outcome's part in one weighing, for one option against the reference.

    rating 0–10; weight 0–1; effect and its 95 % bounds in swings; contribution −1…1. The three that end in
    `changes` say whether the word would change with half the swing, twice the swing, or without the outcome.
    """

    comparator: str
    outcome: str
    option: str
    rating: int
    weight: float
    effect: float
    low: float
    high: float
    swing: str
    contribution: float
    half_swing_changes: bool
    double_swing_changes: bool
    leaving_out_changes: bool
    seed: int


def sums(aid: Aid, fits: Mapping[str, Fit]) -> tuple[SumLine, ...]:
    """The lines of every comparator for which something may be said."""
    return tuple(line for comparator, fit in fits.items() for line in _lines(aid, comparator, fit))


def _lines(aid: Aid, comparator: str, fit: Fit) -> list[SumLine]:
    return [
        _line(aid, comparator, fit.weighing, what, option, effect)
        for criterion, what in zip(fit.weighing.criteria, fit.what_ifs, strict=True)
        for option, effect in zip(fit.weighing.options, criterion.effects, strict=True)
        if option != aid.decision.reference
    ]


def _line(aid: Aid, comparator: str, weighing: Weighing, what: WhatIf, option: str, effect: Effect) -> SumLine:
    def changes(then: Verdict | None) -> bool:
        return then is None or not same(then, weighing.verdict)

    rating = next(one.rating for one in weighing.criteria if one.name == what.criterion)
    return SumLine(
        comparator=comparator,
        outcome=what.criterion,
        option=option,
        rating=rating,
        weight=weighing.weights[what.criterion],
        effect=effect.mean,
        low=effect.low,
        high=effect.high,
        swing=swing(aid, what.criterion),
        contribution=weighing.contributions[what.criterion][option],
        half_swing_changes=changes(what.swing_halved),
        double_swing_changes=changes(what.swing_doubled),
        leaving_out_changes=changes(what.left_out),
        seed=weighing.seed,
    )


def swing(aid: Aid, outcome: str) -> str:
    """A swing in words and numbers, "" for an own reason."""
    known = aid.decision.outcomes.get(outcome)
    if known is None or known.swing is None:
        return ""
    if known.swing.per:
        return aid.words.app["short_count"].format(count=f"{known.swing.amount:g}", per=known.swing.per)
    return f"{known.swing.amount:g}"


def shares(aid: Aid, verdict: Verdict) -> str:
    """How often each word came out in the repeat sums. Not a chance that treatment works, and it says so."""
    app = aid.words.app
    names = [*(aid.words.options[option].name for option in verdict.shares), app["fit.even_short"]]
    parts = whole_parts([*verdict.shares.values(), verdict.even], 100)
    told = "; ".join(f"{name}: {part}" for name, part in zip(names, parts, strict=True))
    return app["fit.shares"].format(shares=told, draws=number(aid, DRAWS))
