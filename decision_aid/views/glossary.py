"""The glossary of a page: its terms, with a link to each where the prose first uses it."""

import re
from collections.abc import Mapping
from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.content.rules.texts import pages
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_TEXT, Answers
from decision_aid.views.answer_effects import result
from decision_aid.views.html import show_html
from decision_aid.wording.terms import headword, terms_used, uses

_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")


def words_on_this_page(aid: Aid, page: str) -> None:
    """The terms of the page with their meanings, closed at first and opened in print; nothing without terms.

    Browsers open a `details` when they follow a link into it.
    """
    if entries := _entries(aid, page):
        show_html(entries)


def all_words(aid: Aid, _: Answers) -> None:
    """All terms of the aid with their meanings in alphabetical order, or those that match a search."""
    app = aid.words.app
    query = st.text_input(app["terms.search"], max_chars=LONGEST_TEXT, **session.switch_key("terms.text")).casefold()
    terms = sorted(aid.words.glossary, key=lambda term: headword(aid, term).casefold())
    matches = [term for term in terms if query in f"{headword(aid, term)} {aid.words.glossary[term].means}".casefold()]
    with result("terms"):
        show_html(Markup("<p>{}</p>").format(app["terms.found"].format(number=len(matches))))
    entries = Markup().join(_entry(aid, term, linked=False) for term in matches)
    show_html(Markup('<dl class="all-words">{}</dl>').format(entries))


@lru_cache(maxsize=256)
def _entries(aid: Aid, page: str) -> Markup:
    terms = terms_used(aid, (text for _, text in pages(aid)[page]))
    if not terms:
        return Markup()
    linked = set(terms_used(aid, (words.text for words in aid.words.pages[page].sections.values())))
    entries = Markup().join(_entry(aid, term, term in linked) for term in terms)
    return Markup('<details class="terms"><summary>{}</summary><dl>{}</dl></details>').format(
        aid.words.app["terms"], entries
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
    """The Markdown text of each section, by name; the first use of each term on the page is a link."""
    seen: set[str] = set()
    return {name: _link_terms(aid, words.text, seen) for name, words in aid.words.pages[page].sections.items()}


def _link_terms(aid: Aid, text: str, seen: set[str]) -> Markup:
    """The text with the first use of each term that is not yet in `seen` as a link; adds these terms to `seen`."""
    links = [match.span() for match in _LINK.finditer(text)]
    linked, done = Markup(), 0
    for use in uses(aid, text):
        if use.term in seen or any(start <= use.start < end for start, end in links):
            continue
        seen.add(use.term)
        anchor = _anchor(use.term)
        linked += Markup('{before}<a class="term" id="use-{anchor}" href="#term-{anchor}">{use}</a>').format(
            before=text[done : use.start], anchor=anchor, use=text[use.start : use.end]
        )
        done = use.end
    return linked + text[done:]


def _anchor(term: str) -> str:
    return re.sub(r"\W+", "-", term)
