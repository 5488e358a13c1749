"""Start: the decision, when to call now, the options, who reads this, and how long it takes."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import screens
from decision_aid.views.start import start


def step(aid: Aid, answers: Answers) -> None:
    """The one screen of the step."""
    screens.show(aid, answers, "start", screens.single(aid, "start", start))


fragments.as_fragment(step)
