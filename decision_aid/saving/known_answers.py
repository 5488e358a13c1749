"""The answers that this version of the aid understands. Others come from an older or later content, or from a stranger.

Whatever arrives from outside (a file, a link) passes through here, so that no page meets an id that it does not know.
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
from decision_aid.model.asked import Factor
from decision_aid.reasoning.medicines import recognized
from decision_aid.reasoning.preferences import ratable
from decision_aid.reasoning.understanding import reflection_choices
from decision_aid.saving.text_limits import shortened, too_long

SEEDS = 2**31
"""Seeds of the asking order are below this."""
YEARS = range(2000, 2101)
"""The years in which a visit can be; a calendar's own arithmetic breaks at the ends of time."""

_OWN = re.compile(r"own_[1-9][0-9]{0,5}")
"""The ids of questions that a person added."""


def known(aid: Aid, answers: Answers) -> Answers:
    """The same answers without what this aid does not know. What was typed stays as typed, as far as there is room."""
    kept = shortened(aid, _understood(aid, answers))
    return kept.model_copy(update={"medicines": recognized(aid, kept.medicines)})


def cut(aid: Aid, answers: Answers) -> int:
    """How many texts `known` cuts short."""
    return too_long(aid, _understood(aid, answers))


def _understood(aid: Aid, answers: Answers) -> Answers:
    decision, outcomes = aid.decision, ratable(aid)
    return answers.model_copy(
        update={
            "situation": _situation(aid, answers),
            "parts": None if answers.parts is None else _those(answers.parts, decision.parts),
            "importance": {name: rating for name, rating in answers.importance.items() if name in outcomes},
            "order_seed": _seed(answers.order_seed),
            "give_up_last": _one(answers.give_up_last, outcomes),
            "own_reasons": tuple(_own_reason(aid, reason) for reason in answers.own_reasons[:MOST_REASONS]),
            "opened": _those(answers.opened, aid.words.pages),
            "gut_leaning": _one(answers.gut_leaning, decision.leanings),
            "leaning": _one(answers.leaning, decision.leanings),
            "unclear": _those(answers.unclear, decision.unclear),
            "knowledge": _knowledge(aid, answers),
            "reflections": _reflections(aid, answers),
            "instruments": _instruments(aid, answers),
            "stage_at_start": _one(answers.stage_at_start, decision.stages),
            "stage_at_end": _one(answers.stage_at_end, decision.stages),
            "medicines": answers.medicines[:MOST_MEDICINES],
            "question_edits": _edits(aid, answers.question_edits),
            "visit": _visit(aid, answers.visit),
            "appointment": _on_the_clock(answers),
            "appointment_uid": answers.appointment_uid if _on_the_clock(answers) else None,
        }
    )


def unknown(aid: Aid, answers: Answers) -> int:
    """How many single answers `known` leaves out: each choice, rating and text counts as one."""
    return _leaves(answers) - _leaves(known(aid, answers))


def _leaves(answers: Answers) -> int:
    return _count(answers.model_dump(exclude_defaults=True, exclude={"appointment_uid"}))


def _count(value: Any) -> int:
    if isinstance(value, dict):
        return sum(map(_count, value.values()))
    return sum(map(_count, value)) if isinstance(value, list | tuple) else int(value is not None)


def _one(name: str | None, names: Collection[str]) -> str | None:
    return name if name in names else None


def _seed(seed: int | None) -> int | None:
    return seed if seed is not None and 0 <= seed < SEEDS else None


def _those(given: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    """Those of the given ids that are among the names, each once: two of a kind would be two widgets with one key."""
    return tuple(dict.fromkeys(name for name in given if name in names))


def _situation(aid: Aid, answers: Answers) -> dict[str, str | int | tuple[str, ...]]:
    fitting = {
        name: _fitting(aid.situation[name], answers, name) for name in answers.situation if name in aid.situation
    }
    return {name: value for name, value in fitting.items() if value is not None}


def _fitting(factor: Factor, answers: Answers, name: str) -> str | int | tuple[str, ...] | None:
    """An answer as the factor's kind has it: choices, a level from 0 to 10, or text; None where it does not fit."""
    value, chosen = answers.situation[name], _those(answers.chose(name), factor.choices)
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
    return reason.model_copy(update={"option": _one(reason.option, aid.decision.options)})


def _knowledge(aid: Aid, answers: Answers) -> dict[str, str]:
    return {
        name: choice
        for name, choice in answers.knowledge.items()
        if name in aid.knowledge and choice in (*aid.knowledge[name].choices, NOT_SURE)
    }


def _reflections(aid: Aid, answers: Answers) -> dict[str, int]:
    """The numbers read off a figure that the aid still offers; a figure that was brought up to date offers others."""
    return {
        name: people
        for name, people in answers.reflections.items()
        if name in aid.decision.reflections and people in reflection_choices(aid, name)
    }


def _instruments(aid: Aid, answers: Answers) -> dict[str, dict[str, str]]:
    found = {}
    for name, instrument in aid.instruments.items():
        items = {item for language in instrument.items.values() for item in language}
        given = answers.instruments.get(name, {})
        if kept := {item: answer for item, answer in given.items() if item in items and answer in ("yes", "no")}:
            found[name] = kept
    return found


def _edits(aid: Aid, edits: QuestionEdits) -> QuestionEdits:
    own = {name: text for name, text in _texts(edits.own).items() if _OWN.fullmatch(name)}
    own = dict(list(own.items())[:MOST_QUESTIONS])
    there = {*own, *aid.questions}
    return edits.model_copy(
        update={
            "reworded": {name: text for name, text in _texts(edits.reworded).items() if name in aid.questions},
            "removed": _those(edits.removed, there),
            "own": own,
            "notes": {name: text for name, text in _texts(edits.notes).items() if name in there},
            "answered": _those(edits.answered, there),
            "kept": _those(edits.kept, there),
            "order": _those(edits.order, there),
        }
    )


def _texts(typed: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in typed.items() if text.strip()}


def _visit(aid: Aid, visit: Visit) -> Visit:
    matters = None if visit.matters_most is None else _those(visit.matters_most, ratable(aid))
    decided = _one(visit.decided, (*aid.decision.options, LEFT_OPEN))
    return visit.model_copy(update={"matters_most": matters, "decided": decided})


def _on_the_clock(answers: Answers) -> datetime | None:
    """The visit's time without a time zone, where its year is one in which anyone could have a visit."""
    when = answers.appointment
    return when.replace(tzinfo=None) if when is not None and when.year in YEARS else None
