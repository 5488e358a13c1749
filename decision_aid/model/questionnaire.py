"""What the aid asks of a person, language-free: the situation, what they know, medicines, published instruments."""

from typing import Literal

from pydantic import Field

from decision_aid.model.frozen_model import FrozenModel


class Choice(FrozenModel):
    """An answer to a factor. A red flag needs help now; `tell_doctor` puts it on the list to tell the team.

    `exclusive` excludes all other answers ("none of these"). `settle_first` has to be settled with the team before
    options are weighed.
    """

    red_flag: bool = False
    tell_doctor: bool = False
    exclusive: bool = False
    settle_first: bool = False


class Factor(FrozenModel):
    """Something about the person's situation that bears on the decision. It is asked, never judged.

    kind: "one" answer, "many" answers, a "scale" from 0 to 10, or "text".
    """

    kind: Literal["one", "many", "scale", "text"]
    group: str
    choices: dict[str, Choice] = {}
    scale: str | None = None
    on_demand: bool = False
    """Whether it is collapsed at first, since few people need it."""

    @property
    def urgent(self) -> frozenset[str]:
        """The choices that need help now."""
        return frozenset(name for name, choice in self.choices.items() if choice.red_flag)


class KnowledgeItem(FrozenModel):
    """A knowledge question: its choices, the right choice, and the page that holds the answer.

    `outcome` is the outcome whose figures hold the answer, for a page that shows one outcome at a time.
    """

    choices: tuple[str, ...] = Field(min_length=2)
    right: str
    page: str
    outcome: str = ""


class Medicine(FrozenModel):
    """A medicine that people list, with its brand names by country code."""

    group: str
    brands: dict[str, tuple[str, ...]] = {}


class Instrument(FrozenModel):
    """A published instrument, word for word, under its own terms: `items` by language and item.

    `sha256`, by language, guards the items' text in their order, one a line.
    """

    name: str
    citation: str
    licence: str
    source: str
    may_alter: Literal[False]
    items: dict[str, dict[str, str]]
    sha256: dict[str, str]
