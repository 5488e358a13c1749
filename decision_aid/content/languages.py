"""Which of the aid's languages a person reads, and what each calls itself."""

from collections.abc import Mapping, Sequence
from typing import Any


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


def own_names(words: Mapping[str, Any], offered: Sequence[str]) -> dict[str, str]:
    """What each language calls itself (`language` in its app.yaml); its code where that cannot be read.

    A fault in one language must not keep the others from people, so no language has to be whole for its name.
    """
    return {language: _own_name(words.get(language)) or language for language in offered}


def _own_name(words: Any) -> str | None:
    interface = words.get("app") if isinstance(words, dict) else None
    return str(interface["language"]) if isinstance(interface, dict) and interface.get("language") else None


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
