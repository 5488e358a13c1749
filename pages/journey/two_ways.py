"""The options side by side, question by question."""

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import comparison, prose, screens


def side_by_side(aid: Aid, answers: Answers) -> None:
    """Both ways, asked the same questions; what goes beyond opens in place."""
    prose.sections(aid, "two_ways", "intro", "waiting")
    comparison.side_by_side(aid, answers)
    prose.sections(aid, "two_ways", "also_ask")
    comparison.short_options(aid, aid.decision.also_ask)
    prose.sections(aid, "two_ways", "whatever")
    comparison.short_options(aid, aid.decision.whatever_you_choose)


def step(aid: Aid, answers: Answers) -> None:
    """The step has one screen."""
    screens.show(aid, answers, "two_ways", screens.single(aid, "two_ways", side_by_side))


session.alone(step)
