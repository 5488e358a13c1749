"""Answers as they read and as a machine knows them: each with the id that stays the same in every language."""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.reasoning.understanding import ITEMS_OF_SURE, sure_score


@dataclass(frozen=True)
class Given:
    """An answer in words; `code` is its id in the aid, None where the person typed it."""

    text: str
    code: str | None = None


@dataclass(frozen=True)
class Entry:
    """A question of the aid and what was answered, one or more. `id` is the question's id in the aid."""

    id: str
    question: str
    answers: tuple[Given, ...]

    @property
    def told(self) -> str:
        """All answers in one line."""
        return "; ".join(given.text for given in self.answers)


def situation(aid: Aid, answers: Answers) -> Iterator[Entry]:
    """Each answered question of the situation, in the order asked; unanswered ones are left out."""
    for name, factor in aid.situation.items():
        words, answer = aid.words.situation[name], answers.situation.get(name)
        if factor.kind == "scale" and isinstance(answer, int):
            yield Entry(name, words.question, (Given(rated(aid, answer), str(answer)),))
        elif factor.kind == "text" and isinstance(answer, str) and answer.strip():
            yield Entry(name, words.question, (Given(answer),))
        elif chosen := [choice for choice in answers.chose(name) if choice in words.choices]:
            yield Entry(name, words.question, tuple(Given(words.choices[one].label, one) for one in chosen))


def knowledge(aid: Aid, answers: Answers) -> Iterator[Entry]:
    """Each knowledge item that was answered, with the choice taken."""
    for name, words in aid.words.knowledge.items():
        choice = answers.knowledge.get(name)
        if choice in words.choices:
            yield Entry(name, words.question, (Given(words.choices[choice], choice),))
        elif choice == NOT_SURE:
            yield Entry(name, words.question, (Given(aid.words.app["not_sure"], choice),))


def instruments(aid: Aid, answers: Answers) -> Iterator[Entry]:
    """Each answered item of a published instrument, in its published words."""
    for name, instrument in aid.instruments.items():
        items = instrument.items.get(aid.words.language, {})
        yes_no = {"yes": aid.words.app["yes"], "no": aid.words.app["no"]}
        for item, answer in answers.instruments.get(name, {}).items():
            if item in items and answer in yes_no:
                yield Entry(f"{name}.{item}", items[item], (Given(yes_no[answer], answer),))


def sure(aid: Aid, answers: Answers) -> str:
    """The result of SURE in words; "" until all of it is answered."""
    score = sure_score(answers)
    return "" if score is None else aid.words.app["sure_result"].format(score=score, items=ITEMS_OF_SURE)


def rated(aid: Aid, rating: int) -> str:
    """A rating in words, such as "8 of 10"."""
    return aid.words.app["rated"].format(rating=rating)
