"""What a booklet is made of, in order, as plain data. Each rendering draws every kind of part, and adds no words."""

from dataclasses import dataclass
from typing import Literal

from decision_aid.wording.citations import Citation
from decision_aid.wording.main_figures import Study


@dataclass(frozen=True)
class Said:
    """A piece of text; `strong` where it stands out."""

    text: str
    strong: bool = False


Line = tuple[Said, ...]
"""A text in its pieces."""


@dataclass(frozen=True)
class Heading:
    """A heading. Level 2 stands on the first page, 3 under the title of a chapter, 4 under a heading of level 3.

    `look` is that of the option it names, 0 for none, and `mark` its drawing. `under`: a line that stays with it.
    """

    text: str
    level: Literal[2, 3, 4] = 3
    look: int = 0
    mark: str = ""
    under: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, in the look of an option where it speaks of that alone."""

    line: Line
    look: int = 0


@dataclass(frozen=True)
class Listing:
    """Texts one under the other."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True)
class CallOut:
    """What must not be passed over, in a frame of its own."""

    heading: str
    parts: tuple["Part", ...]
    urgent: bool = False


@dataclass(frozen=True)
class Picture:
    """One of the aid's drawings, by its name, with its description; `beside` stands next to it where there is room."""

    picture: str
    alt: str
    beside: tuple["Part", ...] = ()


@dataclass(frozen=True)
class Card:
    """An option: its look, its mark and its drawing by their names ("" for none), its name, and what it is."""

    look: int
    mark: str
    picture: str
    alt: str
    name: str
    words: str


@dataclass(frozen=True)
class Cards:
    """The options, in the same room each."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Tile:
    """A drawing by its name, what it shows, and what that is called in a word or two."""

    picture: str
    alt: str
    name: str


@dataclass(frozen=True)
class Tiles:
    """What an option is made of, in its look."""

    look: int
    heading: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Row:
    """A question, and what each option answers to it."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """A table of the options: a question a row, the answers in the order of `options`."""

    caption: str
    question: str
    options: tuple[Card, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Studies:
    """The main figures of an outcome, each kind of study by itself, and what is said of them all."""

    studies: tuple[Study, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Findings:
    """Further figures in words, one under the other, each under its own name; `sure` is said of all of them."""

    findings: tuple[Study, ...]
    sure: str


@dataclass(frozen=True)
class Rating:
    """A line from 0 to 10 to mark: the question, the change to think of, and what the ends mean.

    `given` is the mark that stands there already, and `told` says it in words. `not_sure` is the box beside it.
    """

    question: str
    change: str
    ends: str
    not_sure: "Choice"
    given: int | None = None
    told: str = ""


@dataclass(frozen=True)
class Choice:
    """An answer to tick, and whether it is."""

    label: str
    ticked: bool = False


@dataclass(frozen=True)
class Choices:
    """A question with answers to tick."""

    question: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Room:
    """Lines to write on under a label, or what was written there."""

    label: str
    lines: int
    written: str = ""


@dataclass(frozen=True)
class Question:
    """A question for the visit, whom to ask (`under`), and room for the answer or the answer itself."""

    text: str
    under: str
    first: bool
    note: str = ""


@dataclass(frozen=True)
class Questions:
    """The questions in order. `note` names the room below each of them."""

    questions: tuple[Question, ...]
    note: str


@dataclass(frozen=True)
class Step:
    """When, what, and how."""

    when: str
    title: str
    text: str


@dataclass(frozen=True)
class Steps:
    """One phase of what happens with an option, in its look."""

    look: int
    heading: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Sources:
    """Where the figures come from."""

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
    """A chapter. `id` is its place in an address; `purpose` stands under its title."""

    id: str
    title: str
    parts: tuple[Part, ...]
    purpose: str = ""


@dataclass(frozen=True)
class Booklet:
    """All of it. `front` stands under the title on the first page; `closing` says which aid, how old, and for whom."""

    title: str
    purpose: str
    front: tuple[Part, ...]
    chapters: tuple[Chapter, ...]
    closing: str
