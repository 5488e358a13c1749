"""My questions: the list for the visit, to edit, print and save."""

from decision_aid import reader
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.summary.summary import summarize
from decision_aid.views import awaiting, more_questions, next_steps, prose, question_cards, screens, take_away


def list_and_exports(aid: Aid, answers: Answers) -> None:
    """The list and the ways to take it along: everything that a change of the list redraws."""
    awaiting.hide_until_restored('[class*="st-key-told-question-"]', ".st-key-taking")
    summary = summarize(aid, answers, reader.today())
    question_cards.question_cards(aid, summary)
    more_questions.add(aid, answers, summary)
    take_away.main_ways(aid, summary)
    take_away.more_ways(aid, answers)


def questions(aid: Aid, answers: Answers) -> None:
    """The list first; what follows opens in place."""
    fragments.as_fragment(list_and_exports)
    prose.sections(aid, "questions", "medicines")
    take_away.tell_team(aid, answers)
    next_steps.show(aid, answers)


def step(aid: Aid, answers: Answers) -> None:
    """The one screen of the step. The steps end here, so a print button replaces the way on."""
    words = aid.words.pages["questions"]
    screen = screens.Screen("", words.title, words.purpose, questions, finish=take_away.print_out)
    screens.show(aid, answers, "questions", [screen])


fragments.as_fragment(step)
