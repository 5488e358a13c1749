"""The decision, language-free: options, outcomes and their rows, scales, timelines, situation, question bank."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from decision_aid.model.evidence import Horizon, Number
from decision_aid.model.record import Record


class Option(Record):
    """A way forward. `parts` are what it is made of (each can be put beside the other options)."""

    parts: tuple[str, ...] = ()
    picture: str | None = None


class Row(Record):
    """One line of the chances page: estimates shown beside each other, with one denominator and one time.

    `at` picks the measured time of estimates that have several.
    """

    estimates: tuple[str, ...] = Field(min_length=1)
    at: Horizon | None = None


class Swing(Record):
    """The size of change that the importance question names: points of a scale, or people out of `per`."""

    amount: Number = Field(gt=0)
    scale: str | None = None
    per: Literal[100, 1000] | None = None


class EffectSource(Record):
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


class Outcome(Record):
    """A benefit, harm or burden. "course" is what usually happens with no procedure; it is not rated.

    `effects` holds, by option and then by lens (a comparator, or "any" for all lenses), what the option does
    against the reference option. An option and lens without an entry has no usable evidence: "not known".
    """

    kind: Literal["course", "benefit", "harm", "burden"]
    rated: bool = True
    evidence_uncertain: bool = False
    rows: dict[str, Row] = {}
    swing: Swing | None = None
    effects: dict[str, dict[str, EffectSource]] = {}


class Scale(Record):
    """A score. `noticed` is the smallest change that people notice, from the estimate `noticed_estimate`."""

    low: int
    high: int
    noticed_estimate: str | None = None


class Reflection(Record):
    """A figure that the person is asked to read: one arm of a frequency."""

    estimate: str
    group: str


class Phase(Record):
    """A stretch of time in a timeline (before, on the day, after) and its stages, in order."""

    stages: tuple[str, ...]


class Leaning(Record):
    """Something a person can lean to; `option` is None for "not sure" and the like."""

    option: str | None = None


class Contact(Record):
    """Where the reader can write, or ask for an appointment. Empty fields are not shown."""

    name: str = ""
    phone: str = ""
    link: str = ""


class Decision(Record):
    """What is fixed for every language: ids, order, version, dates, who can be called."""

    id: str
    version: str
    published: date
    evidence_updated: date
    next_review: date
    options: dict[str, Option]
    reference: str | None = None
    lenses: tuple[str, ...] = ()
    parts: tuple[str, ...]
    comparison_rows: tuple[str, ...]
    also_ask: tuple[str, ...]
    whatever_you_choose: tuple[str, ...]
    scales: dict[str, Scale]
    outcomes: dict[str, Outcome]
    timelines: dict[str, dict[str, Phase]]
    leanings: dict[str, Leaning]
    unclear: tuple[str, ...]
    reflections: dict[str, Reflection] = {}
    stages: tuple[str, ...] = ()
    balanced_topics: tuple[str, ...] = ()
    contact: Contact = Contact()


class Choice(Record):
    """An answer to a factor. A red flag needs help now; `tell_doctor` puts it on the list to tell the team.

    `exclusive` stands alone among several answers ("none of these"). `settle_first` has to be settled with the team
    before options are weighed.
    """

    red_flag: bool = False
    tell_doctor: bool = False
    exclusive: bool = False
    settle_first: bool = False


class Factor(Record):
    """Something about the person's situation that bears on the decision. It is asked, never judged.

    kind: "one" answer, "many" answers, a "scale" from 0 to 10, or "text".
    """

    kind: Literal["one", "many", "scale", "text"]
    group: str
    choices: dict[str, Choice] = {}
    scale: str | None = None


class Always(Record):
    """Worth asking for everyone."""

    when: Literal["always"]
    weight: int = Field(default=1, ge=1, le=5)


class Situated(Record):
    """Fires when the factor's answer is one of `answers`; for a scale, when it is at least `at_least`."""

    when: Literal["situation"]
    factor: str
    answers: tuple[str, ...] = ()
    at_least: int | None = None
    weight: int = Field(default=3, ge=1, le=5)


class Valued(Record):
    """Fires on the rating of an outcome: 8 or more, "not sure", or 7 or more where the evidence is uncertain."""

    when: Literal["matters_a_lot", "not_sure_how_much", "matters_but_uncertain"]
    outcome: str
    weight: int = Field(default=2, ge=1, le=5)


class Leant(Record):
    """Fires on what the person leans to."""

    when: Literal["leaning"]
    answers: tuple[str, ...] = Field(min_length=1)
    weight: int = Field(default=2, ge=1, le=5)


class Unclear(Record):
    """Fires on something the person marked as still unclear."""

    when: Literal["unclear"]
    item: str
    weight: int = Field(default=4, ge=1, le=5)


class Unknown(Record):
    """Fires on a knowledge item that was answered wrongly or with "not sure"."""

    when: Literal["knowledge_gap"]
    item: str
    weight: int = Field(default=3, ge=1, le=5)


class Unsure(Record):
    """Fires on a "no" to an item of an instrument."""

    when: Literal["instrument_no"]
    instrument: str
    item: str
    weight: int = Field(default=3, ge=1, le=5)


class Mismatched(Record):
    """Fires when the person's gut and their ratings point to different options."""

    when: Literal["mismatch"]
    weight: int = Field(default=4, ge=1, le=5)


class Medicated(Record):
    """Fires on a medicine of one of the groups."""

    when: Literal["medicine"]
    groups: tuple[str, ...] = Field(min_length=1)
    weight: int = Field(default=4, ge=1, le=5)


Trigger = Annotated[
    Always | Situated | Valued | Leant | Unclear | Unknown | Unsure | Mismatched | Medicated,
    Field(discriminator="when"),
]


class KnowledgeItem(Record):
    """A thing worth knowing before choosing: its choices, the right one, and the page that tells it."""

    choices: tuple[str, ...] = Field(min_length=2)
    right: str
    page: str


class Medicine(Record):
    """A medicine that people list, with its brand names by country code."""

    group: str
    brands: dict[str, tuple[str, ...]] = {}


class Instrument(Record):
    """A published instrument, word for word, under its own terms. `sha256` guards the items' text in each language."""

    name: str
    citation: str
    licence: str
    source: str
    may_alter: Literal[False]
    items: dict[str, dict[str, str]]
    sha256: dict[str, str]


class Question(Record):
    """A question for the visit. `about` names the options it speaks of: one, or all for an even-handed one."""

    topic: str
    about: tuple[str, ...] = Field(min_length=1)
    ask: str
    triggers: tuple[Trigger, ...] = Field(min_length=1)
