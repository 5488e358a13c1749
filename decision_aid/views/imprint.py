"""Which version this is, how old its evidence is, and where to write."""

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
    """Where to write, once a deployment has said so."""
    contacts.contact(aid, aid.decision.contact)
