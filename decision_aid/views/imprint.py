"""Version and dates of the aid; who runs this site, and its contact."""

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.views import contacts
from decision_aid.views.html import show_html
from decision_aid.wording.dates import day


def dates(aid: Aid) -> None:
    """Version and dates, as a short list."""
    app, decision = aid.words.app, aid.decision
    facts = (
        (app["about.version"], decision.version),
        (app["about.published"], day(aid, decision.published)),
        (app["about.evidence"], day(aid, decision.evidence_updated)),
        (app["about.review"], day(aid, decision.next_review)),
    )
    items = Markup().join(Markup("<dt>{}</dt><dd>{}</dd>").format(*fact) for fact in facts)
    show_html(Markup('<dl class="facts">{}</dl>').format(items))


def contact(aid: Aid) -> None:
    """Who runs this site, where it is hosted and its contact, as far as they are set."""
    site = aid.site
    if site.name or site.hosting:
        st.header(aid.words.app["site.heading"], anchor=False)
        show_html(Markup().join(Markup("<p>{}</p>").format(line) for line in (site.name, site.hosting) if line))
    contacts.show_contact(aid, site.contact)
