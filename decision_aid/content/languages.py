"""Which of the aid's languages a person reads, and what each calls itself."""

from collections.abc import Sequence
from pathlib import Path

import yaml


def chosen(asked: str | None, accepted: str, offered: Sequence[str]) -> str:
    """The language asked for, else the first fit of an Accept-Language header, else the first offered.

    A region is dropped where the aid has the language alone: "es-CO" gets "es". Quality values are those of
    RFC 9110, section 12.4.2.
    """
    for wish in (asked or "", *_by_quality(accepted)):
        for name in (wish.lower(), wish.lower().partition("-")[0]):
            if name in offered:
                return name
    return offered[0]


def own_names(folder: Path, offered: Sequence[str]) -> dict[str, str]:
    """What each language calls itself (`language` in its app.yaml); its code where that cannot be read.

    A fault in one language must not keep the others from people, so the whole of it is not loaded for its name.
    """
    return {language: _own_name(folder / "words" / language / "app.yaml") or language for language in offered}


def _own_name(file: Path) -> str | None:
    try:
        words = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    return str(words["language"]) if isinstance(words, dict) and words.get("language") else None


def _by_quality(accepted: str) -> list[str]:
    wishes = []
    for place, part in enumerate(accepted.split(",")):
        name, _, parameter = part.strip().partition(";")
        try:
            quality = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            quality = 0.0
        if quality > 0:
            wishes.append((-quality, place, name.strip()))
    return [name for _, _, name in sorted(wishes)]
