"""What a made-up person is asked on each screen: the widget, what to hand it, and where the answer has to end up."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.wire import Value
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.model.questionnaire import Factor
from decision_aid.pages import FIRST, STEPS
from decision_aid.reasoning.things_to_weigh import main_outcomes

ADDRESSES = tuple("" if step == FIRST else step for step in STEPS)
"""Of the pages of the way, in order; the first page has none of its own."""
TYPED = ("I look after my husband.", "My back hurts.\nI worry about falls.", "<b>no</b> more pills & pain", "🦴 ok")


@dataclass(frozen=True)
class Asked:
    """One question. `screen` is "" on a page that has only one.

    `field` and `name` say where in the answers it is kept; `ways` are widget value and answer.
    """

    page: str
    screen: str
    key: str
    field: str
    name: str
    ways: tuple[tuple[Value, Any], ...]

    def kept(self, answers: Answers) -> Any:
        """What the answers say to this question; lists without their order."""
        value = getattr(answers, self.field)
        return _plain(value.get(self.name) if self.name else value)


def questions(aid: Aid, person: random.Random) -> list[Asked]:
    """Every question that this person answers when it is in sight on its screen."""
    words, app = aid.words, aid.words.app
    listed = [_situation(aid, name, factor) for name, factor in aid.situation.items()]
    ratings = tuple(([app["rated"].format(rating=rating)], rating) for rating in range(11))
    for name in main_outcomes(aid):
        if person.random() < 0.2:
            listed.append(Asked("weigh", name, f"answer.not_sure.{name}", "importance", name, ((True, NOT_SURE),)))
        else:
            listed.append(Asked("weigh", name, f"answer.importance.{name}", "importance", name, ratings))
    for name, item in aid.knowledge.items():
        ways = tuple(([words.knowledge[name].choices[choice]], choice) for choice in item.choices)
        listed.append(Asked("readiness", "", f"answer.knowledge.{name}", "knowledge", name, ways))
    typed = tuple((text, text) for text in TYPED)
    return [*listed, Asked("readiness", "", "answer.still_unclear", "still_unclear", "", typed)]


def _situation(aid: Aid, name: str, factor: Factor) -> Asked:
    labels = aid.words.situation[name].choices
    ways: Iterator[tuple[Value, Any]]
    match factor.kind:
        case "one":
            ways = (([labels[choice].label], choice) for choice in factor.choices)
        case "many":
            free = [choice for choice, kind in factor.choices.items() if not kind.exclusive]
            sets = [*([choice] for choice in factor.choices), *zip(free, free[1:], strict=False)]
            ways = (([labels[choice].label for choice in those], _plain(those)) for those in sets)
        case "scale":
            ways = (([aid.words.app["rated"].format(rating=rating)], rating) for rating in range(11))
        case "text":
            ways = ((text, text) for text in TYPED)
    return Asked("situation", factor.group, f"answer.situation.{name}", "situation", name, tuple(ways))


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, list | tuple) else value
