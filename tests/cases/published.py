"""What content/evidence/estimates/ says, read without the aid, and how it has to be shown: in decimals, by hand.

A value goes to the nearest step (a half away from zero), the low end of its range down and the high end up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parents[2] / "content"
TENTH, WHOLE = Decimal("0.1"), Decimal(1)


@dataclass(frozen=True)
class Published:
    """One number of an estimate with the ends of its range (None where the source gives none), in its own unit."""

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None

    def shown(self, step: Decimal) -> tuple[str | None, str | None, str | None]:
        """Value, low and high as they have to be shown."""
        rounding = ((self.value, ROUND_HALF_UP), (self.low, ROUND_FLOOR), (self.high, ROUND_CEILING))
        return tuple(None if number is None else spelled(number.quantize(step, way)) for number, way in rounding)

    def out_of(self, per: int) -> "Published":
        """A share as so many people of `per`."""
        return Published(*(None if part is None else part * per for part in (self.value, self.low, self.high)))


def spelled(number: Decimal) -> str:
    """As people write it: no trailing zero, no minus before 0, a true minus sign."""
    plain = f"{number:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain == "-0" else plain.replace("-", "−")


@cache
def raw(path: str) -> Any:
    """A file of the content as YAML alone reads it."""
    return yaml.safe_load((CONTENT / path).read_text(encoding="utf-8"))


def estimates() -> dict[str, Any]:
    """Every estimate as it is written, in the order that is declared."""
    return {name: raw(f"evidence/estimates/{name}.yaml") for name in raw("evidence/order.yaml")}


def ratings() -> dict[str, Any]:
    """Every rating of certainty as it is written."""
    written: dict[str, Any] = raw("evidence/certainty.yaml")
    return written


def share(arm: dict[str, Any]) -> Published:
    """The share of one arm of a frequency."""
    value = Decimal(arm["events"]) / arm["denominator"] if "events" in arm else None
    span = arm.get("range")
    return Published(value, *((Decimal(span[end]) / span["per"] for end in ("low", "high")) if span else ()))


def point(written: dict[str, Any]) -> Published:
    """A value measured at one time."""
    return Published(*(Decimal(str(written[part])) for part in ("value", "low", "high")))


def frequencies() -> Iterator[tuple[str, int, list[dict[str, Any]]]]:
    """By name: what a frequency is out of, and its arms that can happen."""
    for name, estimate in estimates().items():
        if estimate["measure"]["kind"] == "frequency":
            arms = [arm for arm in estimate["measure"]["arms"] if not arm.get("cannot_happen")]
            yield name, estimate["measure"]["per"], arms


def points() -> Iterator[tuple[str, str, Published]]:
    """Every value measured in points: its estimate, its placeholder without the form, and the numbers."""
    for name, estimate in estimates().items():
        measure = estimate["measure"]
        if measure["kind"] == "difference":
            for each in measure["points"]:
                yield name, f"{name}.{when(each)}", point(each)
        elif measure["kind"] == "mean":
            for arm in measure["arms"]:
                for each in arm["points"]:
                    yield name, f"{name}.{arm['group']}.{when(each)}", point(each)


def when(written: dict[str, Any]) -> str:
    """The time of a point as placeholders write it."""
    return f"{written['at']['amount']}_{written['at']['unit']}"
