"""Evidence: sources, and estimates with their arms, range, time, comparator and certainty. No wording."""

from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Field, StrictInt, ValidationInfo, field_validator, model_validator

from decision_aid.model.certainty import NOT_RATED, CertaintyRating
from decision_aid.model.frozen_model import FrozenModel
from decision_aid.model.source import Source

Comparator = Literal["sham", "usual_care", "placebo", "other_treatment", "other_people", "none"]
Checked = Literal["verified", "verified-secondary", "partly"]
NoRange = Literal["not_reported", "not_seen"]
Stance = Literal["against", "for_selected_people", "describes_evidence", "not_seen"]
TimeUnit = Literal["hour", "day", "week", "month", "year"]
Number = int | float
Day = date
"""Alias of `date` for a model with a field of that name."""
_ROUNDING_GAP = 0.15
"""The largest gap between a difference and its two means, in points, that rounding to a tenth explains."""


class Span(FrozenModel):
    """A 95 % interval, or a reported spread, as whole people out of `per`.

    `origin`: as the source prints it; calculated by us from the head counts of the group; or derived from the
    published `odds_ratio` and the share of the other group, which is taken as certain.
    """

    low: StrictInt = Field(ge=0)
    high: StrictInt
    per: StrictInt = Field(gt=0)
    origin: Literal["reported", "calculated", "odds_ratio"] = "reported"

    @model_validator(mode="after")
    def _ordered(self) -> "Span":
        if not self.low <= self.high <= self.per:
            raise ValueError("'low', 'high' and 'per' must rise: write low ≤ high ≤ per")
        return self


class Arm(FrozenModel):
    """One group of people: how many of how many had the event.

    `events` may be left out where a source gives only a range.
    `cannot_happen` marks a harm that this option cannot cause, so that no row stays empty.
    """

    group: str
    events: StrictInt | None = Field(default=None, ge=0)
    denominator: StrictInt | None = Field(default=None, gt=0)
    as_reported: Literal["counts", "share", "events"] = "counts"
    """"share": the source prints a percentage; events and denominator then transcribe it, they are not head counts.
    "events": the source prints the people with the event; the size of the group is worked out by us."""
    range: Span | None = None
    cannot_happen: bool = False

    @model_validator(mode="after")
    def _has_figure(self) -> "Arm":
        if self.cannot_happen:
            if self.events is not None or self.range is not None:
                raise ValueError("an arm that 'cannot_happen' has no 'events' and no 'range': remove them")
        elif (self.events is None) != (self.denominator is None):
            raise ValueError("'events' and 'denominator' go together: give both, or neither")
        elif self.events is None and self.range is None:
            raise ValueError("an arm needs 'events' with 'denominator', or a 'range', or 'cannot_happen: true'")
        elif self.events is not None and self.denominator is not None and self.events > self.denominator:
            raise ValueError(
                f"'events' ({self.events}) is more than 'denominator' ({self.denominator}): check the source"
            )
        return self

    @model_validator(mode="after")
    def _within_its_range(self) -> "Arm":
        if self.events is not None and self.denominator is not None and self.range is not None:
            low, share, high = self.range.low, Fraction(self.events * self.range.per, self.denominator), self.range.high
            if not low <= share <= high:
                text = f"{self.events} of {self.denominator} is not within {low} to {high} of {self.range.per}"
                raise ValueError(f"{text}: check both against the source")
        return self


class Horizon(FrozenModel):
    """When the outcome was measured, counted from the start of the study or the procedure."""

    amount: Number = Field(ge=0)
    unit: TimeUnit


class OddsRatio(FrozenModel):
    """The odds of the event in the first group over those in the second, with the 95 % interval, as published."""

    value: Number = Field(gt=0)
    low: Number = Field(gt=0)
    high: Number

    @model_validator(mode="after")
    def _ordered(self) -> "OddsRatio":
        if not self.low <= self.value <= self.high:
            raise ValueError("'low', 'value' and 'high' must rise: check them against the source")
        return self


class Frequency(FrozenModel):
    """People who had an event, shown as whole people out of `per`. `no_range` says why an arm has no range."""

    kind: Literal["frequency"]
    per: Literal[100, 1000]
    arms: tuple[Arm, ...] = Field(min_length=1)
    no_range: NoRange | None = None
    odds_ratio: OddsRatio | None = None

    @model_validator(mode="after")
    def _range_or_reason(self) -> "Frequency":
        bare = [arm.group for arm in self.arms if arm.range is None and not arm.cannot_happen]
        if bare and self.no_range is None:
            raise ValueError(f"no 'range' for {', '.join(bare)}: give it, or say why in 'no_range'")
        return self

    @model_validator(mode="after")
    def _odds_of_two_groups(self) -> "Frequency":
        if self.odds_ratio and (len(self.arms) != 2 or any(not arm.events for arm in self.arms)):
            raise ValueError("an 'odds_ratio' compares two groups: give both, each with its 'events'")
        if not self.odds_ratio and any(arm.range and arm.range.origin == "odds_ratio" for arm in self.arms):
            raise ValueError("a 'range' rests on an odds ratio that is not here: give the 'odds_ratio' of the source")
        return self


class Point(FrozenModel):
    """A value on a scale at one measured time, with its 95 % interval.

    `means`: where the value is a difference, the mean of each group that it lies between, if the source gives them.
    """

    at: Horizon
    value: Number
    low: Number
    high: Number
    means: dict[str, Number] = {}

    @model_validator(mode="after")
    def _ordered(self) -> "Point":
        if not self.low <= self.value <= self.high:
            raise ValueError("'low', 'value' and 'high' must rise: check the signs")
        return self

    @model_validator(mode="after")
    def _between_its_means(self) -> "Point":
        distance = max(self.means.values()) - min(self.means.values()) if self.means else abs(self.value)
        if abs(distance - abs(self.value)) > _ROUNDING_GAP:
            raise ValueError(f"the 'means' are {distance:.1f} apart, not {self.value:g}: check both against the source")
        return self


class Difference(FrozenModel):
    """How much better `better` did than the comparator, in points of `scale`; negative means worse."""

    kind: Literal["difference"]
    scale: str
    better: str
    points: tuple[Point, ...] = Field(min_length=1)


class Course(FrozenModel):
    """The mean of one group at each measured time."""

    group: str
    points: tuple[Point, ...] = Field(min_length=1)


class Mean(FrozenModel):
    """Mean points of a scale in each group, at measured times."""

    kind: Literal["mean"]
    scale: str
    arms: tuple[Course, ...] = Field(min_length=1)


class Quantity(FrozenModel):
    """A number that is neither a chance nor a score: minutes, kilograms. `low` = `high` for a single value."""

    kind: Literal["quantity"]
    unit: str
    low: Number
    high: Number


class Statement(FrozenModel):
    """A finding with no usable figure. `known` is false where the rate itself is not known."""

    kind: Literal["statement"]
    known: bool = True


Measure = Annotated[Frequency | Difference | Mean | Quantity | Statement, Field(discriminator="kind")]


class Estimate(FrozenModel):
    """One figure (or an explicit "not known") with all that is needed to judge how far to trust it."""

    sources: tuple[str, ...] = Field(min_length=1)
    comparator: Comparator
    horizon: Horizon | None = None
    certainty: tuple[str, ...]
    """The ratings of this figure, or of the body of evidence it belongs to; written "not_rated" where there is none."""
    checked: Checked
    checked_on: date
    seen_at: str
    measure: Measure

    @field_validator("certainty", mode="before")
    @classmethod
    def _names_ratings(cls, value: Any) -> Any:
        if isinstance(value, str) and value != NOT_RATED:
            raise ValueError(
                f"'{value}' does not say who rated it: name ratings of evidence/certainty.yaml in a list, as in "
                "[a_review_2018], or write not_rated"
            )
        return () if value == NOT_RATED else value


class Guideline(FrozenModel):
    """The position of an organization. `stance` sorts the two-sided list; the position itself is in the words."""

    body: str
    year: int
    country: str
    stance: Stance
    checked: Checked
    link: str
    checked_on: date


class CoverageRule(FrozenModel):
    """What a payer pays for; the rule itself is in the words.

    `effective` is the day from which it holds, `year` that of its text. Left out where we have not seen them.
    """

    payer: str
    country: str
    effective: date | None = None
    year: int | None = None
    checked: Checked
    link: str
    checked_on: date


class WarningSign(FrozenModel):
    """A sign that needs help now, and the sources that state it. What they say is in the words."""

    sources: tuple[str, ...] = Field(min_length=1)
    checked: Checked
    checked_on: date


class Change(FrozenModel):
    """A version of the evidence: when it came, and the estimates that changed with it. What changed is in the words."""

    date: Day
    ids: tuple[str, ...] = ()


class Evidence(FrozenModel):
    """All figures, each once, by id; and what changed, by version.

    `estimates` stand in the order that `order` declares, since files in a folder have none of their own.
    """

    sources: dict[str, Source]
    order: tuple[str, ...]
    estimates: dict[str, Estimate]
    guidelines: dict[str, Guideline]
    coverage: dict[str, CoverageRule] = {}
    warning_signs: dict[str, WarningSign] = {}
    changes: dict[str, Change] = {}
    certainty: dict[str, CertaintyRating] = {}

    @field_validator("estimates")
    @classmethod
    def _in_order(cls, estimates: dict[str, Estimate], info: ValidationInfo) -> dict[str, Estimate]:
        listed = {name: estimates[name] for name in info.data.get("order", ()) if name in estimates}
        return listed | estimates
