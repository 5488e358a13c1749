"""Texts with little space are short."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

LONGEST_NAME = 6
LONGEST_ANSWER = 25


def answers_in_sight_are_short(aid: Aid) -> Iterator[Finding]:
    """An option's answers in the first rows have at most 25 words: on a phone two are shown side by side."""
    for option in aid.decision.options:
        answers = aid.words.options[option].answers if option in aid.words.options else {}
        for row in aid.decision.first_rows:
            if (number := len(answers.get(row, "").split())) > LONGEST_ANSWER:
                where = ("words", aid.words.language, "options", option, "answers", row)
                yield (
                    where,
                    f"{number} words here, and at most {LONGEST_ANSWER} fit into a row that is in sight: shorten it",
                )


def names_of_questions_are_short(aid: Aid) -> Iterator[Finding]:
    """The short name of a question has at most six words, and no other question has it.

    The note for the chart shows the doctor's answer under the short name only.
    """
    seen: dict[str, str] = {}
    for question, words in aid.words.questions.items():
        where = ("words", aid.words.language, "questions", question, "short")
        if (number := len(words.short.split())) > LONGEST_NAME:
            yield where, f"{number} words here, and at most {LONGEST_NAME} fit into a note for the chart: shorten it"
        if (other := seen.setdefault(words.short.casefold(), question)) != question:
            yield where, f"'{other}' has the same short name, and a note would mix them up: change one of the two"
