"""Why a question stands on the list, in the words "Because you …": never left unsaid, and nothing said twice."""

from babel.lists import format_list

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
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
from decision_aid.reasoning.medicines import known_medicines
from decision_aid.reasoning.question_list import Asked
from decision_aid.wording.interface_words import BECAUSE


def because(aid: Aid, answers: Answers, asked: Asked) -> str:
    """Why a question is on the list: the answers that brought it up, or its own reason where none did."""
    reasons = [reason for trigger in asked.fired if (reason := _reason(aid, answers, trigger, asked.fired))]
    shown = list(dict.fromkeys(reasons))[:2] or [aid.words.questions[asked.id].why]
    return aid.words.app["because"].format(reason=f"{aid.words.app['and']} ".join(shown))


def _reason(aid: Aid, answers: Answers, trigger: Trigger, fired: tuple[Trigger, ...]) -> str:
    words = aid.words
    match trigger:
        case AlwaysTrigger():
            return ""
        case SituationTrigger(factor=factor, at_least=None):
            given = (choice for choice in trigger.answers if choice in answers.chose(factor))
            return next((words.situation[factor].choices[choice].because for choice in given), "")
        case SituationTrigger(factor=factor):
            return words.situation[factor].because
        case LeaningTrigger():
            return words.leanings[answers.leaning].because if answers.leaning else ""
        case UnclearTrigger(item=item):
            return words.unclear[item].because
        case KnowledgeGapTrigger(item=item):
            return words.knowledge[item].because
        case InstrumentTrigger(instrument=instrument, item=item):
            return words.instrument_reasons[instrument][item]
        case MismatchTrigger():
            return words.app["because_mismatch"]
        case MedicineTrigger(groups=groups):
            taken = (aid.medicines[name].group for name in known_medicines(aid, answers))
            return next((words.medicine_groups[group].because for group in taken if group in groups), "")
        case ImportanceTrigger(when=when):
            # Outcomes that count for the same reason share one sentence.
            alike = [one.outcome for one in fired if isinstance(one, ImportanceTrigger) and one.when == when]
            names = format_list([words.outcomes[name].in_sentence for name in alike], locale=words.locale)
            return words.variant(BECAUSE, when).format(outcome=names)
