"""Your situation: questions that bear on the decision, one group per screen. Answers are never judged."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import screens, situation


def step(aid: Aid, answers: Answers) -> None:
    """A screen for each group of questions."""
    screens.show(aid, answers, "situation", situation.screens(aid))


fragments.as_fragment(step)
