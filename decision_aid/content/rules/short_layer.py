"""Short texts are short, and what must be seen is never shortened."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

LONGEST_NAME = 6
LONGEST_ANSWER = 25


def short_texts_are_shorter(aid: Aid) -> Iterator[Finding]:
    """A section's short text has fewer words than its text."""
    for page, words in aid.words.pages.items():
        for name, section in words.sections.items():
            short, whole = len((section.short or "").split()), len(section.text.split())
            if section.short and short >= whole:
                where = ("words", aid.words.language, "pages", page, "sections", name, "short")
                yield where, f"{short} words here and {whole} in 'text': shorten it, or leave it out"


def answers_in_sight_are_short(aid: Aid) -> Iterator[Finding]:
    """What an option answers in the rows that are in sight at once has at most 25 words: two stand beside each other
    on a phone."""
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

    In a note for the chart the doctor's answer stands under the name alone.
    """
    seen: dict[str, str] = {}
    for question, words in aid.words.questions.items():
        where = ("words", aid.words.language, "questions", question, "short")
        if (number := len(words.short.split())) > LONGEST_NAME:
            yield where, f"{number} words here, and at most {LONGEST_NAME} fit into a note for the chart: shorten it"
        if (other := seen.setdefault(words.short.casefold(), question)) != question:
            yield where, f"'{other}' has the same short name, and a note would mix them up: change one of the two"


def call_outs_stay_whole(aid: Aid) -> Iterator[Finding]:
    """A call-out has no short text: it is always seen whole."""
    for page, words in aid.words.pages.items():
        for name, section in words.sections.items():
            if section.short and section.opens:
                where = ("words", aid.words.language, "pages", page, "sections", name, "short")
                yield where, "this is a call-out, which is always seen whole: leave 'short' out"
