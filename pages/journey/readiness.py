"""Am I ready: leaning, what is still unclear, knowledge items, how sure, and stage of the decision."""

from functools import partial

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.session import fragments
from decision_aid.views import prose, readiness, screens, understanding


def ready(aid: Aid, answers: Answers) -> None:
    """Leaning and what is unclear; what follows opens in place."""
    with st.container(key="ready"):
        with st.container(key="ready-leaning"):
            fragments.as_fragment(readiness.leaning)
        with st.container(key="ready-unclear"):
            fragments.as_fragment(readiness.unclear)
    understanding.knowledge(aid, answers)
    prose.fold(aid, answers, "readiness", "steps", partial(how_sure, aid, answers))


def how_sure(aid: Aid, answers: Answers) -> None:
    """How sure the person is, and how far along with the decision."""
    understanding.sure(aid, answers)
    understanding.stage(aid, answers, "stage_at_end")


def step(aid: Aid, answers: Answers) -> None:
    """The one screen of the step."""
    screens.show(aid, answers, "readiness", screens.single(aid, "readiness", ready))


fragments.as_fragment(step)
