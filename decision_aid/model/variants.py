"""Interface words chosen by an id: "very small" or "large" by the id of a size."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Id = TypeVar("Id", bound=str)


@dataclass(frozen=True)
class Variants(Generic[Id]):
    """The ids that may follow a name in app.yaml (`fit.size.tiny`, `fit.size.large`); each language has a word for all.

    `by_number`: each word has a form for each plural category of the language (`time.day.one`).
    """

    name: str
    ids: tuple[Id, ...]
    by_number: bool = False

    def word(self, chosen: Id) -> str:
        """The key in app.yaml of the word for an id. Raises KeyError for an id that is not in `ids`."""
        if chosen not in self.ids:
            raise KeyError(f"{self.name}.{chosen}")
        return f"{self.name}.{chosen}"
