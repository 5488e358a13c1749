"""What a question says of the person is what the person has answered: "not sure" is no "yes"."""

from collections.abc import Iterator

from decision_aid.content.reading import sentences
from decision_aid.content.rules.finding import Finding, items, known
from decision_aid.model.aid import Aid
from decision_aid.model.questions import LeaningTrigger, MedicineTrigger, SituationTrigger, Trigger


def claims_are_borne_out(aid: Aid) -> Iterator[Finding]:
    """What the words of a question say of the person is borne out by every answer that brings the question up."""
    for name, question in aid.questions.items():
        for claim, place in items(("questions", name, "claims"), question.claims).items():
            yield from known(place, claim, aid.claims, "claim", "claims.yaml")
        for index, trigger in enumerate(question.triggers):
            for claim in question.claims:
                if claim in aid.claims and not _bears_out(trigger, aid.claims[claim]):
                    told = f"this brings up a question that says '{claim}', which it does not bear out"
                    mend = "make it a question of its own, or word the question so that it claims nothing"
                    yield ("questions", name, "triggers", index), f"{told}: {mend}"


def statements_are_claims(aid: Aid) -> Iterator[Finding]:
    """A question that states something of the person, and does not only ask, names what it claims."""
    for name, question in aid.questions.items():
        words = aid.words.questions.get(name)
        stated = [one for one in sentences(words.text) if not one.rstrip().endswith("?")] if words else []
        if stated and not question.claims:
            where = ("words", aid.words.language, "questions", name, "text")
            told = f"this states something of the person ('{stated[0]}')"
            yield where, f"{told}: ask without it, or name it under 'claims' of '{name}' in questions.yaml"


def _bears_out(trigger: Trigger, claim: tuple[Trigger, ...]) -> bool:
    """Whether all that can set off the trigger is among what bears the claim out."""
    match trigger:
        case SituationTrigger(factor=factor, at_least=None):
            enough = (one.answers for one in claim if isinstance(one, SituationTrigger) and one.factor == factor)
            return {*trigger.answers} <= {answer for answers in enough for answer in answers}
        case SituationTrigger(factor=factor, at_least=least):
            from_on = [one.at_least for one in claim if isinstance(one, SituationTrigger) and one.factor == factor]
            return any(one is not None and least is not None and least >= one for one in from_on)
        case LeaningTrigger(answers=answers):
            return {*answers} <= {answer for one in claim if isinstance(one, LeaningTrigger) for answer in one.answers}
        case MedicineTrigger(groups=groups):
            return {*groups} <= {group for one in claim if isinstance(one, MedicineTrigger) for group in one.groups}
        case _:
            return any(trigger == one.model_copy(update={"weight": trigger.weight}) for one in claim)
