"""The words of a page that not everyone knows: a list of them, and a link to it where the prose first uses one."""

import re
from collections.abc import Mapping
from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.content.rules.texts import pages
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_TEXT, Answers
from decision_aid.views.after_an_answer import result
from decision_aid.views.html import show_html
from decision_aid.wording.terms import headword, terms_used, uses

_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")


def words_on_this_page(aid: Aid, page: str) -> None:
    """Each term of the page with its meaning, closed until someone wants them; print opens it. Nothing without terms.

    A link to an entry opens the list: browsers open a `details` when they follow a link into it.
    """
    if entries := _entries(aid, page):
        show_html(entries)


def all_words(aid: Aid, _: Answers) -> None:
    """Every term of the aid with its meaning, by the alphabet of its language; or those that a search finds."""
    app = aid.words.app
    asked = st.text_input(app["terms.search"], max_chars=LONGEST_TEXT, **session.switch_key("terms.text")).casefold()
    terms = sorted(aid.words.glossary, key=lambda term: headword(aid, term).casefold())
    found = [term for term in terms if asked in f"{headword(aid, term)} {aid.words.glossary[term].means}".casefold()]
    with result("terms"):
        show_html(Markup("<p>{}</p>").format(app["terms.found"].format(number=len(found))))
    entries = Markup().join(_entry(aid, term, linked=False) for term in found)
    show_html(Markup('<dl class="all-words">{}</dl>').format(entries))


@lru_cache(maxsize=256)
def _entries(aid: Aid, page: str) -> Markup:
    terms = terms_used(aid, (text for _, text in pages(aid)[page]))
    if not terms:
        return Markup()
    linked = set(terms_used(aid, (words.text for words in aid.words.pages[page].sections.values())))
    told = Markup().join(_entry(aid, term, term in linked) for term in terms)
    return Markup('<details class="terms"><summary>{}</summary><dl>{}</dl></details>').format(
        aid.words.app["terms"], told
    )


def _entry(aid: Aid, term: str, linked: bool) -> Markup:
    name, anchor = headword(aid, term), _anchor(term)
    back = Markup(' <a href="#use-{}" target="_self">{}<span class="visually-hidden">: {}</span></a>').format(
        anchor, aid.words.app["terms.back"], name
    )
    return Markup('<div id="term-{}"><dt>{}</dt><dd>{}{}</dd></div>').format(
        anchor, name, aid.words.glossary[term].means, back if linked else ""
    )


@lru_cache(maxsize=512)
def linked_sections(aid: Aid, page: str) -> Mapping[str, Markup]:
    """By section, its text as Markdown, in which each term is a link where the page first uses it."""
    seen: set[str] = set()
    return {name: _linked(aid, words.text, seen) for name, words in aid.words.pages[page].sections.items()}


def _linked(aid: Aid, text: str, seen: set[str]) -> Markup:
    """The text with the first use of each term that is not yet `seen` as a link; `seen` learns them."""
    links = [match.span() for match in _LINK.finditer(text)]
    told, done = Markup(), 0
    for use in uses(aid, text):
        if use.term in seen or any(start <= use.start < end for start, end in links):
            continue
        seen.add(use.term)
        anchor = _anchor(use.term)
        told += Markup('{before}<a class="term" id="use-{anchor}" href="#term-{anchor}">{shown}</a>').format(
            before=text[done : use.start], anchor=anchor, shown=text[use.start : use.end]
        )
        done = use.end
    return told + text[done:]


def _anchor(term: str) -> str:
    return re.sub(r"\W+", "-", term)
