"""Answers for the storage of a browser's tab, and back."""

import json
from dataclasses import dataclass
from typing import Any

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.saving.known_answers import count_shortened_texts, drop_unknown_answers
from decision_aid.saving.packing import CannotOpen, pack, unpack


class Unreadable:
    """The stored answers could not be read: the person starts again, with a message."""


@dataclass(frozen=True)
class CutShort:
    """The number of stored texts that were too long and were shortened."""

    number: int


def pack_for_tab(answers: Answers) -> str:
    """The text for the tab's storage; "" where nothing is worth storing."""
    worth_storing = answers.has_answers or len(answers.opened) > 1 or Answers().with_settings_of(answers) != Answers()
    return json.dumps({"version": answers.version, **pack(answers)}) if worth_storing else ""


def read_from_tab(aid: Aid, stored: Any) -> tuple[Answers | None, Unreadable | CutShort | None]:
    """The stored answers (None where they cannot be read), and a problem to tell the person, if any."""
    try:
        packed = json.loads(stored["answers"])
        answers = unpack(packed.pop("version"), packed)
        known, shortened = drop_unknown_answers(aid, answers), count_shortened_texts(aid, answers)
    except (CannotOpen, ValueError, TypeError, KeyError, AttributeError):
        return None, Unreadable()
    return known, CutShort(shortened) if shortened else None
