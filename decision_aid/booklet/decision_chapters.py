"""The chapters on readiness and on questions: answers to tick, and room to write."""

from collections.abc import Iterator

from decision_aid.booklet.parts import (
    CallOut,
    Chapter,
    Choice,
    Choices,
    Heading,
    Listing,
    Part,
    Question,
    Questions,
    Room,
)
from decision_aid.booklet.prose import parts_of, plain
from decision_aid.booklet.sections import section
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import PAGES
from decision_aid.summary.summary import Summary, SummaryQuestion

READY, QUESTIONS = PAGES["readiness"].id, PAGES["questions"].id


def readiness(aid: Aid, answers: Answers) -> Chapter:
    """The chapter on the person's leaning, what is still unclear, and what to do about it."""
    words, app = aid.words, aid.words.app
    leanings = tuple(Choice(words.leanings[name].label, name == answers.leaning) for name in aid.decision.leanings)
    unclear = tuple(Choice(words.unclear[item].label, item in answers.unclear) for item in aid.decision.unclear)
    return Chapter(
        READY,
        words.pages[READY].title,
        (
            Choices(app["leaning_question"], leanings),
            Choices(app["unclear_question"], unclear),
            Room(app["still_unclear"], 1, answers.still_unclear.strip()),
            *section(aid, READY, "steps"),
        ),
        words.pages[READY].purpose,
    )


def questions(aid: Aid, summary: Summary) -> Chapter:
    """The chapter with the questions for the visit, room for one more, and what else to tell the team."""
    words, app = aid.words.pages[QUESTIONS], aid.words.app
    remember = words.sections.get("medicines")
    return Chapter(
        QUESTIONS,
        words.title,
        (
            Questions(tuple(_question(aid, question) for question in summary.questions), app["note"]),
            Room(app["own_question"], 1),
            *_to_tell(aid, summary),
            *((CallOut(remember.opens or "", parts_of(remember.text)),) if remember else ()),
            *section(aid, QUESTIONS, "next"),
        ),
        words.purpose,
    )


def _to_tell(aid: Aid, summary: Summary) -> Iterator[Part]:
    """What to tell the team: from the person's answers, what they typed for it, or else room to write."""
    yield Heading(aid.words.app["tell_the_team"])
    if summary.tell:
        yield Listing(tuple(map(plain, summary.tell)))
    typed = [factor.text.strip() for factor in summary.situation if aid.situation[factor.id].kind == "text"]
    yield Room("", 1, "\n".join(typed))


def _question(aid: Aid, question: SummaryQuestion) -> Question:
    # The reason for each question is left out: the screen and the list for the visit give it.
    under = f"{question.ask}." if question.ask else ""
    note = f"{aid.words.app['answered']}. {question.note}".strip() if question.answered else question.note
    text = f"{question.text} ({aid.words.app['ask_first']})" if question.first else question.text
    return Question(text, under, question.first, note)
