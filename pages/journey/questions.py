"""My questions: the list for the visit, to change, print and keep."""

from decision_aid import reader, session
from decision_aid.exports.summary import summarize
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import next_steps, prose, question_cards, screens, take_away


def questions(aid: Aid, answers: Answers) -> None:
    """The list first, then one row of ways to take it along; the rest opens in place."""
    summary = summarize(aid, answers, reader.today())
    prose.sections(aid, "questions", "intro")
    take_away.way_there(aid)
    question_cards.question_cards(aid, summary)
    question_cards.add_own(aid, answers, summary)
    question_cards.left_over(aid, summary)
    take_away.rest(aid, summary)
    prose.sections(aid, "questions", "tell_team", "medicines")
    take_away.take_away(aid, answers, summary)
    prose.sections(aid, "questions", "next")
    next_steps.show(aid)
    take_away.print_form(aid, summary)


def step(aid: Aid, answers: Answers) -> None:
    """The step has one screen."""
    screens.show(aid, answers, "questions", screens.single(aid, "questions", questions))


session.alone(step)
