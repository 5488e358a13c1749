"""What a person typed, as against what they tapped: words may name people and places, taps cannot."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, QuestionEdits
from decision_aid.reasoning.medicines import known_medicines


def without_own_words(aid: Aid, answers: Answers) -> Answers:
    """The same answers without anything typed. Questions that were reworded stay on the list in the aid's wording."""
    tapped = [name for name, factor in aid.situation.items() if factor.kind != "text"]
    return answers.model_copy(
        update={
            "situation": {name: value for name, value in answers.situation.items() if name in tapped},
            "own_reasons": (),
            "medicines": known_medicines(aid, answers),
            "still_unclear": "",
            "question_edits": _edits(answers.question_edits),
            "visit": answers.visit.model_copy(update={"reason": "", "next_step": "", "led_by": ""}),
        }
    )


def _edits(edits: QuestionEdits) -> QuestionEdits:
    def asked(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in edits.own)

    return QuestionEdits(
        removed=asked(edits.removed),
        answered=asked(edits.answered),
        kept=tuple(dict.fromkeys((*asked(edits.kept), *asked(tuple(edits.reworded))))),
        order=asked(edits.order),
    )
