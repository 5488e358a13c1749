"""Each term shown on a page is explained on it, and its first use in the page's prose links to the entry."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.wording.citations import full_reference
from decision_aid.wording.terms import headword, terms_used, uses
from harness.walking import AIDS, answers, arrive, go, texts, with_details

LINK = re.compile(r'<a class="term" id="use-([^"]+)" href="#term-([^"]+)">([^<]*)</a>')
LISTED = re.compile(r'<div id="term-([^"]+)"><dt>([^<]*)</dt><dd>([^<]*)')
LIST = '<details class="terms"'
NOTE = '<pre class="record'
LEFT_OUT = ("<style", LIST, '<dl class="facts">', "<details><summary>")
"""Texts that are not the aid's prose: style, the glossary itself, dates, and quotations of published lists."""
FOOT = ("imprint", "review_due")
"""Texts in the foot of every page."""


def glossary_entries(at: AppTest) -> dict[str, str]:
    """Term and meaning of each entry of the page's glossary."""
    return {unescape(head): unescape(means).strip() for _, head, means in LISTED.findall(glossary_html(at))}


def glossary_html(at: AppTest) -> str:
    return next((block.value for block in at.html if LIST in block.value), "")


def own_words(at: AppTest, aid: Aid) -> str:
    """The page's text without the note for clinicians, titles of studies, the aid's name and the foot."""
    app = aid.words.app
    foot = tuple(app[name].split("{")[0].strip() for name in FOOT)
    own_text = "\n".join(text for text in texts(at) if NOTE not in text and not text.startswith((*LEFT_OUT, *foot)))
    own_text = unescape(re.sub(r"<[^>]*>", " ", own_text))
    for source in aid.evidence.sources.values():
        own_text = own_text.replace(full_reference(source), "")
    return own_text.replace(app["name"], "")


def prose(at: AppTest, aid: Aid, page: str) -> list[str]:
    """The page's own prose, in page order."""
    passages = [words.text.strip() for words in aid.words.pages[page].sections.values()]
    blocks = [unescape(block.value) for block in at.markdown]
    return [block for block in blocks if any(text in LINK.sub(r"\3", block) for text in passages)]


@pytest.mark.parametrize("page", [page for page in PAGES if page != "words"])  # which explains them all
def test_each_term_on_a_page_is_explained_on_it(reader: AppTest, page: str, language: str) -> None:
    aid, at = AIDS[language], go(reader, page)
    entries = glossary_entries(at)
    heads = {headword(aid, term): words.means for term, words in aid.words.glossary.items()}
    used = {headword(aid, term) for term in terms_used(aid, [own_words(at, aid)])}
    assert used - entries.keys() == set()
    assert {head: heads[head] for head in entries} == entries


def assert_terms_linked(at: AppTest, aid: Aid, page: str) -> None:
    text = "\n".join(prose(at, aid, page))
    links = list(LINK.finditer(text))
    assert tuple(next(uses(aid, link[3])).term for link in links) == terms_used(aid, [LINK.sub(r"\3", text)])
    anchors = {anchor for anchor, _, _ in LISTED.findall(glossary_html(at))}
    assert {link[2] for link in links} <= anchors
    assert all(link[1] == link[2] for link in links)


@pytest.mark.parametrize("page", PAGES)
def test_the_first_use_of_a_term_in_the_prose_leads_to_its_entry(reader: AppTest, page: str, language: str) -> None:
    at = go(with_details(reader), page)
    assert_terms_linked(at, AIDS[language], page)
    back = set(re.findall(r'href="#use-([^"]+)"', glossary_html(at)))
    if page != "together":  # whose prose stands on three screens
        assert back == {link[1] for text in prose(at, AIDS[language], page) for link in LINK.finditer(text)}


def test_what_a_person_types_is_never_looked_through() -> None:
    at = arrive("en")
    before = glossary_entries(go(at, "readiness"))
    at.session_state["answers"] = answers(at).model_copy(update={"still_unclear": "laxative kyphoplasty embolism"})
    assert glossary_entries(go(at, "readiness")) == before
    assert "Laxative" not in before
