"""Certainty and origin of a figure: who rated its certainty, its source, and how it was checked."""

from collections.abc import Iterable

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.views.html import show_list
from decision_aid.wording.certainty import certainty
from decision_aid.wording.citations import addresses, citation, full_reference
from decision_aid.wording.dates import day
from decision_aid.wording.interface_words import CHECKED


def reference(aid: Aid, name: str) -> Markup:
    """The certainty of an estimate with its reasons and sources as HTML, closed at first and opened in print."""
    estimate, words = aid.evidence.estimates[name], aid.words.estimates[name]
    sure = certainty(aid, name)
    lines = [f"{sure.full} {sure.means}".strip(), words.note, check_note(aid, name)]
    return Markup(
        '<p class="studied">{line}</p>'
        '<details><summary>{how_sure}<span class="visually-hidden">: {title}</span></summary>'
        "{lines}<ul>{sources}</ul></details>"
    ).format(
        line=sure.line,
        how_sure=aid.words.app["how_sure"],
        title=words.title,
        lines=Markup().join(Markup("<p>{}</p>").format(line) for line in lines if line),
        sources=Markup().join(
            Markup("<li>{}</li>").format(source_with_links(aid, source)) for source in estimate.sources
        ),
    )


def sources_of_options(aid: Aid, names: Iterable[str]) -> None:
    """A list of the figures that these options quote: certainty, sources, and how each was checked."""
    quoted = dict.fromkeys(figure for name in names for figure in aid.quoted_by_option.get(name, ()))
    show_list((_figure_source(aid, figure) for figure in quoted), "plain")


def _figure_source(aid: Aid, name: str) -> Markup:
    sources = (source_with_links(aid, source) for source in aid.evidence.estimates[name].sources)
    lines = (Markup("<strong>{}</strong>").format(aid.words.estimates[name].title), certainty(aid, name).brief)
    return Markup("<br>").join((*lines, *sources, check_note(aid, name)))


def check_note(aid: Aid, name: str) -> str:
    """How a figure was checked, in words."""
    estimate, app, unchecked = aid.evidence.estimates[name], aid.words.app, aid.words.estimates[name].unchecked
    sentence = aid.words.variant(CHECKED, estimate.checked).format(date=day(aid, estimate.checked_on))
    return f"{sentence} {app['unchecked'].format(what=unchecked)}" if unchecked else sentence


def source_with_links(aid: Aid, name: str) -> Markup:
    """A source with its links as HTML. All our sources are in English, in every language of the page."""
    source = aid.evidence.sources[name]
    text = Markup('<span lang="en" translate="no" class="notranslate">{}</span> {}').format(
        full_reference(source), citation(aid, name).remark
    )
    link = Markup('<a href="{}" rel="noopener">{}</a>')
    return Markup(" ").join((text.strip(), *(link.format(url, label) for url, label in addresses(source))))
