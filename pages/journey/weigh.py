"""Weigh it up: each outcome's facts beside the question how much it matters, and where the answers point."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import pointing, screens, thing_to_weigh


def step(aid: Aid, answers: Answers) -> None:
    """A screen for each thing to weigh, and one for what the answers point to."""
    things = thing_to_weigh.screens(aid, answers)
    screens.show(aid, answers, "weigh", [*things, pointing.screen(aid)])


fragments.as_fragment(step)
