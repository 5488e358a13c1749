"""The decision, language-free: options, outcomes and their rows, scales, timelines, situation, question bank."""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from decision_aid.model.evidence import Horizon, Number
from decision_aid.model.frozen_model import FrozenModel

FIRST_ROWS = 5
"""How many comparison rows are visible at first, where the content names none."""


class Tile(FrozenModel):
    """A named drawing that stands for one part of an option, or for several parts of one kind."""

    picture: str
    parts: tuple[str, ...] = Field(min_length=1)


class Option(FrozenModel):
    """An option of the decision. `parts` are its components; each can be compared with the other options."""

    parts: tuple[str, ...] = ()
    tiles: dict[str, Tile] = {}
    picture: str | None = None
    mark: str | None = None
    """A small drawing that stands beside its name."""


class Row(FrozenModel):
    """One line of the chances page: estimates shown beside each other, with one denominator and one time.

    `at` picks the measured time of estimates that have several.
    """

    estimates: tuple[str, ...] = Field(min_length=1)
    at: Horizon | None = None


class Swing(FrozenModel):
    """The size of change that the importance question names: points of a scale, or people out of `per`."""

    amount: Number = Field(gt=0)
    scale: str | None = None
    per: Literal[100, 1000] | None = None


class EffectSource(FrozenModel):
    """Where the effect of an option comes from: an estimate, or a plain fact of having the option.

    `certain` is that fact in swings: -1 for a burden that the option brings and the reference option does not.
    """

    estimate: str | None = None
    at: Horizon | None = None
    certain: Literal[-1, 1] | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> "EffectSource":
        if (self.estimate is None) == (self.certain is None):
            raise ValueError("give either 'estimate' or 'certain'")
        return self


class Outcome(FrozenModel):
    """A benefit, harm or burden. "course" is what usually happens with no procedure; it is not rated.

    `main` marks those that everyone is asked about; where none is marked, all that are rated are. `effects` holds, by
    option and then by comparator ("any" for all of them), what the option does against the reference option. An option
    and comparator without an entry has no usable evidence: "not known".
    """

    kind: Literal["course", "benefit", "harm", "burden"]
    rated: bool = True
    main: bool = False
    evidence_uncertain: bool = False
    rows: dict[str, Row] = {}
    key_rows: tuple[str, ...] = ()
    """The rows that stand for the outcome in the visit and on paper; where none is named, the first."""
    swing: Swing | None = None
    effects: dict[str, dict[str, EffectSource]] = {}


class ShownRow(FrozenModel):
    """A reference to a row of the chances page."""

    outcome: str
    row: str


class SimilarStudies(FrozenModel):
    """Studies of people in a certain situation: every factor named must have one of its answers, or reach its level."""

    answers: dict[str, tuple[str, ...]] = {}
    at_least: dict[str, int] = {}
    rows: tuple[ShownRow, ...] = Field(min_length=1)


class Scale(FrozenModel):
    """A score. `noticed_estimate` is the estimate of the smallest change that people notice."""

    low: int
    high: int
    noticed_estimate: str | None = None


class Reflection(FrozenModel):
    """A figure that the person is asked to read: one arm of a frequency."""

    estimate: str
    group: str


class Phase(FrozenModel):
    """A stretch of time in a timeline (before, on the day, after) and its stages, in order."""

    stages: tuple[str, ...]


class Leaning(FrozenModel):
    """Something a person can lean to; `option` is None for "not sure" and the like."""

    option: str | None = None


class ChartNote(FrozenModel):
    """Limits of the note for the chart: `longest` is its length in characters."""

    longest: int = Field(default=1200, ge=600)


class Decision(FrozenModel):
    """What is the same in every language: ids, order, version, dates."""

    id: str
    kept_as: str | None = None
    """The key under which a browser's tab stores the answers; where none is given, the id."""
    version: str
    published: date
    evidence_updated: date
    next_review: date
    options: dict[str, Option]
    reference: str | None = None
    comparators: tuple[str, ...] = ()
    parts: tuple[str, ...]
    comparison_rows: tuple[str, ...]
    main_rows: tuple[str, ...] = ()
    """The comparison rows that matter most, visible before the others; where none is named, the first five."""
    also_ask: tuple[str, ...]
    regardless_of_choice: tuple[str, ...]
    scales: dict[str, Scale]
    outcomes: dict[str, Outcome]
    timelines: dict[str, dict[str, Phase]]
    leanings: dict[str, Leaning]
    unclear: tuple[str, ...]
    reflections: dict[str, Reflection] = {}
    stages: tuple[str, ...] = ()
    similar_studies: dict[str, SimilarStudies] = {}
    key_outcomes: tuple[str, ...] = ()
    """What the visit talks about while the person has not said what matters most."""
    visit_factors: tuple[str, ...] = ()
    """The factors of the situation that the visit shows, the most informative first."""
    balanced_topics: tuple[str, ...] = ()
    booklet_sections: tuple[str, ...] = ()
    """The sections of the first page that the booklet opens with; where none is named, all."""
    booklet_further: tuple[str, ...] = ()
    """The main outcomes whose other figures the booklet gives, too, in words."""
    booklet_in_steps: tuple[str, ...] = ()
    """The comparison rows that the booklet leaves to its step-by-step section."""
    minutes: int = Field(default=20, gt=0)
    """How long the way takes, as the first page says. A test works it out from the way (docs/performance.md)."""
    ask_whose_after: int = Field(default=15, ge=0)
    """Idle minutes after which the page asks whose answers these are; 0: never."""
    medicines_group: str | None = None
    """The group of factors beside which medicines are asked for by name; where none is named, the last."""
    chart_note: ChartNote = ChartNote()

    @property
    def first_rows(self) -> tuple[str, ...]:
        """The comparison rows that are visible at first."""
        return self.main_rows or self.comparison_rows[:FIRST_ROWS]

    @property
    def further_rows(self) -> tuple[str, ...]:
        """The comparison rows that are collapsed at first."""
        return tuple(row for row in self.comparison_rows if row not in self.first_rows)
