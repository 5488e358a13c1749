"""The screen of the result: the gut first, then what the answers point to, and what else a person may want to do."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import RESULT
from decision_aid.reasoning.things_to_weigh import further_outcomes
from decision_aid.views import fit, mattering, prose, rating, readiness, thing_to_weigh
from decision_aid.views.folded import folded
from decision_aid.views.screens import Screen


def screen(aid: Aid) -> Screen:
    """The last screen of weighing: it shows no facts of its own."""
    app = aid.words.app
    return Screen(RESULT, app["fit.heading"], app["fit.purpose"], _result, shows_facts=False)


def _result(aid: Aid, answers: Answers) -> None:
    readiness.gut(aid, answers)
    rating.give_up_last(aid, answers)
    fit.pointing(aid, answers)
    _on_demand(aid, answers)


def _on_demand(aid: Aid, answers: Answers) -> None:
    """What opens by a press: further things to weigh, own reasons, all that was rated, and what becomes of it."""
    app, further = aid.words.app, further_outcomes(aid)
    if further and (part := folded(answers, "further", app["weigh.further"].format(number=len(further)))):
        with part:
            for name in further:
                thing_to_weigh.further(aid, answers, name)
    if part := folded(answers, "own-reasons", app["own_reasons"]):
        with part:
            rating.own_reasons(aid, answers)
    if answers.importance and (part := folded(answers, "what-matters", app["what_matters"])):
        with part:
            mattering.beside_the_facts(aid, answers)
            rating.clear(aid, answers)
    heading = aid.words.pages["weigh"].sections["after"].heading
    if part := folded(answers, "after", heading or app["weigh.more"]):
        with part:
            prose.sections(aid, "weigh", "intro", "after")
