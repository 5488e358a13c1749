"""The two ways: the options side by side."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import screens
from decision_aid.views.two_ways import two_ways


def step(aid: Aid, answers: Answers) -> None:
    """The one screen of the step."""
    screens.show(aid, answers, "two_ways", screens.single(aid, "two_ways", two_ways))


fragments.as_fragment(step)
