"""What changed in the evidence, version by version."""

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.evidence import Change
from decision_aid.reasoning.freshness import versions_newest_first
from decision_aid.views.expander import expander
from decision_aid.views.html import show_list
from decision_aid.wording.dates import day


def changes(aid: Aid, answers: Answers) -> None:
    """An expander with each version of the evidence, its date and its changes, newest first."""
    history, app = aid.evidence.changes, aid.words.app
    if history and (part := expander(answers, "changes", app["changes"])):
        with part:
            for version in versions_newest_first(aid):
                when = day(aid, history[version].date)
                st.subheader(app["changes.version"].format(version=version, date=when), anchor=False)
                show_list((*aid.words.changes[version], *_figures(aid, history[version])), "plain")


def _figures(aid: Aid, change: Change) -> tuple[str, ...]:
    """The figures that changed, by their titles."""
    if not change.ids:
        return ()
    titles = "; ".join(aid.words.estimates[name].title for name in change.ids)
    return (aid.words.app["changes.figures"].format(titles=titles),)
