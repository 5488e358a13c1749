"""Which of the aid's languages a person reads."""

from collections.abc import Sequence


def chosen(asked: str | None, accepted: str, offered: Sequence[str]) -> str:
    """The language asked for, else the first fit of an Accept-Language header, else the first offered.

    A region is dropped where the aid has the language alone: "es-CO" gets "es". Quality values are those of
    RFC 9110, section 12.4.2.
    """
    for wish in (asked or "", *by_quality(accepted)):
        for name in (wish.lower(), wish.lower().partition("-")[0]):
            if name in offered:
                return name
    return offered[0]


def by_quality(accepted: str) -> list[str]:
    """The languages of an Accept-Language header, the most wanted first."""
    wishes = []
    for place, part in enumerate(accepted.split(",")):
        name, _, parameter = part.strip().partition(";")
        try:
            quality = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            quality = 0.0
        if quality > 0:
            wishes.append((-quality, place, name.strip()))
    return [name for _, _, name in sorted(wishes) if name]
