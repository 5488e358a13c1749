"""On each page, each term that is shown is explained, and the page's own prose leads to it at its first use."""

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
NOT_TOLD = ("<style", LIST, '<dl class="facts">', "<details><summary>")
"""The style, the list itself, dates, and what published lists say word for word."""
FOOT = ("imprint", "review_due")
"""What the frame says under every page."""


def listed(at: AppTest) -> dict[str, str]:
    """The head and meaning of each entry of the page's list."""
    return {unescape(head): unescape(means).strip() for _, head, means in LISTED.findall(list_of(at))}


def list_of(at: AppTest) -> str:
    return next((html.value for html in at.html if LIST in html.value), "")


def own_words(at: AppTest, aid: Aid) -> str:
    """What the page says, without the note for clinicians, titles of studies, the aid's name and the foot."""
    app = aid.words.app
    foot = tuple(app[name].split("{")[0].strip() for name in FOOT)
    prose_shown = "\n".join(text for text in texts(at) if NOTE not in text and not text.startswith((*NOT_TOLD, *foot)))
    prose_shown = unescape(re.sub(r"<[^>]*>", " ", prose_shown))
    for source in aid.evidence.sources.values():
        prose_shown = prose_shown.replace(full_reference(source), "")
    return prose_shown.replace(app["name"], "")


def prose(at: AppTest, aid: Aid, page: str) -> list[str]:
    """The page's own prose in the order in which it is shown."""
    own = [words.text.strip() for words in aid.words.pages[page].sections.values()]
    told = [unescape(text.value) for text in at.markdown]
    return [one for one in told if any(text in LINK.sub(r"\3", one) for text in own)]


@pytest.mark.parametrize("page", [page for page in PAGES if page != "words"])  # which explains them all
def test_each_term_on_a_page_is_explained_on_it(reader: AppTest, page: str, language: str) -> None:
    aid, at = AIDS[language], go(reader, page)
    entries, heads = listed(at), {headword(aid, term): words.means for term, words in aid.words.glossary.items()}
    shown = {headword(aid, term) for term in terms_used(aid, [own_words(at, aid)])}
    assert shown - entries.keys() == set()
    assert {head: heads[head] for head in entries} == entries


def linked_as_it_should_be(at: AppTest, aid: Aid, page: str) -> None:
    page_text = "\n".join(prose(at, aid, page))
    links = list(LINK.finditer(page_text))
    assert tuple(next(uses(aid, link[3])).term for link in links) == terms_used(aid, [LINK.sub(r"\3", page_text)])
    anchors = {anchor for anchor, _, _ in LISTED.findall(list_of(at))}
    assert {link[2] for link in links} <= anchors
    assert all(link[1] == link[2] for link in links)


@pytest.mark.parametrize("page", PAGES)
def test_the_first_use_of_a_term_in_the_prose_leads_to_its_entry(reader: AppTest, page: str, language: str) -> None:
    at = go(with_details(reader), page)
    linked_as_it_should_be(at, AIDS[language], page)
    back = set(re.findall(r'href="#use-([^"]+)"', list_of(at)))
    if page != "together":  # whose prose stands on three screens
        assert back == {link[1] for text in prose(at, AIDS[language], page) for link in LINK.finditer(text)}


def test_what_a_person_types_is_never_looked_through() -> None:
    at = arrive("en")
    before = listed(go(at, "readiness"))
    at.session_state["answers"] = answers(at).model_copy(update={"still_unclear": "laxative kyphoplasty embolism"})
    assert listed(go(at, "readiness")) == before
    assert "Laxative" not in before
