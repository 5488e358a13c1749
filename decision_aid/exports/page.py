"""The summary as HTML on three sheets: a file of its own, and what the browser prints. It needs no network."""

from base64 import b64encode
from functools import lru_cache
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from decision_aid.exports.blocks import Block, Item, at_once, closing, details, for_the_doctor
from decision_aid.exports.citations import Citation
from decision_aid.exports.facts import KeyFact, beside
from decision_aid.exports.icon_array import icon_array
from decision_aid.exports.letters import FONTS
from decision_aid.exports.summary import Summary
from decision_aid.model.aid import Aid
from decision_aid.reasoning.key_figures import GroupFigure, KeyFigure

STYLE = Path(__file__).parent / "paper.css"
FONT = FONTS / "AtkinsonHyperlegibleNext-Page.woff2"
SHEET = Markup(
    "@page { margin: 1.2cm 1.4cm; } body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: #fff; } "
)
NO_MARGIN = Markup("@media print { body { margin: 0; padding: 0; max-width: none; } }")
A_THIRD = 1400
"""Letters that fill a third of a sheet, about. A browser cannot be asked: less than that begins no sheet of its own."""


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
        _font(),
        SHEET,
        Markup(STYLE.read_text(encoding="utf-8")),  # noqa: S704 (our own file)
        NO_MARGIN,
        sheets(aid, summary, title="h1"),
    )


@lru_cache
def _font() -> Markup:
    """The font of the page, from its own file. Read once."""
    return Markup(
        '@font-face {{ font-family: "Atkinson"; font-weight: 400 700; src: url(data:font/woff2;base64,{}) }} '
    ).format(b64encode(FONT.read_bytes()).decode())


def sheets(aid: Aid, summary: Summary, title: Literal["h1", "p"]) -> Markup:
    """The questions, with room to write; what a doctor has to know; the details and where they come from.

    `title` is the tag of the title: a page that has a heading of its own must not get a second one.
    """
    doctor, rest = _for_the_doctor(aid, summary), _details(aid, summary)
    together = len(doctor.striptags()) + len(rest.striptags())
    lines = 1 if together < A_THIRD else 2
    return Markup(
        '<div class="paper"><{tag} class="title">{title}</{tag}>{first}'
        '<div class="about{doctor_apart}">{doctor}</div><div class="more{rest_apart}">{rest}</div>'
        '<p class="closing">{closing}</p></div>'
    ).format(
        tag=title,
        title=aid.words.app["list_title"],
        first=Markup().join(_block(aid, block, "h2", lines) for block in at_once(aid, summary)),
        doctor_apart=" apart" if together >= A_THIRD else "",
        doctor=doctor,
        rest_apart=" apart" if min(len(doctor.striptags()), len(rest.striptags())) >= A_THIRD else "",
        rest=rest,
        closing=closing(aid, summary),
    )


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
    return Markup('<li><span lang="en">{}</span> {} {}</li>').format(source.cited, source.remark, link)


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
    under = "h4" if level == "h3" else "h5"
    told = Markup().join(_figure(under, figure, details) for figure, details in beside(figures))
    return Markup('<div class="taken-fact"><{level}>{name}</{level}>{known}{told}</div>').format(
        level=level, name=name, known=known, told=told
    )


def _known(fact: KeyFact) -> Markup:
    return Markup().join(Markup("<p><strong>{}:</strong> {}</p>").format(option, told) for option, told in fact.known)


def _figure(level: Literal["h4", "h5"], figure: KeyFigure, details: str) -> Markup:
    """A figure: what was compared, its groups with their people, and all that has to be said beside the numbers."""
    return Markup(
        '<{level} class="compared">{title}. {comparator}</{level}><div class="groups">{groups}</div>'
        '<p class="beside">{details}</p>'
    ).format(
        level=level,
        title=figure.title,
        comparator=figure.comparator,
        groups=Markup().join(map(_group, figure.groups)),
        details=details,
    )


def _group(one: GroupFigure) -> Markup:
    people = icon_array(one.people, f"{one.group}: {one.told}") if one.people else ""
    name = Markup("<strong>{}:</strong> ").format(one.group) if one.group else ""
    return Markup("<figure>{}<figcaption>{}{}</figcaption></figure>").format(people, name, one.told)
