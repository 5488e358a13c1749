"""All numbers behind "what your answers point to", line by line: for the screen, clinicians and a CSV file."""

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
    """The part of one outcome in one weighing, for one option against the reference.

    rating 0–10; weight 0–1; effect and its 95 % bounds in swings; contribution −1…1. The three that end in
    `changes` say whether the verdict would change with half the swing, twice the swing, or without the outcome.
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
    """The lines of every comparator that has a fit."""
    return tuple(line for comparator, fit in fits.items() for line in _lines(aid, comparator, fit))


def _lines(aid: Aid, comparator: str, fit: Fit) -> list[SumLine]:
    return [
        _line(aid, comparator, fit.weighing, what_if, option, effect)
        for criterion, what_if in zip(fit.weighing.criteria, fit.what_ifs, strict=True)
        for option, effect in zip(fit.weighing.options, criterion.effects, strict=True)
        if option != aid.decision.reference
    ]


def _line(aid: Aid, comparator: str, weighing: Weighing, what_if: WhatIf, option: str, effect: Effect) -> SumLine:
    def changes(then: Verdict | None) -> bool:
        return then is None or not same(then, weighing.verdict)

    rating = next(criterion.rating for criterion in weighing.criteria if criterion.name == what_if.criterion)
    return SumLine(
        comparator=comparator,
        outcome=what_if.criterion,
        option=option,
        rating=rating,
        weight=weighing.weights[what_if.criterion],
        effect=effect.mean,
        low=effect.low,
        high=effect.high,
        swing=swing(aid, what_if.criterion),
        contribution=weighing.contributions[what_if.criterion][option],
        half_swing_changes=changes(what_if.swing_halved),
        double_swing_changes=changes(what_if.swing_doubled),
        leaving_out_changes=changes(what_if.left_out),
        seed=weighing.seed,
    )


def swing(aid: Aid, outcome: str) -> str:
    """The swing of an outcome as text; "" for an own reason."""
    record = aid.decision.outcomes.get(outcome)
    if record is None or record.swing is None:
        return ""
    if record.swing.per:
        return aid.words.app["short_count"].format(count=f"{record.swing.amount:g}", per=record.swing.per)
    return f"{record.swing.amount:g}"


def shares(aid: Aid, verdict: Verdict) -> str:
    """The share of each verdict in the repeat sums, as text; it says that this is no chance of success."""
    app = aid.words.app
    names = [*(aid.words.options[option].name for option in verdict.shares), app["fit.even_short"]]
    parts = whole_parts([*verdict.shares.values(), verdict.even], 100)
    text = "; ".join(f"{name}: {part}" for name, part in zip(names, parts, strict=True))
    return app["fit.shares"].format(shares=text, draws=number(aid, DRAWS))
