"""What the cases of weighing.yaml should give, by another route than the aid's own: no repeat draws of effects.

For ratings held fixed, the difference between the two options is a weighted sum of independent effects. Its mean and
variance have a closed form (of normal values that stop at one whole swing), and its chances follow from the normal
curve. Ratings that might differ by a point on another day are gone through one by one. Plain Python on purpose:
nothing here is shared with decision_aid.reasoning.
"""

from dataclasses import dataclass
from itertools import chain
from math import erf, exp, pi, sqrt
from random import Random
from typing import Any

PROCEDURE, REFERENCE = "vertebroplasty", "conservative_care"
RATABLE = (
    "pain_first_month",
    "pain_year",
    "getting_about",
    "new_fracture",
    "further_collapse",
    "procedure_harm",
    "medicine_side_effects",
    "avoid_procedure",
    "hospital_time",
)
RED_FLAGS = {
    ("urgent_signs", sign)
    for sign in ("weak_legs", "numb_between_legs", "bladder_or_bowel", "fever", "chest_or_breath")
}
SETTLE_FIRST = {("infection", "yes_"), ("bleeding_problem", "yes_"), ("allergy", "yes_"), ("other_illness", "cancer")}
OTHER_DAYS = 400
CLOSE, STEADY = 0.05, 0.80

Line = tuple[int, float, float]
"""One thing that matters: its rating, and how much better the procedure does on it (mean, standard deviation)."""
Effects = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Chances:
    """How often the difference is clearly for the procedure, clearly for the reference option, or neither."""

    procedure: float
    reference: float
    even: float

    def word(self) -> tuple[str, str | None]:
        """The word and the option it leans to, if it leans."""
        if self.procedure >= STEADY:
            return "leans", PROCEDURE
        if self.reference >= STEADY:
            return "leans", REFERENCE
        return ("about_even" if self.even >= STEADY else "too_close"), None

    def margin(self) -> float:
        """How far the nearest of the three is from the share that a word needs."""
        return min(abs(share - STEADY) for share in (self.procedure, self.reference, self.even))


def lines(case_given: dict[str, Any], effects: Effects) -> list[Line]:
    """What is rated and known, against the comparator of the case; then the person's own reasons."""
    known = effects[case_given["comparator"]]
    rated = [
        (rating, known[name]["mean"], known[name]["sd"])
        for name, rating in case_given.get("importance", {}).items()
        if name in known and rating != "not_sure"
    ]
    own = [
        (reason["importance"], 1.0 if reason["option"] == PROCEDURE else -1.0, 0.0)
        for reason in case_given.get("own_reasons", [])
        if "option" in reason and "importance" in reason
    ]
    return rated + own


def obstacle(case_given: dict[str, Any]) -> str | None:
    """What comes before any weighing."""
    situation = case_given.get("situation", {})
    choices = set(
        chain.from_iterable(
            [(factor, choice) for choice in ([answer] if isinstance(answer, str) else answer)]
            for factor, answer in situation.items()
        )
    )
    if choices & RED_FLAGS:
        return "urgent"
    if choices & SETTLE_FIRST:
        return "settle_first"
    if not case_given.get("facts_seen") and "chances" not in case_given.get("opened", []):
        return "facts_first"
    return None if case_given.get("gut_leaning") else "gut_first"


def gap(lines: list[Line]) -> str | None:
    """What is missing for a word."""
    if len(lines) < 3:
        return "too_few"
    if all(rating == 0 for rating, _, _ in lines):
        return "nothing_matters"
    sides = [mean > 0 for _, mean, _ in lines if mean != 0]
    return None if True in sides and False in sides else "one_sided"


def counts(case_given: dict[str, Any], effects: Effects) -> dict[str, int]:
    """How many things the weighing uses, how many are not rated, and for how many nothing usable is known."""
    known, importance = effects[case_given["comparator"]], case_given.get("importance", {})
    rated = [name for name in RATABLE if importance.get(name, "not_sure") != "not_sure"]
    return {
        "used": len(lines(case_given, effects)),
        "not_rated": len(RATABLE) - len(rated),
        "not_known": sum(name not in known for name in rated),
    }


def difference(lines: list[Line]) -> float:
    """The weighted mean of the effects: above 0 for the procedure, below 0 for the reference option."""
    return sum(rating * mean for rating, mean, _ in lines) / sum(rating for rating, _, _ in lines)


def chances(lines: list[Line]) -> Chances:
    """The chances of a clear difference, over the ratings as they might be on other days."""
    days, stopped = Random(1), [_stopped(mean, sd) for _, mean, sd in lines]
    above = below = 0.0
    for _ in range(OTHER_DAYS):
        ratings = [_other_day(rating, days) for rating, _, _ in lines]
        total = sum(ratings)
        mean = sum(rating * part for rating, (part, _) in zip(ratings, stopped, strict=True)) / total
        variance = sum(rating**2 * part for rating, (_, part) in zip(ratings, stopped, strict=True)) / total**2
        above += 1 - _below(CLOSE, mean, sqrt(variance))
        below += _below(-CLOSE, mean, sqrt(variance))
    above, below = above / OTHER_DAYS, below / OTHER_DAYS
    return Chances(above, below, 1 - above - below)


def _other_day(rating: int, days: Random) -> float:
    return min(max(rating + days.uniform(-1, 1), 0), 10) if rating else 0.0


def _below(limit: float, mean: float, sd: float) -> float:
    """The chance that a normal value is below a limit."""
    return float(mean < limit) if sd == 0 else (1 + erf((limit - mean) / sd / sqrt(2))) / 2


def _stopped(mean: float, sd: float) -> tuple[float, float]:
    """Mean and variance of a normal value that stops at one whole swing, below (-1) and above (+1)."""
    if sd == 0:
        return min(max(mean, -1.0), 1.0), 0.0
    low, high = (-1 - mean) / sd, (1 - mean) / sd
    at_low, at_high = _below(-1, mean, sd), 1 - _below(1, mean, sd)
    free, curve_low, curve_high = 1 - at_low - at_high, _curve(low), _curve(high)
    first = mean * free + sd * (curve_low - curve_high)
    second = (mean**2 + sd**2) * free + 2 * mean * sd * (curve_low - curve_high)
    second += sd**2 * (low * curve_low - high * curve_high)
    first, second = first + at_high - at_low, second + at_high + at_low
    return first, second - first**2


def _curve(z: float) -> float:
    return exp(-(z**2) / 2) / sqrt(2 * pi)
