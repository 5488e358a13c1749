"""The two ways: the options side by side."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import screens
from decision_aid.views.two_ways import ways


def step(aid: Aid, answers: Answers) -> None:
    """The step has one screen."""
    screens.show(aid, answers, "two_ways", screens.single(aid, "two_ways", ways))


fragments.as_fragment(step)
