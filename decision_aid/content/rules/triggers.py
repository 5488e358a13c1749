"""Every question in the question bank is about an option, and its triggers can fire."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding, check_id, item_paths
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid
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

_DECISION = "decision.yaml"


def questions_are_about_options(aid: Aid) -> Iterator[Finding]:
    """A question names the options it is about."""
    for name, question in aid.questions.items():
        for option, path in item_paths(("questions", name, "about"), question.about).items():
            yield from check_id(path, option, aid.decision.options, "option", f"'options' in {_DECISION}")


def triggers_can_fire(aid: Aid) -> Iterator[Finding]:
    """Ids in a trigger exist: a factor and its answers, a rated outcome, a leaning, an item, a group."""
    for name, question in aid.questions.items():
        for index, trigger in enumerate(question.triggers):
            yield from _trigger(aid, ("questions", name, "triggers", index), trigger)
    for name, claim in aid.claims.items():
        for index, trigger in enumerate(claim):
            yield from _trigger(aid, ("claims", name, index), trigger)


def _trigger(aid: Aid, where: Where, trigger: Trigger) -> Iterator[Finding]:
    match trigger:
        case SituationTrigger():
            yield from _situated(aid, where, trigger)
        case ImportanceTrigger():
            rated = [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]
            listed_in = f"'outcomes' in {_DECISION}"
            yield from check_id((*where, "outcome"), trigger.outcome, rated, "rated outcome", listed_in)
        case LeaningTrigger():
            for answer, path in item_paths((*where, "answers"), trigger.answers).items():
                yield from check_id(path, answer, aid.decision.leanings, "leaning", f"'leanings' in {_DECISION}")
        case UnclearTrigger():
            unclear = aid.decision.unclear
            yield from check_id((*where, "item"), trigger.item, unclear, "unclear item", f"'unclear' in {_DECISION}")
        case MedicineTrigger():
            groups = {medicine.group for medicine in aid.medicines.values()}
            for group, path in item_paths((*where, "groups"), trigger.groups).items():
                yield from check_id(path, group, groups, "group of medicines", "medicines.yaml")
        case KnowledgeGapTrigger():
            yield from check_id((*where, "item"), trigger.item, aid.knowledge, "knowledge item", "knowledge.yaml")
        case InstrumentTrigger():
            yield from _unsure(aid, where, trigger)
        case AlwaysTrigger() | MismatchTrigger():
            pass


def _unsure(aid: Aid, where: Where, trigger: InstrumentTrigger) -> Iterator[Finding]:
    name = trigger.instrument
    if name not in aid.instruments:
        yield from check_id((*where, "instrument"), name, aid.instruments, "instrument", "instruments/ as a .yaml file")
        return
    item_ids = [item for questions in aid.instruments[name].items.values() for item in questions]
    yield from check_id((*where, "item"), trigger.item, item_ids, f"item of '{name}'", f"instruments/{name}.yaml")


def _situated(aid: Aid, where: Where, trigger: SituationTrigger) -> Iterator[Finding]:
    factor = aid.situation.get(trigger.factor)
    if factor is None:
        yield from check_id((*where, "factor"), trigger.factor, aid.situation, "factor", "situation.yaml")
        return
    for answer, path in item_paths((*where, "answers"), trigger.answers).items():
        yield from check_id(path, answer, factor.choices, f"answer to '{trigger.factor}'", "situation.yaml")
    if factor.kind == "scale" and trigger.at_least is None:
        yield where, f"'{trigger.factor}' is a scale: say from which value on with 'at_least'"
    if factor.kind in ("one", "many") and not trigger.answers:
        yield where, f"this trigger can never fire: name the 'answers' to '{trigger.factor}' that set it off"
