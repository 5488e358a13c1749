"""The summary as HTML on three sheets: a file of its own, and what the browser prints. It needs no network."""

from base64 import b64encode
from functools import lru_cache
from pathlib import Path
from typing import Literal

from markupsafe import Markup, escape

from decision_aid.exports.letters import FONTS
from decision_aid.model.aid import Aid
from decision_aid.summary.blocks import Block, Item, at_once, closing, details, for_the_doctor
from decision_aid.summary.facts import KeyFact, beside
from decision_aid.summary.summary import Summary
from decision_aid.wording.citations import Citation
from decision_aid.wording.icon_array import icon_array
from decision_aid.wording.key_figures import GroupFigure, KeyFigure
from decision_aid.wording.service import service_head

STYLE = (Path(__file__).parent / "paper.css").read_text(encoding="utf-8")
FONT = FONTS / "AtkinsonHyperlegibleNext-Page.woff2"
SHEET = Markup(
    "@page { margin: 1cm 1.3cm; } html { font-size: 112.5%; } "
    "body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: #fff; } "
)
NO_MARGIN = Markup("@media print { html { font-size: 12pt; } body { margin: 0; padding: 0; max-width: none; } }")
A_SHEET = 3450
"""Letters of the first sheet's size that fill it, about; an item, and a line to write on, take as much as 85.

A browser cannot be asked where a sheet ends: nothing may begin a new one after a few lines or for a few lines.
"""


def html_page(aid: Aid, summary: Summary) -> Markup:
    """The whole summary as a complete HTML document, with its font in it, so that it prints as it was measured."""
    return Markup(
        '<!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<title>{}</title><style>{}{}{}{}</style></head><body><main>{}</main></body></html>"
    ).format(
        aid.words.language,
        aid.words.locale.text_direction,
        aid.words.app["list_title"],
        font(),
        SHEET,
        Markup(STYLE),  # noqa: S704 (our own file)
        NO_MARGIN,
        sheets(aid, summary, title="h1"),
    )


@lru_cache
def font() -> Markup:
    """The font of the page, from its own file. Read once."""
    return Markup(
        '@font-face {{ font-family: "Atkinson"; font-weight: 400 700; src: url(data:font/woff2;base64,{}) }} '
    ).format(b64encode(FONT.read_bytes()).decode())


def sheets(aid: Aid, summary: Summary, title: Literal["h1", "p"]) -> Markup:
    """The questions, with room to write; what a doctor has to know; the details and where they come from.

    `title` is the tag of the title: a page that has a heading of its own must not get a second one.
    """
    doctor, rest = _for_the_doctor(aid, summary), _details(aid, summary)
    little = _extent(doctor) + _extent(rest) < A_SHEET / 3
    questions = [_block(aid, block, "h2", lines=1 if little else 2) for block in at_once(aid, summary)]
    apart = not little and _extent(Markup().join(questions)) < A_SHEET
    return Markup(
        '<div class="paper">{service}<{tag} class="title">{title}</{tag}>{first}'
        '<div class="about{apart}">{doctor}</div><div class="more">{rest}</div>'
        '<p class="closing">{closing}</p></div>'
    ).format(
        service=service_head(aid, reached=True),
        tag=title,
        title=aid.words.app["list_title"],
        first=Markup().join(questions),
        apart=" apart" if apart else "",
        doctor=doctor,
        rest=rest,
        closing=closing(aid, summary),
    )


def _extent(part: Markup) -> int:
    """How much of a sheet a part takes, in letters."""
    return len(part.striptags()) + 85 * (part.count("<li>") + part.count('class="line"'))


def _for_the_doctor(aid: Aid, summary: Summary) -> Markup:
    """What was said, and the main figures on what matters most; what is known in words where there are none."""
    said = Markup().join(_block(aid, block, "h3") for block in for_the_doctor(aid, summary))
    facts = Markup().join(
        _fact("h4", fact.name, Markup() if fact.main else _known(fact), fact.main) for fact in summary.facts
    )
    known = Markup("<h3>{}</h3>{}").format(aid.words.app["key_facts"], facts) if facts else ""
    return _part(aid.words.app["for_the_doctor"], said, known)


def _details(aid: Aid, summary: Summary) -> Markup:
    """All else that was said and is known, and where it comes from."""
    said = Markup().join(_block(aid, block, "h3") for block in details(aid, summary))
    facts = Markup().join(_fact("h3", fact.name, _known(fact), fact.further) for fact in summary.facts if fact.main)
    sources = Markup().join(map(_source, summary.sources))
    listed = Markup('<section class="sources"><h3>{}</h3><ul>{}</ul></section>').format(
        aid.words.app["sources"], sources
    )
    return _part(aid.words.app["the_details"], said, facts + (listed if sources else ""))


def _part(heading: str, said: Markup, known: Markup | str) -> Markup:
    """What was said in two columns, above what is known; nothing where there is neither."""
    if not (said or known):
        return Markup()
    return Markup('<h2>{}</h2><div class="said">{}</div>{}').format(heading, said, known)


def _source(source: Citation) -> Markup:
    link = Markup('<a href="{}">{}</a>').format(source.url, source.address) if source.url else ""
    return Markup('<li><span lang="en" translate="no">{}</span> {} {}</li>').format(source.cited, source.remark, link)


def _block(aid: Aid, block: Block, level: Literal["h2", "h3"], lines: int = 0) -> Markup:
    """A block with its heading, and so many lines to write on under what is to be written."""
    items = Markup().join(_item(aid, item, lines) for item in block.items)
    return Markup("<section{urgent}><{level}>{heading}</{level}><{tag}>{items}</{tag}></section>").format(
        urgent=Markup(' class="call"') if block.urgent else "",
        level=level,
        heading=block.heading,
        tag="ol" if block.numbered else "ul",
        items=items,
    )


def _item(aid: Aid, item: Item, lines: int) -> Markup:
    told: Markup | str = item.text
    if item.under:
        told = Markup('<span class="asked-for">{}</span><span class="under">{}</span>').format(item.text, item.under)
    return Markup("<li>{}{}</li>").format(told, _note(aid, item.note, lines))


def _note(aid: Aid, note: str | None, lines: int) -> Markup:
    """What was answered, or lines to write it on."""
    if note is None:
        return Markup()
    if note:
        return Markup('<span class="note">{}: {}</span>').format(aid.words.app["note"], note)
    to_write_on = Markup('<span class="line"></span>') * lines
    return Markup('<span class="note" aria-hidden="true">{}</span>').format(to_write_on)


def _fact(level: Literal["h3", "h4"], name: str, known: Markup, figures: tuple[KeyFigure, ...]) -> Markup:
    under: Literal["h4", "h5"] = "h4" if level == "h3" else "h5"
    told = Markup().join(_figure(under, figure, details) for figure, details in beside(figures))
    return Markup('<div class="taken-fact"><{level}>{name}</{level}>{known}{told}</div>').format(
        level=level, name=name, known=known, told=told
    )


def _known(fact: KeyFact) -> Markup:
    told = (Markup("<strong>{}:</strong> {}").format(option, told) for option, told in fact.known)
    return Markup("<p>{}</p>").format(Markup(" ").join(told))


def _figure(level: Literal["h4", "h5"], figure: KeyFigure, details: str) -> Markup:
    """A figure: what was compared, its groups, their people beside them, and all that has to be said of the numbers."""
    # Each picture names its stripes by itself: no name may stand twice in a page.
    pictured = [(group, f"{figure.estimate}-{place}") for place, group in enumerate(figure.groups) if group.people]
    others = Markup().join(Markup("<p>{}</p>").format(_sentence(one)) for one in figure.groups if not one.people)
    rest = others + Markup('<p class="beside">{}</p>').format(details)
    heading = Markup('<{level} class="compared">{}. {}</{level}>').format(figure.title, figure.comparator, level=level)
    if len(pictured) == 1:
        return heading + _people(*pictured[0], rest)
    pairs = Markup().join(_people(*one) for one in pictured)
    return heading + Markup('<div class="pairs">{}</div>{}').format(pairs, rest)


def _people(group: GroupFigure, own: str, beside: Markup | str = "") -> Markup:
    """The people of a group, and its sentence beside them; under that what has room there. `own` names the picture."""
    people = icon_array(group.people, f"{group.group}: {group.told}", own=own) if group.people else ""
    return Markup("<figure>{}<figcaption>{}{}</figcaption></figure>").format(people, _sentence(group), beside)


def _sentence(group: GroupFigure) -> Markup:
    return Markup("<strong>{}:</strong> {}").format(group.group, group.told) if group.group else escape(group.told)
