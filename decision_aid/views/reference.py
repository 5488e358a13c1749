"""How sure a figure is and where it comes from: certainty with its reason, source, and how it was checked."""

from html import escape

from decision_aid.exports.citations import address, cited
from decision_aid.exports.dates import day
from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Source
from decision_aid.reasoning.interface_words import CHECKED


def reference(aid: Aid, name: str) -> str:
    """The details of one estimate as HTML, closed until someone wants them; print opens them."""
    estimate, words, app = aid.evidence.estimates[name], aid.words.estimates[name], aid.words.app
    certainty = escape(aid.words.certainty[estimate.certainty])
    sources = "".join(f"<li>{citation(aid.evidence.sources[source])}</li>" for source in estimate.sources)
    told = [f"{certainty}. {escape(words.reason)}", escape(words.note), escape(checked(aid, name))]
    paragraphs = "".join(f"<p>{line}</p>" for line in told if line)
    return (
        f"<details><summary>{app['how_sure']}<span class='visually-hidden'>: {escape(words.title)}</span></summary>"
        f"{paragraphs}<ul>{sources}</ul></details>"
    )


def checked(aid: Aid, name: str) -> str:
    """How a figure was checked, in words."""
    estimate, app, unchecked = aid.evidence.estimates[name], aid.words.app, aid.words.estimates[name].unchecked
    told = aid.words.variant(CHECKED, estimate.checked).format(date=day(aid, estimate.checked_on))
    return f"{told} {app['unchecked'].format(what=unchecked)}" if unchecked else told


def citation(source: Source) -> str:
    """A source as HTML, with a link where it has one. All our sources are in English, whatever the page speaks."""
    where, named = address(source)
    told = f'<span lang="en">{escape(cited(source))}</span>'
    return f'{told} <a href="{escape(where)}" rel="noopener">{escape(named)}</a>' if where else told
