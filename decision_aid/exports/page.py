"""The summary as HTML on three sheets: a file of its own, and what the browser prints. It needs no network."""

from pathlib import Path
from typing import Literal

from markupsafe import Markup

from decision_aid.exports.blocks import Block, Item, about_me, at_once, closing
from decision_aid.exports.facts import KeyFact
from decision_aid.exports.icon_array import icon_array
from decision_aid.exports.summary import Summary
from decision_aid.model.aid import Aid
from decision_aid.reasoning.key_figures import GroupFigure, KeyFigure

STYLE = Path(__file__).parent / "paper.css"
SHEET = Markup(
    "@page { margin: 1.2cm 1.4cm; } body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: #fff; } "
)
NO_MARGIN = Markup("@media print { body { margin: 0; padding: 0; max-width: none; } }")
LINES_TO_WRITE_ON = 2


def html_page(aid: Aid, summary: Summary) -> Markup:
    """The whole summary as a complete HTML document."""
    return Markup(
        '<!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<title>{}</title><style>{}{}{}</style></head><body><main>{}</main></body></html>"
    ).format(
        aid.words.language,
        aid.words.locale.text_direction,
        aid.words.app["list_title"],
        SHEET,
        Markup(STYLE.read_text(encoding="utf-8")),  # noqa: S704 (our own file)
        NO_MARGIN,
        sheets(aid, summary, title="h1"),
    )


def sheets(aid: Aid, summary: Summary, title: Literal["h1", "p"]) -> Markup:
    """The questions, with room to write; what the person said beside the main figures; all else that is known.

    `title` is the tag of the title: a page that has a heading of its own must not get a second one.
    """
    first = Markup().join(_block(aid, block) for block in at_once(aid, summary))
    second = Markup().join(_block(aid, block) for block in about_me(aid, summary))
    return Markup(
        '<div class="paper"><{tag} class="title">{title}</{tag}>{first}'
        '<div class="about"><div class="beside"><div>{second}</div>{facts}</div>{more}'
        '<p class="closing">{closing}</p></div></div>'
    ).format(
        tag=title,
        title=aid.words.app["list_title"],
        first=first,
        second=second,
        facts=_facts(aid, summary),
        more=_more(aid, summary),
        closing=closing(aid, summary),
    )


def _facts(aid: Aid, summary: Summary) -> Markup:
    """The main figures on what matters most; what is known in words where there are none."""
    if not summary.facts:
        return Markup()
    facts = (_fact(fact.name, Markup() if fact.main else _known(fact), fact.main) for fact in summary.facts)
    return Markup("<div><section><h2>{}</h2>{}</section></div>").format(
        aid.words.app["key_facts"], Markup().join(facts)
    )


def _more(aid: Aid, summary: Summary) -> Markup:
    """All else that is known on what matters most, and the sources."""
    if not summary.facts:
        return Markup()
    facts = Markup().join(_fact(fact.name, _known(fact), fact.further) for fact in summary.facts if fact.main)
    sources = Markup().join(Markup("<li>{}</li>").format(source.text) for source in summary.sources)
    return Markup('<div class="more">{}<section class="sources"><h2>{}</h2><ul>{}</ul></section></div>').format(
        facts, aid.words.app["sources"], sources
    )


def _block(aid: Aid, block: Block) -> Markup:
    items = Markup().join(_item(aid, item) for item in block.items)
    return Markup("<section{urgent}><h2>{heading}</h2><{tag}>{items}</{tag}></section>").format(
        urgent=Markup(' class="call"') if block.urgent else "",
        heading=block.heading,
        tag="ol" if block.numbered else "ul",
        items=items,
    )


def _item(aid: Aid, item: Item) -> Markup:
    told: Markup | str = item.text
    if item.under:
        told = Markup('<span class="asked-for">{}</span><span class="under">{}</span>').format(item.text, item.under)
    return Markup("<li>{}{}</li>").format(told, _note(aid, item.note))


def _note(aid: Aid, note: str | None) -> Markup:
    """What was answered, or lines to write it on."""
    if note is None:
        return Markup()
    if note:
        return Markup('<span class="note">{}: {}</span>').format(aid.words.app["note"], note)
    lines = Markup('<span class="line"></span>') * LINES_TO_WRITE_ON
    return Markup('<span class="note" aria-hidden="true">{}</span>').format(lines)


def _fact(name: str, known: Markup, figures: tuple[KeyFigure, ...]) -> Markup:
    return Markup('<div class="taken-fact"><h3>{}</h3>{}{}</div>').format(
        name, known, Markup().join(map(_figure, figures))
    )


def _known(fact: KeyFact) -> Markup:
    return Markup().join(Markup("<p><strong>{}:</strong> {}</p>").format(option, told) for option, told in fact.known)


def _figure(figure: KeyFigure) -> Markup:
    """A figure: what was compared, its groups with their people, and all that has to be said beside the numbers."""
    return Markup('<h4>{}. {}</h4><div class="groups">{}</div><p class="sources">{}</p>').format(
        figure.title, figure.comparator, Markup().join(map(_group, figure.groups)), " ".join(figure.details)
    )


def _group(one: GroupFigure) -> Markup:
    people = icon_array(one.people, f"{one.group}: {one.told}") if one.people else ""
    name = Markup("<strong>{}:</strong> ").format(one.group) if one.group else ""
    return Markup("<figure>{}<figcaption>{}{}</figcaption></figure>").format(people, name, one.told)
