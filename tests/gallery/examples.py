"""Every view of the way by example. An example serves three times: the gallery for review, a picture, and axe.

A new view needs a line in `the_way`: its module, what draws it, and the states in which it looks different.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from types import ModuleType

from decision_aid.model.aid import Aid
from decision_aid.pages import RESULT
from decision_aid.reasoning.things_to_weigh import main_outcomes
from decision_aid.saving.packing import CannotOpen
from decision_aid.views import (
    answer_import,
    foot,
    heading,
    more_questions,
    my_display,
    next_steps,
    prose,
    question_cards,
    read_aloud,
    readiness,
    result_screen,
    screens,
    service,
    situation,
    start,
    steps,
    take_away,
    thing_to_weigh,
    two_ways,
    understanding,
    urgent,
)
from harness.aids import real_aid
from tests.gallery import drawing, figures
from tests.gallery.states import ANSWERED, EMPTY, FACTS_FIRST, LANGUAGES, RESULT_SHOWN, WARNING, State


@dataclass(frozen=True)
class Example:
    """One view in one state. `part` is the part of it that is shown, where it has several."""

    view: ModuleType
    state: State
    draw: drawing.Draw
    part: str = ""

    @property
    def of(self) -> str:
        """The view that it is an example of, by the name of its file."""
        return self.view.__name__.rpartition(".")[2]

    @property
    def name(self) -> str:
        """What its address and its picture are called: "foot-right-to-left"."""
        return "-".join(filter(None, (self.of, self.part, self.state.name)))


def each(view: ModuleType, draw: drawing.Draw, *states: State, part: str = "") -> Iterator[Example]:
    """An example in each of these states."""
    return (Example(view, state, draw, part) for state in states)


def the_way(aid: Aid) -> Iterator[Example]:
    """Top of the page, screens in their order, foot. The aid says which screens there are; none is drawn with it."""
    yield from each(service, drawing.in_the_head(drawing.the_service), EMPTY)
    yield from each(steps, drawing.in_the_head(drawing.where_i_am), EMPTY, *LANGUAGES)
    yield from each(my_display, drawing.in_the_head(drawing.the_display), EMPTY)
    yield from each(read_aloud, drawing.in_the_head(drawing.read_to_me), EMPTY)
    yield from each(answer_import, drawing.box(drawing.offered), ANSWERED, *LANGUAGES, part="offer")
    yield from each(answer_import, drawing.box(lambda _: CannotOpen("damaged")), ANSWERED, part="refusal")
    yield from each(answer_import, drawing.box(lambda _: answer_import.AskWhose()), ANSWERED, part="whose")
    yield from each(answer_import, drawing.box(lambda _: answer_import.ImportDone()), ANSWERED, part="done")
    yield from each(urgent, drawing.advice, WARNING)
    yield from each(heading, drawing.title, EMPTY, *LANGUAGES)
    yield from each(prose, drawing.intro, EMPTY)
    yield from each(screens, drawing.whole_screen, WARNING)
    yield from each(start, start.start, EMPTY, ANSWERED, *LANGUAGES)
    for name, states in situation_groups(aid):
        draw = drawing.screen(lambda aid, _: situation.screens(aid), name)
        yield from each(situation, draw, *states, part=name)
    yield from each(two_ways, two_ways.two_ways, EMPTY, ANSWERED, *LANGUAGES)
    for place, outcome in enumerate(main_outcomes(aid)):
        draw = drawing.screen(thing_to_weigh.screens, outcome)
        yield from each(thing_to_weigh, draw, ANSWERED, *(() if place else (EMPTY, *LANGUAGES)), part=outcome)
    result = drawing.screen(lambda aid, _: [result_screen.screen(aid)], RESULT)
    yield from each(result_screen, result, EMPTY, FACTS_FIRST, RESULT_SHOWN, *LANGUAGES)
    yield from each(readiness, drawing.ready, EMPTY, ANSWERED, *LANGUAGES)
    yield from each(understanding, drawing.knowing, EMPTY, ANSWERED, *LANGUAGES)
    yield from each(question_cards, drawing.cards, EMPTY, ANSWERED, *LANGUAGES)
    yield from each(question_cards, drawing.a_card_to_write_on, ANSWERED, part="note")
    yield from each(more_questions, drawing.questions_to_add, EMPTY, ANSWERED)
    yield from each(take_away, drawing.taking, EMPTY, ANSWERED, *LANGUAGES)
    yield from each(next_steps, next_steps.show, ANSWERED)
    yield from each(foot, drawing.middle_foot, EMPTY, *LANGUAGES)
    yield from each(foot, drawing.last_foot, EMPTY, part="at-the-end")


def situation_groups(aid: Aid) -> Iterator[tuple[str, tuple[State, ...]]]:
    """Each group of questions and its states: that with the warning signs in all."""
    signs = {asked.group for asked in aid.situation.values() if asked.urgent}
    for name in aid.words.situation_groups:
        yield name, (EMPTY, WARNING, *LANGUAGES) if name in signs else (ANSWERED,)


def all_examples() -> Iterator[Example]:
    """The way, and the figures by themselves."""
    yield from the_way(real_aid())
    for sheet in figures.SHEETS:
        yield from each(figures, partial(figures.show, sheet=sheet), EMPTY, part=sheet)


EXAMPLES = {example.name: example for example in all_examples()}
"""All by their names."""
