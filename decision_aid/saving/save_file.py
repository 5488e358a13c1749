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
"""The value that identifies our files, the same in every language."""
CHECKSUM = "checksum"
"""The key of the checksum, which detects changed files. Older files have none and open without it."""


@dataclass(frozen=True)
class OpenedAnswers:
    """The answers of a file or link, and when they were saved: date, and time with its offset; None where unknown."""

    answers: Answers
    on: date | None
    at: datetime | None = None


def save_file(aid: Aid, answers: Answers, now: datetime) -> str:
    """The text of the file: what it is, of which aid and version, when it was saved, and the answers.

    `now` is the time where the person is, with its offset: it distinguishes two files of one day.
    """
    app = aid.words.app
    content = {
        "format": MARK,
        "format_version": VERSION,
        "what": app["save.what"].format(name=app["name"]),
        "decision": aid.decision.id,
        "aid_version": aid.decision.version,
        "saved_on": now.date().isoformat(),
        "saved_at": now.isoformat(timespec="seconds"),
        "answers": pack(answers),
    }
    return json.dumps({**content, CHECKSUM: _checksum(content)}, ensure_ascii=False, indent=2) + "\n"


def open_save_file(aid: Aid, file: str | bytes) -> OpenedAnswers:
    """The answers of a save file. Raises CannotOpen for what is too big, not ours, damaged or newer than this aid."""
    if len(file) > LARGEST or (isinstance(file, str) and len(file.encode(errors="replace")) > LARGEST):
        raise CannotOpen("too_big")
    try:
        content = read_json(file if isinstance(file, str) else file.decode(json.detect_encoding(file)))
    except ValueError as fault:
        ours = MARK in file if isinstance(file, str) else MARK.encode() in file
        raise CannotOpen("damaged" if ours else "not_ours") from fault
    if not isinstance(content, dict) or content.get("format") != MARK or content.get("decision") != aid.decision.id:
        raise CannotOpen("not_ours")
    checksum = content.pop(CHECKSUM, None)
    answers = unpack(content.get("format_version"), content.get("answers"))
    try:
        if checksum is not None and checksum != _checksum(content):
            raise CannotOpen("damaged")
    except RecursionError as fault:
        raise CannotOpen("damaged") from fault
    return OpenedAnswers(answers, _day(content.get("saved_on")), _time(content.get("saved_at")))


def _checksum(content: dict[str, Any]) -> str:
    """The CRC-32 of the content in a fixed format, since an editor may have changed spacing and encoding."""
    return f"{zlib.crc32(json.dumps(content, separators=(',', ':')).encode()):08x}"


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def _time(text: Any) -> datetime | None:
    """A time with its offset; None without an offset, since its time zone is then unknown."""
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None
