"""The figure for a placeholder such as `some_estimate.1_month.value`, formatted as patients read it."""

from typing import TypeVar

from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Difference, Frequency, Mean, Point, Quantity
from decision_aid.reasoning.frequencies import natural_frequency
from decision_aid.reasoning.rounding import amount, mean, score
from decision_aid.wording.sentences import number

Item = TypeVar("Item")

_COUNT_FORMS = ("count", "complement", "per", "low", "high")
_POINT_FORMS = ("value", "low", "high")
_AMOUNT_FORMS = ("amount", "low", "high")


class UnfillableError(Exception):
    """A placeholder cannot be filled; the message says how to fix it."""


def figure(aid: Aid, placeholder: str) -> str:
    """The text for a placeholder such as "some_estimate.1_month.value". Raises UnfillableError."""
    name, _, form = placeholder.partition(".")
    estimate = aid.evidence.estimates.get(name)
    if estimate is None:
        raise UnfillableError("names no estimate: write one of the ids in evidence/order.yaml")
    middle, _, last = form.rpartition(".")
    match estimate.measure:
        case Frequency():
            return _count_text(estimate.measure, middle, last)
        case Difference():
            return _point_text(aid, estimate.measure.points, middle, last)
        case Mean():
            group, _, at = middle.partition(".")
            courses = {course.group: course.points for course in estimate.measure.arms}
            return _point_text(aid, _pick(courses, group, "group"), at, last)
        case Quantity():
            return _amount_text(aid, estimate.measure, form)
        case _:
            raise UnfillableError("names an estimate without a number: write words in its place")


def _count_text(measure: Frequency, group: str, form: str) -> str:
    _check_form(form, _COUNT_FORMS)
    if form == "per" and not group:
        return str(measure.per)
    arms = {arm.group: arm for arm in measure.arms if not arm.cannot_happen}
    arm = _pick(arms, group, "group")
    people = natural_frequency(arm, measure.per)
    if form == "count" and people.fewer_than_one and measure.per == 1000:
        raise UnfillableError("is above none but fewer than 1 person: write 'fewer than 1' in its place")
    value = getattr(people, form)
    if value is None and form in ("low", "high"):
        raise UnfillableError("asks for a range that the estimate does not have: leave the range out")
    if value is None:
        raise UnfillableError("asks for a count that the source does not give: write low and high in its place")
    return str(value)


def _point_text(aid: Aid, points: tuple[Point, ...], at: str, form: str) -> str:
    point = _pick({f"{point.at.amount:g}_{point.at.unit}": point for point in points}, at, "time")
    _check_form(form, (*_POINT_FORMS, *point.means))
    return number(aid, mean(point, form) if form in point.means else getattr(score(point), form))


def _amount_text(aid: Aid, measure: Quantity, form: str) -> str:
    _check_form(form, _AMOUNT_FORMS)
    low, high = amount(measure)
    if form != "amount" or low == high:
        return number(aid, high if form == "high" else low)
    # A missing word gets a fallback: another rule reports the word itself.
    spread = aid.words.app.get("amount_spread", "{low} {high}")
    return spread.format(low=number(aid, low), high=number(aid, high))


def _check_form(form: str, forms: tuple[str, ...]) -> None:
    if form not in forms:
        raise UnfillableError(f"does not end in a form that this estimate has: write one of {', '.join(forms)}")


def _pick(choices: dict[str, Item], name: str, noun: str) -> Item:
    """The item with this name, or the only item if the name is empty. Raises UnfillableError."""
    if not name and len(choices) == 1:
        return next(iter(choices.values()))
    if name not in choices:
        raise UnfillableError(
            f"names no {noun} of this estimate: write one of {', '.join(choices)} before the last dot"
        )
    return choices[name]
