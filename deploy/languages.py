"""Which of the languages that the aid has to send to this person."""

from collections.abc import Sequence
from urllib.parse import parse_qs


def chosen(query: str, accepted: str, offered: Sequence[str]) -> str:
    """The language asked for by `?lang=`, else the first fit of an Accept-Language header, else the first offered.

    A region is dropped where the aid has the language alone: "es-CO" gets "es". Quality values are those of
    RFC 9110, section 12.4.2.
    """
    asked = parse_qs(query).get("lang", [])[-1:]
    for wish in (*asked, *_by_quality(accepted)):
        for name in (wish.lower(), wish.lower().partition("-")[0]):
            if name in offered:
                return name
    return offered[0]


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
