"""The choice of language for a person, from their request and their browser."""

from collections.abc import Sequence


def choose_language(requested: str | None, accepted: str, offered: Sequence[str]) -> str:
    """The requested language, else the first match in an Accept-Language header, else the first offered.

    A region is dropped if the aid has only the language: "es-CO" gets "es". Quality values are those of
    RFC 9110, section 12.4.2.
    """
    for wish in (requested or "", *by_quality(accepted)):
        for name in (wish.lower(), wish.lower().partition("-")[0]):
            if name in offered:
                return name
    return offered[0]


def by_quality(accepted: str) -> list[str]:
    """The languages of an Accept-Language header, most preferred first."""
    wishes = []
    for position, part in enumerate(accepted.split(",")):
        name, _, parameter = part.strip().partition(";")
        try:
            quality = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            quality = 0.0
        if quality > 0:
            wishes.append((-quality, position, name.strip()))
    return [name for _, _, name in sorted(wishes) if name]
