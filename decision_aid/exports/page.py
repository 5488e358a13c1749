"""The summary as HTML on three sheets, as a standalone file and for printing. It needs no network."""

from base64 import b64encode
from functools import lru_cache
from pathlib import Path
from typing import Literal

from markupsafe import Markup, escape

from decision_aid.exports.letters import FONTS
from decision_aid.model.aid import Aid
from decision_aid.summary.blocks import Block, Item, closing, first_sheet, second_sheet, third_sheet
from decision_aid.summary.facts import KeyFact, figures_with_details
from decision_aid.summary.summary import Summary
from decision_aid.wording.citations import Citation
from decision_aid.wording.icon_array import icon_array
from decision_aid.wording.key_figures import GroupFigure, KeyFigure
from decision_aid.wording.people_look import PRINTED_LIST, people_style
from decision_aid.wording.service import service_head

PAPER = (Path(__file__).parent / "paper.css").read_text(encoding="utf-8")
STYLE = f"{PAPER}\n{people_style(PRINTED_LIST, '.paper .icon-array ')}"
FONT = FONTS / "AtkinsonHyperlegibleNext-Page.woff2"
SHEET = Markup(
    "@page { margin: 1cm 1.3cm; } html { font-size: 112.5%; } "
    "body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: #fff; } "
)
NO_MARGIN = Markup("@media print { html { font-size: 12pt; } body { margin: 0; padding: 0; max-width: none; } }")
A_SHEET = 3450
"""About how many letters of the first sheet's size fill a sheet; an item or a blank line counts as 85.

The browser does not say where a sheet ends, and no part may start a new sheet after only, or for only, a few lines.
"""


def html_page(aid: Aid, summary: Summary) -> Markup:
    """The whole summary as a complete HTML document, with its font embedded, for the same layout everywhere."""
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
    """A CSS rule with the embedded font of the page. Read once."""
    return Markup(
        '@font-face {{ font-family: "Atkinson"; font-weight: 400 700; src: url(data:font/woff2;base64,{}) }} '
    ).format(b64encode(FONT.read_bytes()).decode())


def sheets(aid: Aid, summary: Summary, title: Literal["h1", "p"]) -> Markup:
    """The three sheets: the questions with room to write, what a doctor has to know, and the details with sources.

    `title`: the tag of the title, "p" on a page that already has an h1.
    """
    doctor_part, details_part = _for_the_doctor(aid, summary), _details(aid, summary)
    is_short = _extent(doctor_part) + _extent(details_part) < A_SHEET / 3
    questions = [_block(aid, block, "h2", lines=1 if is_short else 2) for block in first_sheet(aid, summary)]
    on_new_sheet = not is_short and _extent(Markup().join(questions)) < A_SHEET
    return Markup(
        '<div class="paper">{service}<{tag} class="title">{title}</{tag}>{first}'
        '<div class="about{apart}">{doctor}</div><div class="more">{details}</div>'
        '<p class="closing">{closing}</p></div>'
    ).format(
        service=service_head(aid, with_phone=True),
        tag=title,
        title=aid.words.app["list_title"],
        first=Markup().join(questions),
        apart=" apart" if on_new_sheet else "",
        doctor=doctor_part,
        details=details_part,
        closing=closing(aid, summary),
    )


def _extent(part: Markup) -> int:
    """The space that a part takes on a sheet, in letters."""
    return len(part.striptags()) + 85 * (part.count("<li>") + part.count('class="line"'))


def _for_the_doctor(aid: Aid, summary: Summary) -> Markup:
    """The person's answers, and the main figures on what matters most, or words where there are no figures."""
    answers_html = Markup().join(_block(aid, block, "h3") for block in second_sheet(aid, summary))
    facts = Markup().join(
        _fact("h4", fact.name, Markup() if fact.main else _known(fact), fact.main) for fact in summary.facts
    )
    facts_html = Markup("<h3>{}</h3>{}").format(aid.words.app["key_facts"], facts) if facts else ""
    return _part(aid.words.app["for_the_doctor"], answers_html, facts_html)


def _details(aid: Aid, summary: Summary) -> Markup:
    """The remaining answers and facts, and their sources."""
    answers_html = Markup().join(_block(aid, block, "h3") for block in third_sheet(aid, summary))
    facts = Markup().join(_fact("h3", fact.name, _known(fact), fact.further) for fact in summary.facts if fact.main)
    source_items = Markup().join(map(_source, summary.sources))
    sources_html = Markup('<section class="sources"><h3>{}</h3><ul>{}</ul></section>').format(
        aid.words.app["sources"], source_items
    )
    return _part(aid.words.app["the_details"], answers_html, facts + (sources_html if source_items else ""))


def _part(heading: str, answers_html: Markup, facts_html: Markup | str) -> Markup:
    """Answers in two columns above facts; empty if there are neither."""
    if not (answers_html or facts_html):
        return Markup()
    return Markup('<h2>{}</h2><div class="said">{}</div>{}').format(heading, answers_html, facts_html)


def _source(source: Citation) -> Markup:
    link = Markup('<a href="{}">{}</a>').format(source.url, source.address) if source.url else ""
    return Markup('<li><span lang="en" translate="no">{}</span> {} {}</li>').format(source.cited, source.remark, link)


def _block(aid: Aid, block: Block, level: Literal["h2", "h3"], lines: int = 0) -> Markup:
    """A block with its heading, and `lines` blank lines under each item that has a note."""
    items = Markup().join(_item(aid, item, lines) for item in block.items)
    return Markup("<section{urgent}><{level}>{heading}</{level}><{tag}>{items}</{tag}></section>").format(
        urgent=Markup(' class="call"') if block.urgent else "",
        level=level,
        heading=block.heading,
        tag="ol" if block.numbered else "ul",
        items=items,
    )


def _item(aid: Aid, item: Item, lines: int) -> Markup:
    text: Markup | str = item.text
    if item.under:
        text = Markup('<span class="asked-for">{}</span><span class="under">{}</span>').format(item.text, item.under)
    return Markup("<li>{}{}</li>").format(text, _note(aid, item.note, lines))


def _note(aid: Aid, note: str | None, lines: int) -> Markup:
    """The noted answer, or blank lines for it."""
    if note is None:
        return Markup()
    if note:
        return Markup('<span class="note">{}: {}</span>').format(aid.words.app["note"], note)
    to_write_on = Markup('<span class="line"></span>') * lines
    return Markup('<span class="note" aria-hidden="true">{}</span>').format(to_write_on)


def _fact(level: Literal["h3", "h4"], name: str, known_html: Markup, figures: tuple[KeyFigure, ...]) -> Markup:
    under: Literal["h4", "h5"] = "h4" if level == "h3" else "h5"
    figures_html = Markup().join(_figure(under, figure, details) for figure, details in figures_with_details(figures))
    return Markup('<div class="taken-fact"><{level}>{name}</{level}>{known}{figures}</div>').format(
        level=level, name=name, known=known_html, figures=figures_html
    )


def _known(fact: KeyFact) -> Markup:
    texts = (Markup("<strong>{}:</strong> {}").format(option, text) for option, text in fact.known)
    return Markup("<p>{}</p>").format(Markup(" ").join(texts))


def _figure(level: Literal["h4", "h5"], figure: KeyFigure, details: str) -> Markup:
    """A figure: the comparison, each group with its people, and the notes on the numbers."""
    # Ids of patterns must be unique in a page, so each picture has its own name.
    pictured = [(group, f"{figure.estimate}-{index}") for index, group in enumerate(figure.groups) if group.people]
    others = Markup().join(Markup("<p>{}</p>").format(_sentence(group)) for group in figure.groups if not group.people)
    below = others + Markup('<p class="beside">{}</p>').format(details)
    heading = Markup('<{level} class="compared">{}. {}</{level}>').format(figure.title, figure.comparator, level=level)
    if len(pictured) == 1:
        return heading + _people(*pictured[0], below)
    pairs = Markup().join(_people(*pair) for pair in pictured)
    return heading + Markup('<div class="pairs">{}</div>{}').format(pairs, below)


def _people(group: GroupFigure, name: str, beside: Markup | str = "") -> Markup:
    """A group's people with its sentence, and below that `beside`. `name`: the picture's unique name."""
    people = icon_array(group.people, f"{group.group}: {group.text}", look=name) if group.people else ""
    return Markup("<figure>{}<figcaption>{}{}</figcaption></figure>").format(people, _sentence(group), beside)


def _sentence(group: GroupFigure) -> Markup:
    return Markup("<strong>{}:</strong> {}").format(group.group, group.text) if group.group else escape(group.text)
