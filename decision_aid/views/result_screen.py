"""The result screen: gut leaning first, then what the answers point to, then further tools in expanders."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import RESULT
from decision_aid.reasoning.things_to_weigh import further_outcomes
from decision_aid.views import fit, prose, rating, ratings_table, readiness, thing_to_weigh
from decision_aid.views.expander import expander
from decision_aid.views.screens import Screen


def screen(aid: Aid) -> Screen:
    """The last screen of weighing. It shows no facts of its own."""
    app = aid.words.app
    return Screen(RESULT, app["fit.heading"], app["fit.purpose"], _result, shows_facts=False)


def _result(aid: Aid, answers: Answers) -> None:
    readiness.gut(aid, answers)
    rating.give_up_last(aid, answers)
    fit.results(aid, answers)
    _expanders(aid, answers)


def _expanders(aid: Aid, answers: Answers) -> None:
    """Expanders: further things to weigh, own reasons, all ratings, and what the ratings are used for."""
    app, further = aid.words.app, further_outcomes(aid)
    if further and (part := expander(answers, "further", app["weigh.further"].format(number=len(further)))):
        with part:
            for name in further:
                thing_to_weigh.further(aid, answers, name)
    if part := expander(answers, "own-reasons", app["own_reasons"]):
        with part:
            rating.own_reasons(aid, answers)
    if answers.importance and (part := expander(answers, "what-matters", app["what_matters"])):
        with part:
            ratings_table.ratings_table(aid, answers)
            rating.clear(aid, answers)
    heading = aid.words.pages["weigh"].sections["after"].heading
    if part := expander(answers, "after", heading or app["weigh.more"]):
        with part:
            prose.sections(aid, "weigh", "intro", "after")
