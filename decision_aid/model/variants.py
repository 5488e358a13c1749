"""Words of the interface that are picked by an id: "very small" or "large" by the id of a size."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Id = TypeVar("Id", bound=str)


@dataclass(frozen=True)
class Variants(Generic[Id]):
    """The ids that may follow a name in app.yaml (`fit.size.tiny`, `fit.size.large`); each language has a word for all.

    `by_number`: each of these words has a form for each kind of number that a language knows (`time.day.one`).
    """

    name: str
    ids: tuple[Id, ...]
    by_number: bool = False

    def word(self, chosen: Id) -> str:
        """What the word for an id is called in app.yaml. Raises KeyError where the id is not one of these."""
        if chosen not in self.ids:
            raise KeyError(f"{self.name}.{chosen}")
        return f"{self.name}.{chosen}"
