"""Sentences for estimates. All pages and exports take them from here, so that they cannot disagree."""

from fractions import Fraction
from typing import cast

from babel.numbers import format_decimal

from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Arm, Estimate, Frequency, Horizon, NoRange
from decision_aid.model.variants import Id, Variants
from decision_aid.reasoning.frequencies import NaturalFrequency, natural_frequency
from decision_aid.reasoning.rounding import Score, nearest
from decision_aid.wording.interface_words import NO_RANGE, TIME


def number(aid: Aid, value: float) -> str:
    """A number as written in the aid's language: no trailing zero, and a true minus sign.

    Screen readers read a true minus sign aloud and skip a hyphen.
    """
    return format_decimal(value, locale=aid.words.locale).replace("-", "−")


def score_parts(aid: Aid, score: Score) -> dict[str, str]:
    """The value and the ends of a score as text, to fill the placeholders of a sentence."""
    return {part: number(aid, getattr(score, part)) for part in ("value", "low", "high")}


def amount_phrase(aid: Aid, among: Variants[Id], chosen: Id, amount: float) -> str:
    """The word for an id with an amount in it, in the form that goes with the amount: "1 day", "2 days"."""
    return aid.words.variant_by_number(among, chosen, amount).format(n=number(aid, amount))


def time(aid: Aid, horizon: Horizon) -> str:
    """A time in words, such as "14 days"."""
    return amount_phrase(aid, TIME, horizon.unit, horizon.amount)


def counts(aid: Aid, name: str, arm: Arm, per: int) -> tuple[str, ...]:
    """The sentences on how many have the event and how many do not: both frames, always in this order."""
    app, words = aid.words.app, aid.words.estimates[name]
    if arm.cannot_happen:
        return (app["cannot_happen"],)
    people, noun = natural_frequency(arm, per), words.counted or app["people"]
    if people.count is None:
        return (app["count_spread"].format(low=people.low, high=people.high, per=per, people=noun, event=words.event),)
    if people.fewer_than_one:
        return (app["count_fewer"].format(per=per, people=noun, event=words.event),)
    return (
        app["count"].format(count=people.count, per=per, people=noun, event=words.event),
        app["count_without"].format(count=people.complement, per=per, people=noun, event=words.no_event),
    )


def arm_sentences(aid: Aid, name: str, arm: Arm, per: int) -> str:
    """All sentences on one group: both frames, then the range or why there is none."""
    return " ".join(filter(None, [*counts(aid, name, arm, per), span(aid, aid.evidence.estimates[name], arm, per)]))


def study_description(aid: Aid, name: str) -> str:
    """Who was studied and when it was measured, in one line."""
    app, words = aid.words.app, aid.words.estimates[name]
    return (app["studied"] if words.when else app["studied_who"]).format(who=words.who, when=words.when)


def short_count(aid: Aid, people: NaturalFrequency) -> str:
    """The count and its denominator, without the event."""
    app = aid.words.app
    if people.count is None:
        return app["short_spread"].format(low=people.low, high=people.high, per=people.per)
    if people.fewer_than_one:
        return app["short_fewer"].format(per=people.per)
    return app["short_count"].format(count=people.count, per=people.per)


def span(aid: Aid, estimate: Estimate, arm: Arm, per: int) -> str:
    """The range of an arm in words, or why there is none. Empty where the count itself is a spread."""
    measure, app = estimate.measure, aid.words.app
    if not isinstance(measure, Frequency) or arm.cannot_happen or arm.events is None:
        return ""
    people = natural_frequency(arm, per)
    if people.low is None:
        return aid.words.variant(NO_RANGE, cast(NoRange, measure.no_range))
    return app["range"].format(low=people.low, high=people.high, per=people.per)


def difference(aid: Aid, name: str, per: int) -> str:
    """How many more or fewer people of the first group than of the second have the event, by the shown counts.

    Where the unrounded rates give another difference, the sentence says that the counts were rounded. Empty
    where there are not two groups with counts.
    """
    measure, app = aid.evidence.estimates[name].measure, aid.words.app
    arms = measure.arms if isinstance(measure, Frequency) else ()
    if len(arms) != 2 or any(arm.cannot_happen or arm.events is None for arm in arms):
        return ""
    first, second = (natural_frequency(arm, per).count or 0 for arm in arms)
    form = app["difference.more"] if first > second else app["difference.fewer"]
    sentence = (form if first != second else app["difference.same"]).format(
        number=abs(first - second),
        per=per,
        event=aid.words.estimates[name].event,
        group=aid.words.groups[arms[0].group],
    )
    exact = nearest(abs(_rate(arms[0]) - _rate(arms[1])) * per)
    return sentence if exact == abs(first - second) else f"{sentence} {app['difference.rounded']}"


def _rate(arm: Arm) -> Fraction:
    return Fraction(arm.events or 0, arm.denominator or 1)
