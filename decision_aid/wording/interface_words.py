"""The interface words that are chosen by an id, declared once: the content check requires each of them.

The ids are taken from where they are defined, so that a new id is required in every language at once.
A word that is not chosen by an id is used by its key: `aid.words.app["back"]`.
"""

from typing import Literal, get_args

from decision_aid.model.answers import Contrast, Form, Frame, Per, TextSize
from decision_aid.model.certainty import GRADES, Grade, Scale
from decision_aid.model.checklists import Status
from decision_aid.model.evidence import Checked, NoRange, Stance, TimeUnit
from decision_aid.model.questions import RatingTrigger
from decision_aid.model.variants import Variants
from decision_aid.pages import SECTIONS
from decision_aid.reasoning.outlook import Obstacle
from decision_aid.reasoning.weighing import Gap, Size, Word

DateOrder = Literal["month_first", "day_first", "year_first"]

MENU = Variants("menu", tuple(SECTIONS))

TIME = Variants[TimeUnit]("time", get_args(TimeUnit), by_number=True)
LEFT_OUT = Variants("mail", ("left_out",), by_number=True)
MORE = Variants[Literal["questions", "entries"]]("record.more", ("questions", "entries"), by_number=True)

MORE_ROWS = Variants[Literal["more_rows"]]("ways", ("more_rows",), by_number=True)

NO_RANGE = Variants[NoRange]("no_range", get_args(NoRange))
DATE_ORDER = Variants[DateOrder]("appointment.how", get_args(DateOrder))
CHECKED = Variants[Checked]("checked", get_args(Checked))
GUIDANCE_CHECKED = Variants[Checked]("guidance.checked", get_args(Checked))
SIGN_CHECKED = Variants[Checked]("signs.checked", get_args(Checked))
STANCE = Variants[Stance]("stance", get_args(Stance))
GRADE = Variants[Grade]("grade", GRADES)
GRADE_MEANS = Variants[Grade]("grade_means", GRADES)
SCALE = Variants[Scale]("scale", get_args(Scale))
STATUS = Variants[Status]("standards", get_args(Status))

BECAUSE = Variants[RatingTrigger]("because", get_args(RatingTrigger))
NO_FIT = Variants[Obstacle | Gap]("fit", (*get_args(Obstacle), *get_args(Gap)))
NO_SUMS = Variants[Obstacle | Gap]("clinicians.missing", (*get_args(Obstacle), *get_args(Gap)))
VERDICT = Variants[Word]("fit.now", get_args(Word))
VERDICT_THEN = Variants[Word]("fit.then", get_args(Word))
SIZE = Variants[Size]("fit.size", get_args(Size))

FORM = Variants[Form]("show.form", get_args(Form))
FRAME = Variants[Frame]("show.frame", get_args(Frame))
PER = Variants[Per]("show.per", get_args(Per))
TEXT = Variants[TextSize]("display.text", get_args(TextSize))
CONTRAST = Variants[Contrast]("display.contrast", get_args(Contrast))

Leaving = Literal["coming", "saved", "failed", "unsure", "no_files", "no_mail", "no_print", "share", "copy", "copied"]
LEAVE = Variants[Leaving]("leave", get_args(Leaving))
"""The texts of a button that exports something."""
File = Literal[
    "answers",
    "appointment",
    "booklet",
    "evidence",
    "large_print",
    "note",
    "own_booklet",
    "questions",
    "record",
    "sums",
]
FILE = Variants[File]("file", get_args(File))
"""How the name of a file begins that a person saves; "large_print" follows the name of a booklet."""
