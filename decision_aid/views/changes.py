"""What changed in the evidence, version by version."""

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.evidence import Change
from decision_aid.reasoning.freshness import versions_newest_first
from decision_aid.views.folded import folded
from decision_aid.views.html import show_list
from decision_aid.wording.dates import day


def changes(aid: Aid, answers: Answers) -> None:
    """Each version of the evidence with its date and what changed in it, the newest first; it opens by a press."""
    found, app = aid.evidence.changes, aid.words.app
    if found and (part := folded(answers, "changes", app["changes"])):
        with part:
            for version in versions_newest_first(aid):
                when = day(aid, found[version].date)
                st.subheader(app["changes.version"].format(version=version, date=when), anchor=False)
                show_list((*aid.words.changes[version], *_figures(aid, found[version])), "plain")


def _figures(aid: Aid, change: Change) -> tuple[str, ...]:
    """The figures that changed, by their titles."""
    if not change.ids:
        return ()
    titles = "; ".join(aid.words.estimates[name].title for name in change.ids)
    return (aid.words.app["changes.figures"].format(titles=titles),)
