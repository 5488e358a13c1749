"""How sure a figure is and where it comes from: who rated its certainty, source, and how it was checked."""

from collections.abc import Iterable

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.views.html import show_list
from decision_aid.wording.certainty import certainty
from decision_aid.wording.citations import addresses, citation, full_reference
from decision_aid.wording.dates import day
from decision_aid.wording.interface_words import CHECKED


def reference(aid: Aid, name: str) -> Markup:
    """How sure one estimate is and why, and its details as HTML: closed until someone wants them; print opens them."""
    estimate, words = aid.evidence.estimates[name], aid.words.estimates[name]
    sure = certainty(aid, name)
    told = [f"{sure.full} {sure.means}".strip(), words.note, checked(aid, name)]
    return Markup(
        '<p class="studied">{line}</p>'
        '<details><summary>{how_sure}<span class="visually-hidden">: {title}</span></summary>'
        "{told}<ul>{sources}</ul></details>"
    ).format(
        line=sure.line,
        how_sure=aid.words.app["how_sure"],
        title=words.title,
        told=Markup().join(Markup("<p>{}</p>").format(line) for line in told if line),
        sources=Markup().join(Markup("<li>{}</li>").format(linked(aid, source)) for source in estimate.sources),
    )


def sources_of_options(aid: Aid, names: Iterable[str]) -> None:
    """Of each figure that these options quote: how sure it is, where it is from, and how it was checked."""
    quoted = dict.fromkeys(figure for name in names for figure in aid.quoted_by_option.get(name, ()))
    show_list((_source_of(aid, figure) for figure in quoted), "plain")


def _source_of(aid: Aid, name: str) -> Markup:
    sources = (linked(aid, source) for source in aid.evidence.estimates[name].sources)
    lines = (Markup("<strong>{}</strong>").format(aid.words.estimates[name].title), certainty(aid, name).brief)
    return Markup("<br>").join((*lines, *sources, checked(aid, name)))


def checked(aid: Aid, name: str) -> str:
    """How a figure was checked, in words."""
    estimate, app, unchecked = aid.evidence.estimates[name], aid.words.app, aid.words.estimates[name].unchecked
    told = aid.words.variant(CHECKED, estimate.checked).format(date=day(aid, estimate.checked_on))
    return f"{told} {app['unchecked'].format(what=unchecked)}" if unchecked else told


def linked(aid: Aid, name: str) -> Markup:
    """A source as HTML, with its links if it has any. All our sources are in English, whatever the page speaks."""
    source = aid.evidence.sources[name]
    told = Markup('<span lang="en" translate="no" class="notranslate">{}</span> {}').format(
        full_reference(source), citation(aid, name).remark
    )
    link = Markup('<a href="{}" rel="noopener">{}</a>')
    return Markup(" ").join((told.strip(), *(link.format(where, called) for where, called in addresses(source))))
