"""The summary as a tagged PDF of three sheets, made by Typst in memory. Typed text is never read as markup."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import typst
from markupsafe import Markup

from decision_aid.exports.letters import FONTS, fonts, runs
from decision_aid.model.aid import Aid
from decision_aid.reasoning.frequencies import NaturalFrequency
from decision_aid.summary.blocks import Block, closing, first_sheet, second_sheet, third_sheet
from decision_aid.summary.facts import KeyFact, figures_with_details
from decision_aid.summary.summary import Summary
from decision_aid.wording.citations import Citation
from decision_aid.wording.icon_array import icon_array
from decision_aid.wording.key_figures import KeyFigure
from decision_aid.wording.people_look import LIST_PDF, people_style
from decision_aid.wording.service import logo, service_line

Paper = Literal["us-letter", "a4"]
LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""The territories that print on US Letter: Unicode CLDR, supplemental data, measurementData, paperSize."""

TEMPLATE = Path(__file__).parent / "summary.typ"

_one_at_a_time = Lock()


def pdf(aid: Aid, summary: Summary, paper: Paper) -> bytes:
    """The whole summary as PDF/UA-1. Deterministic: the same summary gives the same bytes.

    Control characters other than line breaks are dropped. Letters that no font has are drawn as a box with the letters
    as its description; `undrawable_letters` lists them.
    """
    made_on = datetime.combine(summary.made_on, time(), UTC)
    with _one_at_a_time:
        document = _compiler().compile(
            TEMPLATE.read_bytes(),
            format="pdf",
            sys_inputs={"summary": json.dumps(_template_data(aid, summary, paper))},
            pdf_standards=["ua-1"],
            timestamp=made_on,
        )
    assert isinstance(document, bytes)
    return document


def undrawable_letters(aid: Aid, summary: Summary) -> str:
    """The letters of the summary that no font of the PDF has, each once, in order; "" if there are none."""
    letters = (letter for piece in _undrawable_pieces(_template_data(aid, summary, "a4")) for letter in piece)
    return "".join(dict.fromkeys(letters))


def paper_for(locale: str | None) -> Paper:
    """The paper of a locale such as "en-US" or "es_MX"; A4 if the territory is not on CLDR's list.

    "en" without a territory means Letter: this aid's English is that of the United States, which is also CLDR's likely
    territory of "en". Any other language, and no locale, means A4, which most of the world prints on.
    """
    language, *subtags = re.split("[-_.@]", locale or "")
    territory = next((subtag.upper() for subtag in subtags if re.fullmatch("[A-Za-z]{2}|[0-9]{3}", subtag)), None)
    if territory is None:
        return "us-letter" if language.lower() == "en" else "a4"
    return "us-letter" if territory in LETTER else "a4"


@lru_cache
def _compiler() -> typst.Compiler:
    """The compiler, made once. It uses only the bundled fonts, so that output is the same everywhere."""
    own_fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(font_paths=own_fonts)


def _template_data(aid: Aid, summary: Summary, paper: Paper) -> dict[str, Any]:
    """The template's data: every text as runs (see `letters`), never as markup."""
    app = aid.words.app
    return {
        "language": aid.words.language,
        "direction": aid.words.locale.text_direction,
        "paper": paper,
        "title": app["list_title"],
        "service": service(aid),
        "fonts": list(fonts()),
        "closing": runs(closing(aid, summary)),
        "note": runs(f"{app['note']}:"),
        "notes": runs(app["note"]),
        "first": [_block(block) for block in first_sheet(aid, summary)],
        "first_questions": sum(question.first for question in summary.questions),
        "for_the_doctor": runs(app["for_the_doctor"]),
        "doctor": [_block(block) for block in second_sheet(aid, summary)],
        "the_details": runs(app["the_details"]),
        "details": [_block(block) for block in third_sheet(aid, summary)],
        "facts": {"heading": runs(app["key_facts"]), "facts": [_fact(fact) for fact in summary.facts]},
        "sources": {"heading": runs(app["sources"]), "sources": [_source(source) for source in summary.sources]},
    }


def service(aid: Aid) -> dict[str, Any]:
    """The service line and logo for a template; the logo's bytes are a list of numbers, since JSON has no bytes."""
    picture = logo(aid)
    logo_data = {"data": list(picture.data), "format": picture.format, "alt": picture.text} if picture else None
    return {"line": runs(service_line(aid)), "logo": logo_data}


def _block(block: Block) -> dict[str, Any]:
    items = [
        {"text": runs(item.text), "under": runs(item.under), "note": None if item.note is None else runs(item.note)}
        for item in block.items
    ]
    return {"heading": runs(block.heading), "items": items, "numbered": block.numbered, "urgent": block.urgent}


def _source(source: Citation) -> dict[str, Any]:
    """A source; its address is not split into runs, since every letter of an address has a font."""
    return {"cited": runs(source.cited), "remark": runs(source.remark), "address": source.address, "url": source.url}


def _fact(fact: KeyFact) -> dict[str, Any]:
    return {
        "name": runs(fact.name),
        "known": [{"option": runs(option), "text": runs(text)} for option, text in fact.known],
        "main": [_figure(figure, notes) for figure, notes in figures_with_details(fact.main)],
        "further": [_figure(figure, notes) for figure, notes in figures_with_details(fact.further)],
    }


def _figure(figure: KeyFigure, details: str) -> dict[str, Any]:
    groups = [
        {
            "group": runs(f"{group.group}:" if group.group else ""),
            "text": runs(group.text),
            "picture": picture(group.people) if group.people else None,
            "wide": group.people is not None and group.people.per > 100,
            "alt": f"{group.group}: {group.text}",
        }
        for group in figure.groups
    ]
    heading = f"{figure.title}. {figure.comparator}"
    return {"heading": runs(heading), "details": runs(details), "groups": groups}


@lru_cache(maxsize=512)
def picture(people: NaturalFrequency) -> Markup:
    """The people as a standalone SVG with its styles."""
    opening, body = icon_array(people, "").split(">", 1)
    opening = opening.replace("<svg", Markup('<svg xmlns="http://www.w3.org/2000/svg"'))
    style = Markup(people_style(LIST_PDF))  # noqa: S704 (our own rules)
    return Markup("{}><style>{}</style>{}").format(opening, style, body)


def _undrawable_pieces(data: Any) -> Iterator[str]:
    """The undrawable pieces of all texts: every second item of a tuple, since only runs are tuples."""
    if isinstance(data, tuple):
        yield from data[1::2]
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _undrawable_pieces(part)
