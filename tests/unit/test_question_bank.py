"""The bank as a whole: every question can come up, and the rules of the list hold for very many people."""

import pytest

from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.model.questions import (
    AlwaysTrigger,
    ImportanceTrigger,
    InstrumentTrigger,
    KnowledgeGapTrigger,
    LeaningTrigger,
    MedicineTrigger,
    MismatchTrigger,
    SituationTrigger,
    Trigger,
    UnclearTrigger,
)
from decision_aid.reasoning.question_list import LONGEST_LIST, question_list
from tests.unit.people import Tap, answered, real_aid

# One whose gut leans to the procedure while all that they rated speaks against it.
AT_ODDS: list[Tap] = [
    ("gut_leaning", "", "surely_vertebroplasty"),
    ("facts_seen", "", True),
    ("importance", "pain_first_month", 1),
    ("importance", "procedure_harm", 9),
    ("importance", "avoid_procedure", 10),
]


def taps_for(trigger: Trigger) -> list[Tap]:
    """The taps of someone for whom a trigger fires."""
    match trigger:
        case SituationTrigger(factor=factor, at_least=None):
            return [("situation", factor, trigger.answers[0])]
        case SituationTrigger(factor=factor, at_least=least):
            return [("situation", factor, least or 0)]
        case ImportanceTrigger(outcome=outcome, when=when):
            return [("importance", outcome, NOT_SURE if when == "not_sure_how_much" else 10)]
        case LeaningTrigger():
            return [("leaning", "", trigger.answers[0])]
        case UnclearTrigger(item=item):
            return [("unclear", "", item)]
        case KnowledgeGapTrigger(item=item):
            return [("knowledge", item, NOT_SURE)]
        case MedicineTrigger(groups=groups):
            medicine = next(name for name, medicine_ in real_aid().medicines.items() if medicine_.group in groups)
            return [("medicines", "", medicine)]
        case MismatchTrigger():
            return AT_ODDS
        case _:
            return []


def people_for(name: str) -> list[Answers]:
    """People for whom a question's triggers fire: all at once, then each alone (two may rule each other out)."""
    triggers = real_aid().questions[name].triggers
    return [person_for(triggers), *(person_for((trigger,)) for trigger in triggers)]


def person_for(triggers: tuple[Trigger, ...]) -> Answers:
    answers = answered(real_aid(), [tap for trigger in triggers for tap in taps_for(trigger)])
    said_no = {
        trigger.instrument: {trigger.item: "no"} for trigger in triggers if isinstance(trigger, InstrumentTrigger)
    }
    return answers.model_copy(update={"instruments": said_no})


@pytest.mark.parametrize("name", real_aid().questions)
def test_each_question_of_the_bank_comes_onto_the_list_of_someone(name: str) -> None:
    lists = (question_list(real_aid(), person).listed for person in people_for(name))
    assert any(name in [question.id for question in listed] for listed in lists)


def test_the_bank_holds_at_least_45_questions_and_few_are_for_everyone() -> None:
    bank = real_aid().questions.values()
    assert len(bank) >= 45
    assert (
        sum(any(isinstance(trigger, AlwaysTrigger) for trigger in question.triggers) for question in bank)
        <= LONGEST_LIST
    )
