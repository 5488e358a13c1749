"""The answers of one person. Nothing has a value until the person gives one; every field can stay empty."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from decision_aid.model.frozen_model import FrozenModel

NOT_SURE: Literal["not_sure"] = "not_sure"
Importance = Annotated[int, Field(ge=0, le=10)] | Literal["not_sure"]
"""0 to 10, or "not sure". An outcome that is not yet rated has no entry."""

Form = Literal["picture", "table", "words"]
Frame = Literal["with", "without"]
Per = Literal["fitting", "thousand"]
TextSize = Literal["normal", "large", "larger"]
Contrast = Literal["normal", "high"]

LEFT_OPEN = "left_open"
"""How a visit can end without a chosen option."""

LONGEST_TEXT, LONGEST_NOTE, LONGEST_QUESTION, LONGEST_NAME = 5000, 1000, 200, 200
"""Maximum characters of an open answer, a note on the doctor's answer, a question, a medicine's name."""
MOST_TYPED = 30_000
"""Maximum characters that one person can type in total."""
MOST_QUESTIONS, MOST_REASONS, MOST_MEDICINES = 50, 2, 40
"""Maximum numbers of own questions, own reasons and medicines."""

FROM_OUTSIDE = "from outside"
"""Validation context for untrusted input: texts that are too long pass, to be cut later with a message."""


def _at_most(longest: int) -> AfterValidator:
    """A validator that refuses more characters (or entries), except in untrusted input. Raises ValueError."""

    def check(value: Any, info: ValidationInfo) -> Any:
        if len(value) > longest and info.context != FROM_OUTSIDE:
            raise ValueError(f"more than {longest}")
        return value

    return AfterValidator(check)


Text = Annotated[str, _at_most(LONGEST_TEXT)]
QuestionText = Annotated[str, _at_most(LONGEST_QUESTION)]


class OwnReason(FrozenModel):
    """A reason that the person added; `option` is the option it speaks for, None while undecided."""

    text: Text
    option: str | None = None
    importance: Importance | None = None


class QuestionEdits(FrozenModel):
    """The person's edits to the question list, stored apart from it so that later answers cannot undo them.

    `own` holds added questions by id ("own_1" …); `kept` the questions that the person put on the list,
    which therefore stay, as reworded ones do; `order` the ids in the order the person gave them.
    """

    reworded: dict[str, QuestionText] = {}
    removed: tuple[str, ...] = ()
    own: Annotated[dict[str, QuestionText], _at_most(MOST_QUESTIONS)] = {}
    notes: dict[str, Annotated[str, _at_most(LONGEST_NOTE)]] = {}
    """What the doctor answered, by question."""
    answered: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


class Display(FrozenModel):
    """How the person wants figures shown. The default form shows every fact.

    `per` is the denominator of counts: the one that fits each row, or 1000 for all.
    """

    form: Form = "picture"
    frame: Frame = "with"
    per: Per = "fitting"


class Look(FrozenModel):
    """How the person wants the aid to look."""

    text: TextSize = "normal"
    contrast: Contrast = "normal"
    details: bool = False
    """Whether all collapsible details are open."""


class Visit(FrozenModel):
    """What the person and the clinician recorded together in the visit.

    `matters_most` names outcomes picked in the visit (None: those that were rated highest); `decided` is an option
    or "left_open"; `performs_procedure` says whether whoever led the talk does the procedure.
    """

    reason: Text = ""
    """What brought the person here, in their words."""
    matters_most: tuple[str, ...] | None = None
    decided: str | None = None
    next_step: Text = ""
    led_by: Text = ""
    """Name or role of the person who led the talk."""
    performs_procedure: Literal["yes", "no"] | None = None


class Answers(FrozenModel):
    """All answers of one person: one object with a version, read from and written to JSON."""

    version: Literal[5] = 5
    language: str | None = None
    """The chosen language; None for the browser's."""
    look: Look = Look()
    helping: bool = False
    """Whether a caregiver fills this in on the person's behalf."""
    situation: dict[str, Text | int | tuple[str, ...]] = {}
    """By factor id: a choice id, choice ids, a number on a scale, or text, as the factor's kind says."""
    parts: tuple[str, ...] | None = None
    """Parts of options picked for the comparison; None until the person picks."""
    importance: dict[str, Importance] = {}
    order_seed: int | None = None
    """The seed of the order in which importance is asked; drawn once per person, then kept."""
    give_up_last: str | None = None
    """Where all ratings are equal: the outcome that the person would give up last."""
    own_reasons: Annotated[tuple[OwnReason, ...], _at_most(MOST_REASONS)] = ()
    opened: tuple[str, ...] = ()
    """The pages that were opened, in the order of their first opening."""
    facts_seen: bool = False
    """The person says that they know the facts already."""
    gut_leaning: str | None = None
    """What they lean to before they see where their ratings point."""
    leaning: str | None = None
    """What they lean to in the end."""
    unclear: tuple[str, ...] = ()
    knowledge: dict[str, str] = {}
    """By knowledge item: the choice taken, or "not sure"."""
    reflections: dict[str, int] = {}
    """By reflection: the number of people that the person read off a figure."""
    instruments: dict[str, dict[str, str]] = {}
    """By instrument and item: the answer taken ("yes" or "no")."""
    stage_at_start: str | None = None
    stage_at_end: str | None = None
    """How far along the person is with the choice, at the first and at the last step."""
    medicines: Annotated[tuple[Annotated[str, _at_most(LONGEST_NAME)], ...], _at_most(MOST_MEDICINES)] = ()
    """What the person takes: ids of the aid's list, or names as typed."""
    still_unclear: Text = ""
    question_edits: QuestionEdits = QuestionEdits()
    visit: Visit = Visit()
    appointment: datetime | None = None
    """When the visit is, on the clock of the place where it is: no time zone."""
    appointment_uid: Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")] | None = None
    """The random UUID by which a calendar recognizes the visit, so that a later entry replaces the first."""
    appointment_lists_questions: bool = False
    """Whether the questions may stand in the calendar, which others may see."""
    display: Display = Display()

    @property
    def has_answers(self) -> bool:
        """Whether the person gave any answer. Opened pages, the order seed, language and look do not count."""
        return self.model_copy(update={"order_seed": None, "opened": (), **_READER_SETTINGS}) != Answers()

    def with_settings_of(self, other: "Answers") -> "Answers":
        """These answers with the language and look of `other`, which belong to the reader, not to the answers."""
        return self.model_copy(update={name: getattr(other, name) for name in _READER_SETTINGS})

    def chose(self, factor: str) -> tuple[str, ...]:
        """The choice ids given to a factor: none, one or many."""
        answer = self.situation.get(factor, ())
        return (answer,) if isinstance(answer, str) else answer if isinstance(answer, tuple) else ()


_READER_SETTINGS: dict[str, Any] = {"language": None, "look": Look()}
"""The reader's settings with their defaults. They say nothing about the person's situation or wishes."""
