"""The words of a page that not everyone knows: a list of them, and a link to it where the prose first uses one."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Literal

import streamlit as st

from decision_aid.content.rules.texts import pages
from decision_aid.model.aid import Aid
from decision_aid.reasoning.terms import spelled, terms_used, uses

Layer = Literal["all", "short"]

_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")


def words_on_this_page(aid: Aid, page: str) -> None:
    """Each term of the page with its meaning, closed until someone wants them; print opens it. Nothing without terms.

    A link to an entry opens the list: browsers open a `details` when they follow a link into it.
    """
    if entries := _entries(aid, page):
        st.html(entries)


@lru_cache(maxsize=256)
def _entries(aid: Aid, page: str) -> str:
    terms = terms_used(aid, (text for _, text in pages(aid)[page]))
    if not terms:
        return ""
    linked = set(terms_used(aid, (words.text for words in aid.words.pages[page].sections.values())))
    told = "".join(_entry(aid, term, term in linked) for term in terms)
    return f'<details class="terms"><summary>{escape(aid.words.app["terms"])}</summary><dl>{told}</dl></details>'


def _entry(aid: Aid, term: str, linked: bool) -> str:
    app, name = aid.words.app, spelled(aid, term)
    back = (
        f' <a href="#use-{_anchor(term)}" target="_self">{escape(app["terms.back"])}'
        f'<span class="visually-hidden">: {escape(name)}</span></a>'
    )
    means = escape(aid.words.glossary[term].means)
    return f'<div id="term-{_anchor(term)}"><dt>{escape(name)}</dt><dd>{means}{back if linked else ""}</dd></div>'


@lru_cache(maxsize=512)
def linked_sections(aid: Aid, page: str, layer: Layer) -> Mapping[str, tuple[str, str]]:
    """By section, its short text and its text as Markdown, in which each term is a link where the page first uses it.

    The short text is empty where a section has none, and everywhere in the layer of all that is on a page.
    """
    seen: set[str] = set()
    return {
        name: (_linked(aid, words.short or "" if layer == "short" else "", seen), _linked(aid, words.text, seen))
        for name, words in aid.words.pages[page].sections.items()
    }


def _linked(aid: Aid, text: str, seen: set[str]) -> str:
    """The text with the first use of each term that is not yet `seen` as a link; `seen` learns them."""
    links = [match.span() for match in _LINK.finditer(text)]
    told, done = [], 0
    for use in uses(aid, text):
        if use.term in seen or any(start <= use.start < end for start, end in links):
            continue
        seen.add(use.term)
        anchor = _anchor(use.term)
        shown = f'<a class="term" id="use-{anchor}" href="#term-{anchor}">{text[use.start : use.end]}</a>'
        told += [text[done : use.start], shown]
        done = use.end
    return "".join([*told, text[done:]])


def _anchor(term: str) -> str:
    return re.sub(r"\W+", "-", term)
