"""The question bank, language-free: questions for the visit, and the triggers that put each on the list."""

from typing import Annotated, Literal

from pydantic import Field

from decision_aid.model.frozen_model import FrozenModel

RatingTrigger = Literal["matters_a_lot", "not_sure_how_much", "matters_but_uncertain"]


class AlwaysTrigger(FrozenModel):
    """Worth asking for everyone."""

    when: Literal["always"]
    weight: int = Field(default=1, ge=1, le=5)


class SituationTrigger(FrozenModel):
    """Fires when the factor's answer is one of `answers`; for a scale, when it is at least `at_least`."""

    when: Literal["situation"]
    factor: str
    answers: tuple[str, ...] = ()
    at_least: int | None = None
    weight: int = Field(default=3, ge=1, le=5)


class ImportanceTrigger(FrozenModel):
    """Fires on the rating of an outcome: 8 or more, "not sure", or 7 or more where the evidence is uncertain."""

    when: RatingTrigger
    outcome: str
    weight: int = Field(default=2, ge=1, le=5)


class LeaningTrigger(FrozenModel):
    """Fires on what the person leans to."""

    when: Literal["leaning"]
    answers: tuple[str, ...] = Field(min_length=1)
    weight: int = Field(default=2, ge=1, le=5)


class UnclearTrigger(FrozenModel):
    """Fires on something the person marked as still unclear."""

    when: Literal["unclear"]
    item: str
    weight: int = Field(default=4, ge=1, le=5)


class KnowledgeGapTrigger(FrozenModel):
    """Fires on a knowledge item that was answered wrongly or with "not sure"."""

    when: Literal["knowledge_gap"]
    item: str
    weight: int = Field(default=3, ge=1, le=5)


class InstrumentTrigger(FrozenModel):
    """Fires on a "no" to an item of an instrument."""

    when: Literal["instrument_no"]
    instrument: str
    item: str
    weight: int = Field(default=3, ge=1, le=5)


class MismatchTrigger(FrozenModel):
    """Fires when the person's gut and their ratings point to different options."""

    when: Literal["mismatch"]
    weight: int = Field(default=4, ge=1, le=5)


class MedicineTrigger(FrozenModel):
    """Fires on a medicine of one of the groups."""

    when: Literal["medicine"]
    groups: tuple[str, ...] = Field(min_length=1)
    weight: int = Field(default=4, ge=1, le=5)


Trigger = Annotated[
    AlwaysTrigger
    | SituationTrigger
    | ImportanceTrigger
    | LeaningTrigger
    | UnclearTrigger
    | KnowledgeGapTrigger
    | InstrumentTrigger
    | MismatchTrigger
    | MedicineTrigger,
    Field(discriminator="when"),
]


class Question(FrozenModel):
    """A question for the visit. `about` names the options it speaks of: one, or all for an even-handed one.

    `claims` names what its words say about the person ("my blood thinner"); it must be true whichever trigger fires.
    """

    topic: str
    about: tuple[str, ...] = Field(min_length=1)
    ask: str
    claims: tuple[str, ...] = ()
    triggers: tuple[Trigger, ...] = Field(min_length=1)
