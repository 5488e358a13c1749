"""Edits of the question list. Each returns new answers; nothing that the person wrote is lost."""

from itertools import count

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, QuestionEdits
from decision_aid.reasoning.question_list import question_list


def reword(answers: Answers, name: str, text: str) -> Answers:
    """Change the wording of a question. Empty text restores the original wording; an own question keeps its last."""
    edits, text = answers.question_edits, text.strip()
    if name in edits.own:
        return _with(answers, own={**edits.own, name: text or edits.own[name]})
    reworded = {key: wording for key, wording in edits.reworded.items() if key != name}
    return _with(answers, reworded={**reworded, name: text} if text else reworded)


def add(answers: Answers, text: str) -> Answers:
    """Add a question of the person's own. Blank text adds nothing."""
    if not text.strip():
        return answers
    own = answers.question_edits.own
    number = next(number for number in count(1) if f"own_{number}" not in own)
    return _with(answers, own={**own, f"own_{number}": text.strip()})


def remove(answers: Answers, name: str) -> Answers:
    """Take a question off the list; it can be put back."""
    return _with(answers, removed=(*_without(answers.question_edits.removed, name), name))


def put_on_list(aid: Aid, answers: Answers, name: str) -> Answers:
    """Put a question on the list: a removed one, or one left over, which is then recorded as kept."""
    edits = answers.question_edits
    answers = _with(answers, removed=_without(edits.removed, name))
    if name in {question.id for question in question_list(aid, answers).listed}:
        return answers
    return _with(answers, kept=(*edits.kept, name))


def note(answers: Answers, name: str, text: str) -> Answers:
    """Write down the doctor's answer; empty text removes the note."""
    notes = {key: entry for key, entry in answers.question_edits.notes.items() if key != name}
    return _with(answers, notes={**notes, name: text.strip()} if text.strip() else notes)


def tick(answers: Answers, name: str, answered: bool) -> Answers:
    """Mark a question as answered, or remove the mark."""
    others = _without(answers.question_edits.answered, name)
    return _with(answers, answered=(*others, name) if answered else others)


def move(answers: Answers, listed: tuple[str, ...], name: str, step: int) -> Answers:
    """Move a question up (step -1) or down (+1) in the displayed list. At either end nothing changes."""
    order = list(listed)
    old = order.index(name)
    new = min(max(old + step, 0), len(order) - 1)
    order.insert(new, order.pop(old))
    return _with(answers, order=tuple(order))


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(other for other in names if other != name)


def _with(answers: Answers, **changes: object) -> Answers:
    edits: QuestionEdits = answers.question_edits.model_copy(update=changes)
    return answers.model_copy(update={"question_edits": edits})
