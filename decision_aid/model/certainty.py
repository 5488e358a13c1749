"""How certain others are of a body of evidence: who rated what, when, and on which scale. We rate nothing ourselves."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, get_args

from pydantic import Field, model_validator

from decision_aid.model.frozen_model import FrozenModel

Grade = Literal["high", "moderate", "low", "very_low"]
"""The levels of certainty of evidence by GRADE, the highest first. No other scale uses these words."""
Scale = Literal["grade", "ahrq", "nass", "words"]
"""GRADE; AHRQ's words for strength of evidence; NASS's letters for recommendations; or words on no scale."""
RatedFor = Literal["figure", "body"]
Unrated = Literal["not_rated"]
NOT_RATED: Unrated = "not_rated"
GRADES: tuple[Grade, ...] = get_args(Grade)


class CertaintyRating(FrozenModel):
    """What a source says of the certainty of a body of evidence; the year is that of the source.

    `rated_for`: "figure" where the source rated the very figure that names this rating; "body" where it rated a body of
    evidence that is wider, or another, which is then named in words. `grades` is one level of GRADE, or the highest and
    the lowest where the source gives a span; other scales have none, since their ratings are in the words.
    """

    source: str
    scale: Scale
    grades: tuple[Grade, ...] = Field(default=(), max_length=2)
    rated_for: RatedFor
    checked: Literal["verified", "verified-secondary", "partly"]
    checked_on: date
    seen_at: str

    @model_validator(mode="after")
    def _grade_words_are_of_grade(self) -> "CertaintyRating":
        if self.scale == "grade" and not self.grades:
            raise ValueError("a rating on GRADE needs 'grades': write [low], or the highest and the lowest")
        if self.scale != "grade" and self.grades:
            raise ValueError(
                "'grades' are words of GRADE, and this is another scale: remove them, and write under 'says' in the "
                "words what this source says"
            )
        if list(self.grades) != sorted(set(self.grades), key=GRADES.index):
            raise ValueError("a span of 'grades' goes from the highest to the lowest: write [high, moderate]")
        return self

    @property
    def levels(self) -> Sequence[Grade]:
        """Every level from the highest to the lowest that the source names."""
        if not self.grades:
            return ()
        return GRADES[GRADES.index(self.grades[0]) : GRADES.index(self.grades[-1]) + 1]
