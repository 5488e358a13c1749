"""What one person has told the aid. Nothing has a value until the person gives one; every field can stay empty."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from decision_aid.model.frozen_model import FrozenModel

NOT_SURE: Literal["not_sure"] = "not_sure"
Importance = Annotated[int, Field(ge=0, le=10)] | Literal["not_sure"]
"""0 to 10, or "not sure". Not yet rated is neither: the outcome is then absent."""

Form = Literal["picture", "table", "words"]
Frame = Literal["with", "without"]
Per = Literal["fitting", "thousand"]
TextSize = Literal["normal", "large", "larger"]
Contrast = Literal["normal", "high"]

LEFT_OPEN = "left_open"
"""What a visit can end with beside an option."""

LONGEST_TEXT, LONGEST_NOTE, LONGEST_QUESTION, LONGEST_NAME = 5000, 1000, 200, 200
"""Letters of an open answer, of what the doctor said to a question, of a question, of a medicine's name."""
MOST_TYPED = 30_000
"""Letters that one person can type in all."""
MOST_QUESTIONS, MOST_REASONS, MOST_MEDICINES = 50, 2, 40
"""Questions and reasons of one's own, and medicines."""

FROM_OUTSIDE = "from outside"
"""The context of validation for what may come from anyone: what is too long passes, to be cut with a word."""


def _at_most(longest: int) -> AfterValidator:
    """Refuses more letters, or more entries, unless they come from outside."""

    def check(value: Any, info: ValidationInfo) -> Any:
        if len(value) > longest and info.context != FROM_OUTSIDE:
            raise ValueError(f"more than {longest}")
        return value

    return AfterValidator(check)


Text = Annotated[str, _at_most(LONGEST_TEXT)]
QuestionText = Annotated[str, _at_most(LONGEST_QUESTION)]


class OwnReason(FrozenModel):
    """A reason of the person's own; `option` is the one it speaks for, None while that is open."""

    text: Text
    option: str | None = None
    importance: Importance | None = None


class QuestionEdits(FrozenModel):
    """What the person did to the question list. It is kept apart from the list, so that later answers cannot undo it.

    `own` holds added questions by id ("own_1" …); `kept` the questions that were put on the list by hand
    and therefore stay, as reworded ones do; `order` the ids in the order the person gave them.
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
    """How the person wants figures shown. The first form is complete: no fact waits behind a switch.

    `per` is the number that people are counted out of: for each row the one that fits it, or 1000 for all.
    """

    form: Form = "picture"
    frame: Frame = "with"
    per: Per = "fitting"


class Look(FrozenModel):
    """How the person wants the aid to look."""

    text: TextSize = "normal"
    contrast: Contrast = "normal"
    details: bool = False
    """Whether all that would open by a press is open."""


class Visit(FrozenModel):
    """What was said and settled in the visit, by the person and the clinician together.

    `matters_most` names outcomes picked in the visit (None: those that were rated highest); `decided` is an option
    or "left_open"; `performs_procedure` says whether the one who led the talk does the procedure.
    """

    reason: Text = ""
    """What brought the person here, in their words."""
    matters_most: tuple[str, ...] | None = None
    decided: str | None = None
    next_step: Text = ""
    led_by: Text = ""
    """Name or role of the one who led the talk."""
    performs_procedure: Literal["yes", "no"] | None = None


class Answers(FrozenModel):
    """Everything one person has told the aid: one object, versioned, JSON in and out."""

    version: Literal[5] = 5
    language: str | None = None
    """The language that was chosen; None for that of the browser."""
    look: Look = Look()
    helping: bool = False
    """Whether someone fills this in for the person it is about."""
    situation: dict[str, Text | int | tuple[str, ...]] = {}
    """By factor id: a choice id, choice ids, a number on a scale, or text, as the factor's kind says."""
    parts: tuple[str, ...] | None = None
    """Parts put beside the options in the comparison; None until the person picks."""
    importance: dict[str, Importance] = {}
    order_seed: int | None = None
    """The seed of the order in which importance is asked; drawn once a person and then kept."""
    give_up_last: str | None = None
    """Where all ratings are alike: the outcome that the person would give up last."""
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
    """By what a calendar knows the visit again (a random UUID), so that a later entry replaces the first."""
    appointment_lists_questions: bool = False
    """Whether the questions may stand in the calendar, which others may see."""
    display: Display = Display()

    @property
    def given(self) -> bool:
        """Whether the person gave any answer. Opened pages, the seed drawn for them, and how it looks are none."""
        return self.model_copy(update={"order_seed": None, "opened": (), **_CHOSEN_FOR_READING}) != Answers()

    def read_like(self, other: "Answers") -> "Answers":
        """These answers, in the language and with the look of the others: they belong to the reader, not the list."""
        return self.model_copy(update={name: getattr(other, name) for name in _CHOSEN_FOR_READING})

    def chose(self, factor: str) -> tuple[str, ...]:
        """The choice ids given to a factor: none, one or many."""
        answer = self.situation.get(factor, ())
        return (answer,) if isinstance(answer, str) else answer if isinstance(answer, tuple) else ()


_CHOSEN_FOR_READING: dict[str, Any] = {"language": None, "look": Look()}
"""What is chosen to read by, with what it is at first. It says nothing of the person's situation or wishes."""
