"""Which version this is, how old its evidence is, and where to write."""

from html import escape

import streamlit as st

from decision_aid.exports.dates import day
from decision_aid.model.aid import Aid
from decision_aid.views import contacts


def dates(aid: Aid) -> None:
    """Version and dates, as a short list."""
    app, decision = aid.words.app, aid.decision
    lines = (
        (app["about.version"], decision.version),
        (app["about.published"], day(aid, decision.published)),
        (app["about.evidence"], day(aid, decision.evidence_updated)),
        (app["about.review"], day(aid, decision.next_review)),
    )
    st.html(
        "<dl class='facts'>"
        + "".join(f"<dt>{escape(term)}</dt><dd>{escape(told)}</dd>" for term, told in lines)
        + "</dl>"
    )


def contact(aid: Aid) -> None:
    """Where to write, once a deployment has said so."""
    contacts.contact(aid, aid.decision.contact)
