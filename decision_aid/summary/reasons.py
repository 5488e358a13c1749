"""Why a question stands on the list, as a sentence "Because you …", without repetition."""

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
from decision_aid.reasoning.question_list import ScoredQuestion
from decision_aid.wording.interface_words import BECAUSE


def because(aid: Aid, answers: Answers, question: ScoredQuestion) -> str:
    """Why a question is on the list: the answers that fired its triggers, or its own reason where there are none."""
    reasons = [reason for trigger in question.fired if (reason := _reason(aid, answers, trigger, question.fired))]
    first_reasons = list(dict.fromkeys(reasons))[:2] or [aid.words.questions[question.id].why]
    return aid.words.app["because"].format(reason=f"{aid.words.app['and']} ".join(first_reasons))


def _reason(aid: Aid, answers: Answers, trigger: Trigger, fired: tuple[Trigger, ...]) -> str:
    words = aid.words
    match trigger:
        case AlwaysTrigger():
            return ""
        case SituationTrigger(factor=factor, at_least=None):
            chosen = (choice for choice in trigger.answers if choice in answers.chose(factor))
            return next((words.situation[factor].choices[choice].because for choice in chosen), "")
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
            # Outcomes whose triggers are of one kind share one sentence.
            same_kind = (other for other in fired if isinstance(other, ImportanceTrigger) and other.when == when)
            names = format_list([words.outcomes[other.outcome].in_sentence for other in same_kind], locale=words.locale)
            return words.variant(BECAUSE, when).format(outcome=names)
