"""Which version this is, how old its evidence is; who runs this site, and where to write."""

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.views import contacts
from decision_aid.views.html import show_html
from decision_aid.wording.dates import day


def dates(aid: Aid) -> None:
    """Version and dates, as a short list."""
    app, decision = aid.words.app, aid.decision
    lines = (
        (app["about.version"], decision.version),
        (app["about.published"], day(aid, decision.published)),
        (app["about.evidence"], day(aid, decision.evidence_updated)),
        (app["about.review"], day(aid, decision.next_review)),
    )
    told = Markup().join(Markup("<dt>{}</dt><dd>{}</dd>").format(*line) for line in lines)
    show_html(Markup('<dl class="facts">{}</dl>').format(told))


def contact(aid: Aid) -> None:
    """Who runs this site, where it runs and where to write, as far as a service has said so."""
    site = aid.site
    if site.name or site.hosting:
        st.header(aid.words.app["site.heading"], anchor=False)
        show_html(Markup().join(Markup("<p>{}</p>").format(told) for told in (site.name, site.hosting) if told))
    contacts.contact(aid, site.contact)
