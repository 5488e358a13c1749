"""The summary as one HTML file of its own: opens in any browser, prints on paper, asks nothing of the network."""

from html import escape

from decision_aid.exports.blocks import Block, Item, blocks, closing
from decision_aid.exports.summary import Summary
from decision_aid.model.aid import Aid

STYLE = """
body { font: 1.1rem/1.5 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", Verdana, sans-serif; color: #111;
       background: #fff; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin: 1.8rem 0 .4rem; }
li { margin: .5rem 0; break-inside: avoid; } .under { color: #444; display: block; }
.note { display: block; border-bottom: 1px solid #444; min-height: 2rem; }
footer { margin-top: 2rem; font-size: .9rem; }
@media print { body { margin: 0; max-width: none; font-size: 12pt; } }
"""


def html_page(aid: Aid, summary: Summary) -> str:
    """The whole summary as a complete HTML document. Everything that was typed is escaped."""
    title = escape(aid.words.app["list_title"])
    body = "".join(_block(aid, block) for block in blocks(aid, summary))
    return (
        f'<!doctype html><html lang="{escape(aid.words.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1>{body}</main>"
        f"<footer>{escape(closing(aid, summary))}</footer></body></html>"
    )


def _block(aid: Aid, block: Block) -> str:
    tag = "ol" if block.numbered else "ul"
    items = "".join(_item(aid, item) for item in block.items)
    return f"<section><h2>{escape(block.heading)}</h2><{tag}>{items}</{tag}></section>"


def _item(aid: Aid, item: Item) -> str:
    under = f'<span class="under">{escape(item.under)}</span>' if item.under else ""
    told = "" if item.note is None else f"{escape(aid.words.app['note'])}: {escape(item.note)}"
    note = f'<span class="note">{told}</span>' if told else ""
    return f"<li>{escape(item.text)}{under}{note}</li>"
