"""The chances: what happened to people in studies, one outcome at a time."""

from decision_aid import session
from decision_aid.views.chances import chances

session.alone(chances)
