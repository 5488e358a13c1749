"""Answers as the storage of a browser's tab keeps them, and what a session makes of what it finds there."""

import json
from dataclasses import dataclass
from typing import Any

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.saving.known_answers import cut, known
from decision_aid.saving.packing import CannotOpen, pack, unpack


class Unreadable:
    """What the tab had kept could not be read; the person starts anew, and is told so."""


@dataclass(frozen=True)
class CutShort:
    """So many texts that the tab had kept were too long, and are open now without their ends."""

    number: int


def kept_by_tab(answers: Answers) -> str:
    """What the tab is to keep; "" where there is nothing that anyone would miss."""
    worth_keeping = answers.given or len(answers.opened) > 1 or Answers().read_like(answers) != Answers()
    return json.dumps({"version": answers.version, **pack(answers)}) if worth_keeping else ""


def read_from_tab(aid: Aid, kept: Any) -> tuple[Answers | None, Unreadable | CutShort | None]:
    """The answers that the tab had kept, and what the person has to be told; no answers where they cannot be read."""
    try:
        packed = json.loads(kept["answers"])
        answers = unpack(packed.pop("version"), packed)
        taken, shorter = known(aid, answers), cut(aid, answers)
    except (CannotOpen, ValueError, TypeError, KeyError, AttributeError):
        return None, Unreadable()
    return taken, CutShort(shorter) if shorter else None
