"""My questions: the list for the visit, to change, print and keep."""

from decision_aid import reader, session
from decision_aid.exports.summary import summarize
from decision_aid.views import next_steps, prose, question_cards, take_away

aid, answers = session.aid(), session.answers()
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
