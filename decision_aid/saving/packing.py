"""Answers as plain values for a file or a link, and back: validated, and upgraded from older versions.

Files and links are untrusted. Whatever they hold, reading gives answers or raises CannotOpen.
"""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal
from uuid import uuid4

from pydantic import ValidationError

from decision_aid.model.answers import FROM_OUTSIDE, Answers
from decision_aid.pages import MOVED, WEIGH

VERSION: int = Answers().version
LARGEST = 1_000_000
"""Bytes. A full set of answers takes a few thousand."""

Reason = Literal["too_big", "not_ours", "damaged", "newer", "lost"]
Packed = dict[str, Any]
"""Answers as plain values, by field, without fields at their default."""


class CannotOpen(Exception):  # noqa: N818 (shown to a person as a message; nothing failed)
    """A file or link cannot be opened, with the reason. No answers were changed."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


def _unchanged(answers: Packed) -> Packed:
    """The older version had fewer fields, and the answers mean the same without them.

    Version 1 had no visit and no appointment; version 2 no language, look or caregiver; version 3 no calendar id of
    the visit.
    """
    return answers


def _with_uid(answers: Packed) -> Packed:
    """Adds the calendar id to an appointment from before version 4."""
    return {"appointment_uid": str(uuid4()), **answers} if answers.get("appointment") else answers


def _with_current_pages(answers: Packed) -> Packed:
    """Version 4 had other page ids, asked for ratings on a page without facts, and had a `layer` in the look."""
    pages = [MOVED.get(page, page) for page in answers.get("opened", ()) if MOVED.get(page) != WEIGH]
    look = {name: value for name, value in answers.get("look", {}).items() if name != "layer"}
    return {**answers, "opened": pages, "look": look}


UPGRADES: Mapping[int, Callable[[Packed], Packed]] = MappingProxyType(
    {1: _unchanged, 2: _unchanged, 3: _unchanged, 4: _with_current_pages}
)
"""By version: the function that upgrades answers of that version to the next."""


def pack(answers: Answers) -> Packed:
    """The fields that differ from their defaults, in the order of the model, as JSON values."""
    return answers.model_dump(mode="json", exclude_defaults=True)


def unpack(version: Any, packed: Any) -> Answers:
    """The answers from packed values. Raises CannotOpen where they are newer than this aid, or not valid.

    Texts may still be too long: `saving.known_answers` shortens them.
    """
    if type(version) is not int or version < 1:
        raise CannotOpen("damaged")
    if version > VERSION:
        raise CannotOpen("newer")
    try:
        for older in range(version, VERSION):
            packed = UPGRADES[older](packed)
        packed = _with_uid(packed)
        # Through JSON, because strict validation then accepts lists for tuples, but still no text for a number.
        return Answers.model_validate_json(
            json.dumps({**packed, "version": VERSION}), strict=True, context=FROM_OUTSIDE
        )
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
        raise CannotOpen("damaged") from fault


def read_json(text: str) -> Any:
    """The value of a JSON text. Raises only ValueError, also for text that is nested too deep."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except RecursionError as fault:
        raise ValueError("too deep") from fault
