"""Answers as plain values for a file or a link, and back again: checked, and brought up to date where they are older.

A file or a link can come from anyone. Whatever it holds, reading it gives answers or CannotOpen, and nothing else.
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
"""Answers as plain values, by field, without the fields that say nothing."""


class CannotOpen(Exception):  # noqa: N818 (the caller tells a person what cannot be opened; nothing failed)
    """What was handed in cannot be opened, and why. Nothing has been changed."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


def _with_less(answers: Packed) -> Packed:
    """The older version knew fewer fields, and the answers mean the same without them.

    Version 1 had neither visit nor appointment; version 2 neither language nor look, and nobody who
    helps; version 3 no id of the visit in the calendar.
    """
    return answers


def _with_uid(answers: Packed) -> Packed:
    """A visit from before version 4 has no id yet by which a calendar would know it again."""
    return {"appointment_uid": str(uuid4()), **answers} if answers.get("appointment") else answers


def _with_pages_of_now(answers: Packed) -> Packed:
    """Version 4 knew pages by other ids, asked for ratings on a page without the facts, and had a short layer."""
    pages = [MOVED.get(page, page) for page in answers.get("opened", ()) if MOVED.get(page) != WEIGH]
    look = {name: value for name, value in answers.get("look", {}).items() if name != "layer"}
    return {**answers, "opened": pages, "look": look}


UPGRADES: Mapping[int, Callable[[Packed], Packed]] = MappingProxyType(
    {1: _with_less, 2: _with_less, 3: _with_less, 4: _with_pages_of_now}
)
"""By version: what turns answers of that version into answers of the next one."""


def pack(answers: Answers) -> Packed:
    """The answers that were given, by field in the order of the model, as JSON can hold them."""
    return answers.model_dump(mode="json", exclude_defaults=True)


def unpack(version: Any, packed: Any) -> Answers:
    """The answers again. Raises CannotOpen where they are newer than this aid, or are no answers.

    Texts may be too long still: `saving.known_answers` cuts them.
    """
    if type(version) is not int or version < 1:
        raise CannotOpen("damaged")
    if version > VERSION:
        raise CannotOpen("newer")
    try:
        for older in range(version, VERSION):
            packed = UPGRADES[older](packed)
        packed = _with_uid(packed)
        # By way of JSON, because strict checking then takes lists for tuples, and still no word for a number.
        return Answers.model_validate_json(
            json.dumps({**packed, "version": VERSION}), strict=True, context=FROM_OUTSIDE
        )
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
        raise CannotOpen("damaged") from fault


def read_json(text: str) -> Any:
    """What a JSON text says. Raises ValueError, and nothing else, for anything that cannot be read."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except RecursionError as fault:
        raise ValueError("too deep") from fault
