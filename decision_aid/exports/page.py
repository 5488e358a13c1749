"""The summary as HTML on two sheets: a file of its own, and what the browser prints. It asks nothing of the network."""

from html import escape
from pathlib import Path

from decision_aid.exports.blocks import Block, Item, about_me, at_once, closing
from decision_aid.exports.facts import Compared, KeyFact
from decision_aid.exports.icon_array import icon_array
from decision_aid.exports.summary import Summary
from decision_aid.model.aid import Aid

STYLE = (Path(__file__).parent / "paper.css").read_text(encoding="utf-8")
SHEET = (
    "@page { margin: 1.2cm 1.4cm; } body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: #fff; } "
)
NO_MARGIN = "@media print { body { margin: 0; padding: 0; max-width: none; } }"
LINES_TO_WRITE_ON = 2


def html_page(aid: Aid, summary: Summary) -> str:
    """The whole summary as a complete HTML document. Everything that was typed is escaped."""
    return (
        f'<!doctype html><html lang="{escape(aid.words.language)}" dir="{aid.words.locale.text_direction}">'
        '<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(aid.words.app['list_title'])}</title><style>{SHEET}{STYLE}{NO_MARGIN}</style></head>"
        f"<body><main>{two_sheets(aid, summary, title='h1')}</main></body></html>"
    )


def two_sheets(aid: Aid, summary: Summary, title: str) -> str:
    """The questions, with room to write, on the first sheet; what the person said, and the facts, on the second.

    `title` is the tag of the title: a page that has a heading of its own must not get a second one.
    """
    app = aid.words.app
    first = "".join(_block(aid, block) for block in at_once(aid, summary))
    second = "".join(_block(aid, block) for block in about_me(aid, summary))
    return (
        f'<div class="paper"><{title} class="title">{escape(app["list_title"])}</{title}>{first}'
        f'<div class="about"><div class="beside"><div>{second}</div>{_facts(aid, summary)}</div>'
        f'<p class="closing">{escape(closing(aid, summary))}</p></div></div>'
    )


def _facts(aid: Aid, summary: Summary) -> str:
    """The facts on what matters most, as sentences and as people, and their sources."""
    if not summary.facts:
        return ""
    facts = "".join(_fact(fact) for fact in summary.facts)
    sources = "".join(f"<li>{escape(source)}</li>" for source in summary.sources)
    return (
        f"<div><section><h2>{escape(aid.words.app['key_facts'])}</h2>{facts}</section>"
        f'<section class="sources"><h2>{escape(aid.words.app["sources"])}</h2><ul>{sources}</ul></section></div>'
    )


def _block(aid: Aid, block: Block) -> str:
    tag = "ol" if block.numbered else "ul"
    items = "".join(_item(aid, item) for item in block.items)
    css = ' class="call"' if block.urgent else ""
    return f"<section{css}><h2>{escape(block.heading)}</h2><{tag}>{items}</{tag}></section>"


def _item(aid: Aid, item: Item) -> str:
    under = f'<span class="under">{escape(item.under)}</span>' if item.under else ""
    text = escape(item.text) if not item.under else f'<span class="asked-for">{escape(item.text)}</span>'
    return f"<li>{text}{under}{_note(aid, item.note)}</li>"


def _note(aid: Aid, note: str | None) -> str:
    """What was answered, or lines to write it on."""
    if note is None:
        return ""
    if note:
        return f'<span class="note">{escape(aid.words.app["note"])}: {escape(note)}</span>'
    return '<span class="note" aria-hidden="true">' + '<span class="line"></span>' * LINES_TO_WRITE_ON + "</span>"


def _fact(fact: KeyFact) -> str:
    known = "".join(f"<p><strong>{escape(option)}:</strong> {escape(told)}</p>" for option, told in fact.known)
    figures = "".join(_figure(figure) for figure in fact.figures)
    return f'<div class="taken-fact"><h3>{escape(fact.name)}</h3>{known}{figures}</div>'


def _figure(figure: Compared) -> str:
    """A comparison: what was compared, its groups with their people, and who was studied."""
    groups = "".join(
        f"<figure>{icon_array(one.people, f'{one.group}: {one.told}') if one.people else ''}"
        f"<figcaption><strong>{escape(one.group)}:</strong> {escape(one.told)}</figcaption></figure>"
        for one in figure.groups
    )
    heading = ". ".join(filter(None, (figure.title, figure.comparator)))
    return (
        f'<h4>{escape(heading)}</h4><div class="groups">{groups}</div><p class="sources">{escape(figure.studied)}</p>'
    )
