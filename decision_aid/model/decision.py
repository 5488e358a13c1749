"""The decision, language-free: options, outcomes and their rows, scales, timelines, situation, question bank."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from decision_aid.model.evidence import Horizon
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


class Outcome(Record):
    """A benefit, harm or burden. "course" is what usually happens with no procedure; it is not rated."""

    kind: Literal["course", "benefit", "harm", "burden"]
    rated: bool = True
    evidence_uncertain: bool = False
    rows: dict[str, Row] = {}


class Scale(Record):
    """A score. `noticed` is the smallest change that people notice, from the estimate `noticed_estimate`."""

    low: int
    high: int
    noticed_estimate: str | None = None


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
    parts: tuple[str, ...]
    comparison_rows: tuple[str, ...]
    also_ask: tuple[str, ...]
    whatever_you_choose: tuple[str, ...]
    scales: dict[str, Scale]
    outcomes: dict[str, Outcome]
    timelines: dict[str, dict[str, Phase]]
    leanings: dict[str, Leaning]
    unclear: tuple[str, ...]
    balanced_topics: tuple[str, ...] = ()
    contact: Contact = Contact()


class Choice(Record):
    """An answer to a factor. A red flag needs help now; `tell_doctor` puts it on the list to tell the team.

    `exclusive` stands alone among several answers ("none of these").
    """

    red_flag: bool = False
    tell_doctor: bool = False
    exclusive: bool = False


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


Trigger = Annotated[Always | Situated | Valued | Leant | Unclear, Field(discriminator="when")]


class Question(Record):
    """A question for the visit. `about` names the options it speaks of: one, or all for an even-handed one."""

    topic: str
    about: tuple[str, ...] = Field(min_length=1)
    ask: str
    triggers: tuple[Trigger, ...] = Field(min_length=1)
