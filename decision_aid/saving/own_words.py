"""Removes typed texts from answers: they may name people and places, tapped answers cannot."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, QuestionEdits
from decision_aid.reasoning.medicines import known_medicines


def without_own_words(aid: Aid, answers: Answers) -> Answers:
    """The same answers without typed texts. Reworded questions stay on the list in the aid's wording."""
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
    def from_bank(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in edits.own)

    return QuestionEdits(
        removed=from_bank(edits.removed),
        answered=from_bank(edits.answered),
        kept=tuple(dict.fromkeys((*from_bank(edits.kept), *from_bank(tuple(edits.reworded))))),
        order=from_bank(edits.order),
    )
