"""Published lists of what a good decision aid has, and how this aid stands on each of their items."""

from typing import Literal

from decision_aid.model.frozen_model import FrozenModel

Status = Literal["met", "not_met", "not_applicable", "people_must_do"]


class Item(FrozenModel):
    """One item of a standard. `where` says where it is met, `why` why it is not met or does not apply.

    `where` is "page: chances", or "file: docs/writing.md"; left out where the file of its tests says it. `tests` are
    the pytest ids of the tests that fail once the status is no longer true; where there is none, the page says so.
    """

    requirement: str
    status: Status
    where: str | None = None
    why: str | None = None
    tests: tuple[str, ...] = ()


class Standard(FrozenModel):
    """A standard: its name, who published it, and its items by their id."""

    name: str
    source: str
    items: dict[str, Item]
