"""My questions: the list for the visit, to change, print and keep."""

from decision_aid import reader, session
from decision_aid.exports.summary import Summary, summarize
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import adding, next_steps, prose, question_cards, screens, take_away


def questions(aid: Aid, answers: Answers, summary: Summary) -> None:
    """The list first, then one row of ways to take it along; the rest opens in place."""
    question_cards.question_cards(aid, summary)
    adding.add(aid, answers, summary)
    take_away.at_hand(aid, summary)
    prose.sections(aid, "questions", "medicines")
    take_away.rest(aid, answers, summary)
    take_away.more_ways(aid, answers, summary)
    next_steps.show(aid, answers)


def step(aid: Aid, answers: Answers) -> None:
    """The step has one screen. The way ends here: printing stands where other screens lead on."""
    summary = summarize(aid, answers, reader.today())
    words = aid.words.pages["questions"]
    screen = screens.Screen(
        "",
        words.title,
        words.purpose,
        lambda aid, answers: questions(aid, answers, summary),
        finish=lambda aid, _: take_away.print_out(aid, summary),
    )
    screens.show(aid, answers, "questions", [screen])


session.alone(step)
