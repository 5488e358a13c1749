"""The parts of a booklet as plain data. Each renderer draws every type of part, and adds no words."""

from dataclasses import dataclass
from typing import Literal

from decision_aid.wording.citations import Citation
from decision_aid.wording.main_figures import Study


@dataclass(frozen=True)
class Span:
    """A piece of text; `strong` if it is emphasized."""

    text: str
    strong: bool = False


Line = tuple[Span, ...]
"""A text as its spans."""


@dataclass(frozen=True)
class Heading:
    """A heading: level 2 on the first page, 3 in a chapter, 4 under a heading of level 3.

    `look`: that of the option it names, 0 for none; `mark`: its drawing. `under`: a line that stays with it.
    """

    text: str
    level: Literal[2, 3, 4] = 3
    look: int = 0
    mark: str = ""
    under: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, in the look of an option if it is only about that one; 0 for none."""

    line: Line
    look: int = 0


@dataclass(frozen=True)
class Listing:
    """A list of texts."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True)
class CallOut:
    """Important parts in a frame."""

    heading: str
    parts: tuple["Part", ...]
    urgent: bool = False


@dataclass(frozen=True)
class Picture:
    """A drawing of the aid by its name, with its description; `beside`: parts next to it if there is room."""

    picture: str
    alt: str
    beside: tuple["Part", ...] = ()


@dataclass(frozen=True)
class Card:
    """An option: look, mark and picture by their names ("" for none), name, and short description."""

    look: int
    mark: str
    picture: str
    alt: str
    name: str
    words: str


@dataclass(frozen=True)
class Cards:
    """The options, each in the same space."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Tile:
    """A drawing by its name, its description, and a label of a word or two."""

    picture: str
    alt: str
    name: str


@dataclass(frozen=True)
class Tiles:
    """The components of an option, in its look."""

    look: int
    heading: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Row:
    """A question, and the answer of each option."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """A table of the options: one question per row, the answers in the order of `options`."""

    caption: str
    question: str
    options: tuple[Card, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Studies:
    """The main figures of an outcome by kind of study, and notes on all of them."""

    studies: tuple[Study, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Findings:
    """A list of further figures in words, each with its name; `sure`: the certainty of all of them."""

    findings: tuple[Study, ...]
    sure: str


@dataclass(frozen=True)
class Rating:
    """A rating scale from 0 to 10: the question, the change to think of, and what the ends mean.

    `value` is the rating already given, and `label` its words. `not_sure` is the box beside the line.
    """

    question: str
    change: str
    ends: str
    not_sure: "Choice"
    value: int | None = None
    label: str = ""


@dataclass(frozen=True)
class Choice:
    """An answer to tick, and whether it is ticked."""

    label: str
    ticked: bool = False


@dataclass(frozen=True)
class Choices:
    """A question with answers to tick."""

    question: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Room:
    """A label, and lines to write on or the text already written."""

    label: str
    lines: int
    written: str = ""


@dataclass(frozen=True)
class Question:
    """A question for the visit, whom to ask (`under`), and the noted answer, if any."""

    text: str
    under: str
    first: bool
    note: str = ""


@dataclass(frozen=True)
class Questions:
    """The questions in order. `note`: the label of the answers."""

    questions: tuple[Question, ...]
    note: str


@dataclass(frozen=True)
class Step:
    """A step: when it happens, its title, and a description."""

    when: str
    title: str
    text: str


@dataclass(frozen=True)
class Steps:
    """The steps of one phase of an option, in its look."""

    look: int
    heading: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Sources:
    """The sources of the figures."""

    sources: tuple[Citation, ...]


Part = (
    Heading
    | Paragraph
    | Listing
    | CallOut
    | Picture
    | Cards
    | Tiles
    | Comparison
    | Studies
    | Findings
    | Rating
    | Choices
    | Room
    | Questions
    | Steps
    | Sources
)


@dataclass(frozen=True)
class Chapter:
    """A chapter. `id`: its anchor; `purpose`: the text under its title."""

    id: str
    title: str
    parts: tuple[Part, ...]
    purpose: str = ""


@dataclass(frozen=True)
class Booklet:
    """A booklet. `front`: parts of the first page, under the title; `closing`: the imprint."""

    title: str
    purpose: str
    front: tuple[Part, ...]
    chapters: tuple[Chapter, ...]
    closing: str
