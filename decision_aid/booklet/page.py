"""The booklet as one HTML page: no scripts, no other host, everything in one file."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from decision_aid.booklet import blocks, figures
from decision_aid.booklet.assembly import blank_booklet
from decision_aid.booklet.colors import SHEET
from decision_aid.booklet.parts import (
    Booklet,
    CallOut,
    Cards,
    Chapter,
    Choices,
    Comparison,
    Findings,
    Heading,
    Listing,
    Paragraph,
    Part,
    Picture,
    Questions,
    Rating,
    Room,
    Sources,
    Steps,
    Studies,
    Tiles,
)
from decision_aid.content.palette import accent_sheet
from decision_aid.exports.page import font
from decision_aid.model.aid import Aid
from decision_aid.model.site import Accent
from decision_aid.wording.people_look import screen_style
from decision_aid.wording.service import service_head

BOOKLET_STYLE = Path(__file__).with_name("booklet.css")


@lru_cache(maxsize=8)
def blank_page(aid: Aid) -> Markup:
    """The blank booklet as a complete HTML document. Cached."""
    return page(aid, blank_booklet(aid))


def page(aid: Aid, booklet: Booklet) -> Markup:
    """A booklet as a complete HTML document."""
    contents = Markup().join(
        Markup('<li><a href="#{}">{}</a></li>').format(chapter.id, chapter.title) for chapter in booklet.chapters
    )
    return Markup(
        '<!doctype html>\n<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        "<title>{title}</title><style>{style}</style></head><body><main>"
        '{service}<p class="name" translate="no">{name}</p><h1>{title}</h1><p>{purpose}</p>{front}'
        '<nav aria-label="{contents_name}"><ul>{contents}</ul></nav>{chapters}'
        "</main><footer><p>{closing}</p></footer></body></html>\n"
    ).format(
        language=aid.words.language,
        direction=aid.words.locale.text_direction,
        title=booklet.title,
        style=_style(aid.site.accent),
        service=service_head(aid, with_phone=True),
        name=aid.words.app["name"],
        purpose=booklet.purpose,
        front=_render_all(aid, booklet.front),
        contents_name=aid.words.booklet.contents,
        contents=contents,
        chapters=Markup().join(_chapter(aid, chapter) for chapter in booklet.chapters),
        closing=booklet.closing,
    )


@lru_cache
def _style(accent: Accent | None) -> Markup:
    """The CSS: font, colors of the screen with the accent of the service, and the booklet's own styles."""
    colors, booklet_style = (file.read_text(encoding="utf-8") for file in (SHEET, BOOKLET_STYLE))
    sheets = colors + accent_sheet(accent) + booklet_style + screen_style()
    return font() + Markup(sheets)  # noqa: S704 (our own files)


def _chapter(aid: Aid, chapter: Chapter) -> Markup:
    purpose = Markup("<p>{}</p>").format(chapter.purpose) if chapter.purpose else ""
    return Markup('<section id="{0}" aria-labelledby="{0}-title"><h2 id="{0}-title">{1}</h2>{2}{3}</section>').format(
        chapter.id, chapter.title, purpose, _render_all(aid, chapter.parts)
    )


def _render_all(aid: Aid, parts: tuple[Part, ...]) -> Markup:
    return Markup("\n").join(_render(aid, part) for part in parts)


def _render(aid: Aid, part: Part) -> Markup:
    return RENDERERS[type(part)](aid, part)


def _call_out(aid: Aid, part: CallOut) -> Markup:
    html = Markup('<div class="call-out{0}"><{1}>{2}</{1}>{3}</div>')
    return html.format(
        " urgent" if part.urgent else "", "h2" if part.urgent else "p", part.heading, _render_all(aid, part.parts)
    )


def _picture(aid: Aid, part: Picture) -> Markup:
    drawing = blocks.drawing(aid, part.picture, part.alt)
    return Markup('<div class="beside">{}<div>{}</div></div>').format(drawing, _render_all(aid, part.beside))


RENDERERS: Mapping[type, Callable[[Aid, Any], Markup]] = MappingProxyType(
    {
        Heading: blocks.heading,
        Paragraph: lambda _, part: blocks.paragraph(part),
        Listing: lambda _, part: blocks.listing(part),
        CallOut: _call_out,
        Picture: _picture,
        Cards: blocks.cards,
        Tiles: blocks.tiles,
        Comparison: blocks.comparison,
        Studies: figures.studies,
        Findings: lambda _, part: figures.findings(part),
        Rating: blocks.rating,
        Choices: blocks.choices,
        Room: lambda _, part: blocks.room(part),
        Questions: lambda _, part: blocks.questions(part),
        Steps: lambda _, part: blocks.steps(part),
        Sources: lambda _, part: blocks.sources(part),
    }
)
"""The function that renders each type of part."""
