"""My questions: the list for the visit, to change, print and keep."""

from decision_aid import reader
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.summary.summary import summarize
from decision_aid.views import adding, next_steps, prose, question_cards, screens, take_away


def taken(aid: Aid, answers: Answers) -> None:
    """The list, one row of ways to take it along, and the other ways: what a change of the list changes."""
    summary = summarize(aid, answers, reader.today())
    question_cards.question_cards(aid, summary)
    adding.add(aid, answers, summary)
    take_away.at_hand(aid, summary)
    take_away.more_ways(aid, answers)


def questions(aid: Aid, answers: Answers) -> None:
    """The list first; the rest opens in place."""
    fragments.as_fragment(taken)
    prose.sections(aid, "questions", "medicines")
    take_away.rest(aid, answers)
    next_steps.show(aid, answers)


def step(aid: Aid, answers: Answers) -> None:
    """The step has one screen. The way ends here: printing stands where other screens lead on."""
    words = aid.words.pages["questions"]
    screen = screens.Screen("", words.title, words.purpose, questions, finish=take_away.print_out)
    screens.show(aid, answers, "questions", [screen])


fragments.as_fragment(step)
