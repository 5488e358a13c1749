"""The save file: JSON that a person can read, and that opens again here or on another machine."""

import json
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.saving.packing import LARGEST, VERSION, CannotOpen, pack, read_json, unpack

MARK = "decision-aid-answers"
"""What tells our files from others. It is no word for people and is the same in every language."""
NAME = "my-answers.json"
CHECKSUM = "checksum"
"""The entry that tells a whole file from one with a changed letter. Older files have none, and open without."""


@dataclass(frozen=True)
class Saved:
    """The answers of a save file, and when it was saved: the day and, with its offset, the time; None where unknown."""

    answers: Answers
    on: date | None
    at: datetime | None = None


def save_file(aid: Aid, answers: Answers, now: datetime) -> str:
    """The text of the file: what it is, of which aid and version, when it was saved, and what was answered.

    `now` is the time where the person is, with its offset: it tells two files of one day apart.
    """
    app = aid.words.app
    saved = {
        "format": MARK,
        "format_version": VERSION,
        "what": app["save.what"].format(name=app["name"]),
        "decision": aid.decision.id,
        "aid_version": aid.decision.version,
        "saved_on": now.date().isoformat(),
        "saved_at": now.isoformat(timespec="seconds"),
        "answers": pack(answers),
    }
    return json.dumps({**saved, CHECKSUM: _checksum(saved)}, ensure_ascii=False, indent=2) + "\n"


def open_save_file(aid: Aid, file: str | bytes) -> Saved:
    """What a save file holds. Raises CannotOpen for what is too big, not ours, damaged or newer than this aid."""
    if len(file) > LARGEST or (isinstance(file, str) and len(file.encode(errors="replace")) > LARGEST):
        raise CannotOpen("too_big")
    try:
        found = read_json(file if isinstance(file, str) else file.decode(json.detect_encoding(file)))
    except ValueError as fault:
        ours = MARK in file if isinstance(file, str) else MARK.encode() in file
        raise CannotOpen("damaged" if ours else "not_ours") from fault
    if not isinstance(found, dict) or found.get("format") != MARK or found.get("decision") != aid.decision.id:
        raise CannotOpen("not_ours")
    checksum = found.pop(CHECKSUM, None)
    answers = unpack(found.get("format_version"), found.get("answers"))
    try:
        if checksum is not None and checksum != _checksum(found):
            raise CannotOpen("damaged")
    except RecursionError as fault:
        raise CannotOpen("damaged") from fault
    return Saved(answers, _day(found.get("saved_on")), _time(found.get("saved_at")))


def _checksum(saved: dict[str, Any]) -> str:
    """The CRC-32 of what a file says, however it is spaced and encoded: an editor may have saved it in its own way."""
    return f"{zlib.crc32(json.dumps(saved, separators=(',', ':')).encode()):08x}"


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def _time(text: Any) -> datetime | None:
    """A time that says its offset; without one it could be that of any place."""
    try:
        read = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return read if read.tzinfo else None
