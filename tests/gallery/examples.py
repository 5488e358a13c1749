"""Examples of every view of the way. Each serves three times: in the gallery for review, as a picture, and for axe.

A new view needs a line in `way_examples`: its module, what draws it, and the states in which it looks different.
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
    """One view in one state. `part` names the part that is shown, where the view has several."""

    view: ModuleType
    state: State
    draw: drawing.Draw
    part: str = ""

    @property
    def of(self) -> str:
        """The file name of its view, without the ending."""
        return self.view.__name__.rpartition(".")[2]

    @property
    def name(self) -> str:
        """The name in its address and of its picture, as "foot-right-to-left"."""
        return "-".join(filter(None, (self.of, self.part, self.state.name)))


def examples_in(view: ModuleType, draw: drawing.Draw, *states: State, part: str = "") -> Iterator[Example]:
    """An example of a view in each of these states."""
    return (Example(view, state, draw, part) for state in states)


def way_examples(aid: Aid) -> Iterator[Example]:
    """Top of the page, screens in order, foot. `aid` tells which screens there are; it is not drawn."""
    yield from examples_in(service, drawing.at_page_top(drawing.service_head), EMPTY)
    yield from examples_in(steps, drawing.at_page_top(drawing.steps_and_display), EMPTY, *LANGUAGES)
    yield from examples_in(my_display, drawing.at_page_top(my_display.my_display), EMPTY)
    yield from examples_in(read_aloud, drawing.at_page_top(drawing.reading_aloud), EMPTY)
    yield from examples_in(answer_import, drawing.arrivals(drawing.offered_answers), ANSWERED, *LANGUAGES, part="offer")
    yield from examples_in(answer_import, drawing.arrivals(lambda _: CannotOpen("damaged")), ANSWERED, part="refusal")
    yield from examples_in(answer_import, drawing.arrivals(lambda _: answer_import.AskWhose()), ANSWERED, part="whose")
    yield from examples_in(answer_import, drawing.arrivals(lambda _: answer_import.ImportDone()), ANSWERED, part="done")
    yield from examples_in(urgent, urgent.advice, WARNING)
    yield from examples_in(heading, drawing.title, EMPTY, *LANGUAGES)
    yield from examples_in(prose, drawing.intro, EMPTY)
    yield from examples_in(screens, drawing.full_screen, WARNING)
    yield from examples_in(start, start.start, EMPTY, ANSWERED, *LANGUAGES)
    for name, states in situation_groups(aid):
        draw = drawing.screen(lambda aid, _: situation.screens(aid), name)
        yield from examples_in(situation, draw, *states, part=name)
    yield from examples_in(two_ways, two_ways.two_ways, EMPTY, ANSWERED, *LANGUAGES)
    for index, outcome in enumerate(main_outcomes(aid)):
        draw = drawing.screen(thing_to_weigh.screens, outcome)
        yield from examples_in(thing_to_weigh, draw, ANSWERED, *(() if index else (EMPTY, *LANGUAGES)), part=outcome)
    result = drawing.screen(lambda aid, _: [result_screen.screen(aid)], RESULT)
    yield from examples_in(result_screen, result, EMPTY, FACTS_FIRST, RESULT_SHOWN, *LANGUAGES)
    yield from examples_in(readiness, drawing.leaning_and_unclear, EMPTY, ANSWERED, *LANGUAGES)
    yield from examples_in(understanding, drawing.knowledge, EMPTY, ANSWERED, *LANGUAGES)
    yield from examples_in(question_cards, drawing.cards, EMPTY, ANSWERED, *LANGUAGES)
    yield from examples_in(question_cards, drawing.card_with_note, ANSWERED, part="note")
    yield from examples_in(more_questions, drawing.questions_to_add, EMPTY, ANSWERED)
    yield from examples_in(take_away, drawing.take_along, EMPTY, ANSWERED, *LANGUAGES)
    yield from examples_in(next_steps, next_steps.show, ANSWERED)
    yield from examples_in(foot, drawing.middle_foot, EMPTY, *LANGUAGES)
    yield from examples_in(foot, drawing.last_foot, EMPTY, part="at-the-end")


def situation_groups(aid: Aid) -> Iterator[tuple[str, tuple[State, ...]]]:
    """Each group of questions with its states; the group with the warning signs gets all."""
    signs = {factor.group for factor in aid.situation.values() if factor.urgent}
    for name in aid.words.situation_groups:
        yield name, (EMPTY, WARNING, *LANGUAGES) if name in signs else (ANSWERED,)


def all_examples() -> Iterator[Example]:
    """The views of the way, and the figures by themselves."""
    yield from way_examples(real_aid())
    for sheet in figures.SHEETS:
        yield from examples_in(figures, partial(figures.show, sheet=sheet), EMPTY, part=sheet)


EXAMPLES = {example.name: example for example in all_examples()}
"""All examples by name."""
