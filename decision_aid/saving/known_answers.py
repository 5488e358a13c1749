"""The answers that this version of the aid knows; others come from other content versions or untrusted files.

All input from files and links passes through here, so that no page meets an unknown id.
"""

import re
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from decision_aid.model.aid import Aid
from decision_aid.model.answers import (
    LEFT_OPEN,
    MOST_MEDICINES,
    MOST_QUESTIONS,
    MOST_REASONS,
    NOT_SURE,
    Answers,
    OwnReason,
    QuestionEdits,
    Visit,
)
from decision_aid.model.questionnaire import Factor
from decision_aid.reasoning.medicines import recognize
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.reasoning.understanding import reflection_choices
from decision_aid.saving.text_limits import count_too_long, shorten_texts

SEEDS = 2**31
"""The upper bound (exclusive) of seeds of the asking order."""
YEARS = range(2000, 2101)
"""The years in which a visit can be; calendar arithmetic overflows near years 1 and 9999."""

_OWN_QUESTION = re.compile(r"own_[1-9][0-9]{0,5}")
"""The ids of questions that a person added."""


def drop_unknown_answers(aid: Aid, answers: Answers) -> Answers:
    """The same answers without ids unknown to this aid. Typed texts stay, shortened where they exceed the limits."""
    shortened = shorten_texts(aid, _only_known(aid, answers))
    return shortened.model_copy(update={"medicines": recognize(aid, shortened.medicines)})


def count_shortened_texts(aid: Aid, answers: Answers) -> int:
    """The number of texts that `drop_unknown_answers` shortens."""
    return count_too_long(aid, _only_known(aid, answers))


def _only_known(aid: Aid, answers: Answers) -> Answers:
    decision, outcomes = aid.decision, ratable_outcomes(aid)
    return answers.model_copy(
        update={
            "situation": _situation(aid, answers),
            "parts": None if answers.parts is None else _members(answers.parts, decision.parts),
            "importance": {name: rating for name, rating in answers.importance.items() if name in outcomes},
            "order_seed": _seed(answers.order_seed),
            "give_up_last": _member(answers.give_up_last, outcomes),
            "own_reasons": tuple(_own_reason(aid, reason) for reason in answers.own_reasons[:MOST_REASONS]),
            "opened": _members(answers.opened, aid.words.pages),
            "gut_leaning": _member(answers.gut_leaning, decision.leanings),
            "leaning": _member(answers.leaning, decision.leanings),
            "unclear": _members(answers.unclear, decision.unclear),
            "knowledge": _knowledge(aid, answers),
            "reflections": _reflections(aid, answers),
            "instruments": _instruments(aid, answers),
            "stage_at_start": _member(answers.stage_at_start, decision.stages),
            "stage_at_end": _member(answers.stage_at_end, decision.stages),
            "medicines": answers.medicines[:MOST_MEDICINES],
            "question_edits": _edits(aid, answers.question_edits),
            "visit": _visit(aid, answers.visit),
            "appointment": _local_time(answers),
            "appointment_uid": answers.appointment_uid if _local_time(answers) else None,
        }
    )


def count_unknown_answers(aid: Aid, answers: Answers) -> int:
    """The number of single answers that `drop_unknown_answers` drops: each choice, rating and text counts."""
    return _count_answers(answers) - _count_answers(drop_unknown_answers(aid, answers))


def _count_answers(answers: Answers) -> int:
    return _count_values(answers.model_dump(exclude_defaults=True, exclude={"appointment_uid"}))


def _count_values(value: Any) -> int:
    if isinstance(value, dict):
        return sum(map(_count_values, value.values()))
    return sum(map(_count_values, value)) if isinstance(value, list | tuple) else int(value is not None)


def _member(name: str | None, names: Collection[str]) -> str | None:
    return name if name in names else None


def _seed(seed: int | None) -> int | None:
    return seed if seed is not None and 0 <= seed < SEEDS else None


def _members(ids: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    """The ids that are among the names, each once: duplicates would give two widgets with the same key."""
    return tuple(dict.fromkeys(name for name in ids if name in names))


def _situation(aid: Aid, answers: Answers) -> dict[str, str | int | tuple[str, ...]]:
    fitting = {
        name: _fitting(aid.situation[name], answers, name) for name in answers.situation if name in aid.situation
    }
    return {name: value for name, value in fitting.items() if value is not None}


def _fitting(factor: Factor, answers: Answers, name: str) -> str | int | tuple[str, ...] | None:
    """An answer valid for the factor's kind: choices, a level from 0 to 10, or text; None where it is not valid."""
    value, chosen = answers.situation[name], _members(answers.chose(name), factor.choices)
    match factor.kind:
        case "many":
            return chosen or None
        case "one":
            return chosen[0] if len(chosen) == 1 else None
        case "scale":
            return value if isinstance(value, int) and value in range(11) else None
        case "text":
            return value if isinstance(value, str) and value.strip() else None


def _own_reason(aid: Aid, reason: OwnReason) -> OwnReason:
    return reason.model_copy(update={"option": _member(reason.option, aid.decision.options)})


def _knowledge(aid: Aid, answers: Answers) -> dict[str, str]:
    return {
        name: choice
        for name, choice in answers.knowledge.items()
        if name in aid.knowledge and choice in (*aid.knowledge[name].choices, NOT_SURE)
    }


def _reflections(aid: Aid, answers: Answers) -> dict[str, int]:
    """The answers that the aid still offers; an updated figure offers other numbers."""
    return {
        name: people
        for name, people in answers.reflections.items()
        if name in aid.decision.reflections and people in reflection_choices(aid, name)
    }


def _instruments(aid: Aid, answers: Answers) -> dict[str, dict[str, str]]:
    by_instrument = {}
    for name, instrument in aid.instruments.items():
        items = {item for language in instrument.items.values() for item in language}
        answered = answers.instruments.get(name, {})
        if valid := {item: answer for item, answer in answered.items() if item in items and answer in ("yes", "no")}:
            by_instrument[name] = valid
    return by_instrument


def _edits(aid: Aid, edits: QuestionEdits) -> QuestionEdits:
    questions = {name: text for name, text in _texts(edits.own).items() if _OWN_QUESTION.fullmatch(name)}
    own = dict(list(questions.items())[:MOST_QUESTIONS])
    known = {*own, *aid.questions}
    return edits.model_copy(
        update={
            "reworded": {name: text for name, text in _texts(edits.reworded).items() if name in aid.questions},
            "removed": _members(edits.removed, known),
            "own": own,
            "notes": {name: text for name, text in _texts(edits.notes).items() if name in known},
            "answered": _members(edits.answered, known),
            "kept": _members(edits.kept, known),
            "order": _members(edits.order, known),
        }
    )


def _texts(texts: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text.strip()}


def _visit(aid: Aid, visit: Visit) -> Visit:
    matters = None if visit.matters_most is None else _members(visit.matters_most, ratable_outcomes(aid))
    decided = _member(visit.decided, (*aid.decision.options, LEFT_OPEN))
    return visit.model_copy(update={"matters_most": matters, "decided": decided})


def _local_time(answers: Answers) -> datetime | None:
    """The visit's time without a time zone, None where its year is not plausible."""
    when = answers.appointment
    return when.replace(tzinfo=None) if when is not None and when.year in YEARS else None
