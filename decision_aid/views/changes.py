"""What changed in the evidence, version by version."""

from html import escape

import streamlit as st

from decision_aid.exports.dates import day
from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Change
from decision_aid.reasoning.freshness import newest_first


def changes(aid: Aid) -> None:
    """Each version of the evidence with its date and what changed in it, the newest first."""
    found, app = aid.evidence.changes, aid.words.app
    if not found:
        return
    st.header(app["changes"], anchor=False)
    for version in newest_first(aid):
        when = day(aid, found[version].date)
        st.subheader(app["changes.version"].format(version=version, date=when), anchor=False)
        lines = (*aid.words.changes[version], *_figures(aid, found[version]))
        st.html("<ul class='plain'>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>")


def _figures(aid: Aid, change: Change) -> tuple[str, ...]:
    """The figures that changed, by their titles."""
    if not change.ids:
        return ()
    titles = "; ".join(aid.words.estimates[name].title for name in change.ids)
    return (aid.words.app["changes.figures"].format(titles=titles),)
