"""Answers as text, each with its code: the id that is the same in every language."""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.reasoning.understanding import ITEMS_OF_SURE, sure_score


@dataclass(frozen=True)
class CodedAnswer:
    """An answer in words; `code` is its id in the aid, None where the person typed it."""

    text: str
    code: str | None = None


@dataclass(frozen=True)
class AnsweredQuestion:
    """A question of the aid and its answers, one or more. `id` is the question's id in the aid."""

    id: str
    question: str
    answers: tuple[CodedAnswer, ...]

    @property
    def text(self) -> str:
        """All answers in one line."""
        return "; ".join(answer.text for answer in self.answers)


def situation(aid: Aid, answers: Answers) -> Iterator[AnsweredQuestion]:
    """Each answered question of the situation, in the order asked; unanswered ones are left out."""
    for name, factor in aid.situation.items():
        words, answer = aid.words.situation[name], answers.situation.get(name)
        if factor.kind == "scale" and isinstance(answer, int):
            yield AnsweredQuestion(name, words.question, (CodedAnswer(rating_text(aid, answer), str(answer)),))
        elif factor.kind == "text" and isinstance(answer, str) and answer.strip():
            yield AnsweredQuestion(name, words.question, (CodedAnswer(answer),))
        elif chosen := [choice for choice in answers.chose(name) if choice in words.choices]:
            labels = tuple(CodedAnswer(words.choices[choice].label, choice) for choice in chosen)
            yield AnsweredQuestion(name, words.question, labels)


def knowledge(aid: Aid, answers: Answers) -> Iterator[AnsweredQuestion]:
    """Each knowledge item that was answered, with the choice taken."""
    for name, words in aid.words.knowledge.items():
        choice = answers.knowledge.get(name)
        if choice in words.choices:
            yield AnsweredQuestion(name, words.question, (CodedAnswer(words.choices[choice], choice),))
        elif choice == NOT_SURE:
            yield AnsweredQuestion(name, words.question, (CodedAnswer(aid.words.app["not_sure"], choice),))


def instruments(aid: Aid, answers: Answers) -> Iterator[AnsweredQuestion]:
    """Each answered item of a published instrument, in its published words."""
    for name, instrument in aid.instruments.items():
        items = instrument.items.get(aid.words.language, {})
        yes_no = {"yes": aid.words.app["yes"], "no": aid.words.app["no"]}
        for item, answer in answers.instruments.get(name, {}).items():
            if item in items and answer in yes_no:
                yield AnsweredQuestion(f"{name}.{item}", items[item], (CodedAnswer(yes_no[answer], answer),))


def sure(aid: Aid, answers: Answers) -> str:
    """The result of SURE in words; "" until all of it is answered."""
    score = sure_score(answers)
    return "" if score is None else aid.words.app["sure_result"].format(score=score, items=ITEMS_OF_SURE)


def rating_text(aid: Aid, rating: int) -> str:
    """A rating in words, such as "8 of 10"."""
    return aid.words.app["rated"].format(rating=rating)
