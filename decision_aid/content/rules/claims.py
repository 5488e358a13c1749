"""What a question states about the person is what they answered: "not sure" is not "yes"."""

from collections.abc import Iterator

from decision_aid.content.reading import sentences
from decision_aid.content.rules.finding import Finding, check_id, item_paths
from decision_aid.model.aid import Aid
from decision_aid.model.questions import LeaningTrigger, MedicineTrigger, SituationTrigger, Trigger


def claims_are_borne_out(aid: Aid) -> Iterator[Finding]:
    """Whatever a question states about the person is true for every answer that triggers the question."""
    for name, question in aid.questions.items():
        for claim, path in item_paths(("questions", name, "claims"), question.claims).items():
            yield from check_id(path, claim, aid.claims, "claim", "claims.yaml")
        for index, trigger in enumerate(question.triggers):
            for claim in question.claims:
                if claim in aid.claims and not _bears_out(trigger, aid.claims[claim]):
                    fault = f"this brings up a question that says '{claim}', which it does not bear out"
                    mend = "make it a question of its own, or word the question so that it claims nothing"
                    yield ("questions", name, "triggers", index), f"{fault}: {mend}"


def statements_are_claims(aid: Aid) -> Iterator[Finding]:
    """A question that states something about the person, instead of only asking, declares it under `claims`."""
    for name, question in aid.questions.items():
        words = aid.words.questions.get(name)
        statements = (
            [sentence for sentence in sentences(words.text) if not sentence.rstrip().endswith("?")] if words else []
        )
        if statements and not question.claims:
            where = ("words", aid.words.language, "questions", name, "text")
            fault = f"this states something of the person ('{statements[0]}')"
            yield where, f"{fault}: ask without it, or name it under 'claims' of '{name}' in questions.yaml"


def _bears_out(trigger: Trigger, claim: tuple[Trigger, ...]) -> bool:
    """Whether everything that can fire the trigger also supports the claim."""
    match trigger:
        case SituationTrigger(factor=factor, at_least=None):
            answer_sets = (
                condition.answers
                for condition in claim
                if isinstance(condition, SituationTrigger) and condition.factor == factor
            )
            return {*trigger.answers} <= {answer for answers in answer_sets for answer in answers}
        case SituationTrigger(factor=factor, at_least=least):
            thresholds = [
                condition.at_least
                for condition in claim
                if isinstance(condition, SituationTrigger) and condition.factor == factor
            ]
            return any(threshold is not None and least is not None and least >= threshold for threshold in thresholds)
        case LeaningTrigger(answers=answers):
            return {*answers} <= {
                answer for condition in claim if isinstance(condition, LeaningTrigger) for answer in condition.answers
            }
        case MedicineTrigger(groups=groups):
            return {*groups} <= {
                group for condition in claim if isinstance(condition, MedicineTrigger) for group in condition.groups
            }
        case _:
            return any(trigger == condition.model_copy(update={"weight": trigger.weight}) for condition in claim)
