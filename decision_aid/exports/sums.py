"""Every number behind "what your answers point to", line by line: for the screen, the clinician and a CSV file."""

import csv
import io
from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.effects import Effect
from decision_aid.reasoning.preferences import fit
from decision_aid.reasoning.sensitivity import same, what_ifs
from decision_aid.reasoning.weighing import DRAWS, Verdict, Weighing


@dataclass(frozen=True)
class SumLine:
    """One outcome's part in one weighing, for one option against the reference.

    rating 0–10; weight 0–1; effect and its 95 % bounds in swings; contribution −1…1. The last three say whether the
    word would change with half the swing, twice the swing, or without the outcome.
    """

    lens: str
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


def sums(aid: Aid, answers: Answers) -> tuple[SumLine, ...]:
    """The lines of every lens through which something may be said."""
    fits = ((lens, fit(aid, answers, lens)) for lens in aid.decision.lenses)
    return tuple(line for lens, one in fits if isinstance(one, Weighing) for line in _lines(aid, lens, one))


def _lines(aid: Aid, lens: str, weighing: Weighing) -> list[SumLine]:
    options = [option for option in weighing.options if option != aid.decision.reference]
    return [
        SumLine(
            lens,
            criterion.name,
            option,
            criterion.rating,
            weighing.weights[criterion.name],
            effect.mean,
            effect.low,
            effect.high,
            swing(aid, criterion.name),
            weighing.contributions[criterion.name][option],
            *(
                then is None or not same(then, weighing.verdict)
                for then in (what.swing_halved, what.swing_doubled, what.left_out)
            ),
        )
        for criterion, what in zip(weighing.criteria, what_ifs(weighing), strict=True)
        for option, effect in _by_option(weighing, criterion.effects)
        if option in options
    ]


def _by_option(weighing: Weighing, effects: tuple[Effect, ...]) -> list[tuple[str, Effect]]:
    return list(zip(weighing.options, effects, strict=True))


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
    names = aid.words.options
    parts = [f"{names[option].name}: {round(share * 100)}" for option, share in verdict.shares.items()]
    return aid.words.app["fit.shares"].format(
        shares="; ".join([*parts, f"{aid.words.app['fit.even_short']}: {round(verdict.even * 100)}"]),
        draws=f"{DRAWS:,}",
    )


def sums_csv(aid: Aid, answers: Answers) -> str:
    """The lines as CSV with a heading, version and seed on every line, numbers to four decimals."""
    out = io.StringIO()
    writer = csv.writer(out)
    names = list(SumLine.__dataclass_fields__)
    writer.writerow([*names, "aid_version", "seed"])
    for line in sums(aid, answers):
        one = fit(aid, answers, line.lens)
        seed = one.seed if isinstance(one, Weighing) else ""
        values = (getattr(line, name) for name in names)
        told = [f"{value:.4f}" if isinstance(value, float) else value for value in values]
        writer.writerow([*told, aid.decision.version, seed])
    return out.getvalue()
