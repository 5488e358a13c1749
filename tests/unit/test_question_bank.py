"""The bank as a whole: every question can come up, and few are for everyone."""

import pytest

from decision_aid.model.answers import Answers
from decision_aid.model.questions import AlwaysTrigger, InstrumentTrigger, MismatchTrigger, Trigger
from decision_aid.reasoning.question_list import LONGEST_LIST, fires, question_list
from tests.unit.people import Tap, all_taps, answered, real_aid

AFTER_ONE_TAP = [(tap, answered(real_aid(), [tap])) for tap in reversed(all_taps(real_aid()))]
"""The highest ratings first."""
# Of someone whose gut leans to the procedure while all that they rated speaks against it.
AT_ODDS: list[Tap] = [
    ("gut_leaning", "", "surely_vertebroplasty"),
    ("facts_seen", "", True),
    ("importance", "pain_first_month", 1),
    ("importance", "procedure_harm", 9),
    ("importance", "avoid_procedure", 10),
]


def taps_for(trigger: Trigger) -> list[Tap]:
    """The taps of someone for whom a trigger fires, apart from what an instrument asks."""
    if isinstance(trigger, MismatchTrigger):
        return AT_ODDS
    if isinstance(trigger, AlwaysTrigger | InstrumentTrigger):
        return []
    return [next(tap for tap, answers in AFTER_ONE_TAP if fires(real_aid(), trigger, answers))]


def person_for(triggers: tuple[Trigger, ...]) -> Answers:
    answers = answered(real_aid(), [tap for trigger in triggers for tap in taps_for(trigger)])
    said_no = {
        trigger.instrument: {trigger.item: "no"} for trigger in triggers if isinstance(trigger, InstrumentTrigger)
    }
    return answers.model_copy(update={"instruments": said_no})


@pytest.mark.parametrize("name", real_aid().questions)
def test_each_question_of_the_bank_comes_onto_the_list_of_someone(name: str) -> None:
    """For whom its triggers fire all at once, or each alone, as two may rule each other out."""
    triggers = real_aid().questions[name].triggers
    people = [person_for(triggers), *(person_for((trigger,)) for trigger in triggers)]
    assert any(name in [question.id for question in question_list(real_aid(), person).listed] for person in people)


def test_the_bank_holds_at_least_45_questions_and_few_are_for_everyone() -> None:
    bank = [question.triggers for question in real_aid().questions.values()]
    assert len(bank) >= 45
    assert sum(any(isinstance(trigger, AlwaysTrigger) for trigger in triggers) for triggers in bank) <= LONGEST_LIST
