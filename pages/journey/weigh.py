"""Weigh it up: the facts on each outcome beside the question how much it matters, then what the answers point to."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import result_screen, screens, thing_to_weigh


def step(aid: Aid, answers: Answers) -> None:
    """A screen for each thing to weigh, and one for what the answers point to."""
    things = thing_to_weigh.screens(aid, answers)
    screens.show(aid, answers, "weigh", [*things, result_screen.screen(aid)])


fragments.as_fragment(step)
