"""The chances: what happened to people in studies, one outcome at a time."""

from decision_aid.session import fragments
from decision_aid.views.chances import chances

fragments.as_fragment(chances)
