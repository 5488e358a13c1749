"""Folded parts: nothing is lost in them, nothing in them is made early, and call-outs are never in them."""

import re
from functools import cache
from html import unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.content.rules.texts import texts as written
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from harness.walking import AIDS, answers, arrive, check, go, press, texts, with_details
from tests.journeys.test_glossary import LINK

NAME = re.compile(r'<span translate="no" class="notranslate">(.*?)</span>')
"""A name that is marked for translators."""
SHOWN = (
    "pages",
    "options",
    "comparison_rows",
    "tiles",
    "timelines",
    "outcomes",
    "estimates",
    "guidelines",
    "coverage",
    "warning_signs",
    "not_known",
    "changes",
    "similar_studies",
    "pictures",
    "glossary",
)
"""The parts of the words that pages show: not those of exports or of the interface alone."""
ELSEWHERE = {
    *("menu", "title", "purpose", "opens"),  # in the menu, in the head of a page, and before a call-out
    *("question", "change"),  # beside a slider
    *("in_sentence", "counted", "event", "no_event", "when", "short"),  # within a sentence
}
"""Fields whose text is shown within another text or in another place, so not searched for."""
SITUATIONS = {
    "recent": {"time_since_break": "under_2_weeks", "pain_now": 9},
    "old": {"time_since_break": "over_3_months"},
}
"""Situations for which similar studies come first."""


def screens(aid: Aid, page: str) -> list[str]:
    """The screens of a page, by their names in the address."""
    rated = [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]
    with_rows = [name for name, outcome in aid.decision.outcomes.items() if outcome.rows]
    alike = [f"alike-{name}" for name in aid.decision.similar_studies]
    of_page = {
        "situation": list(aid.words.situation_groups),
        "weigh": [*rated, "result"],
        "chances": [*with_rows, *alike],
    }
    return of_page.get(page, [""])


def page_text(at: AppTest) -> str:
    """The text of a page, as written in the content."""
    heads = [element.value for kind in (at.title, at.header, at.subheader) for element in kind]
    return LINK.sub(r"\3", unescape(NAME.sub(r"\1", "\n".join((*texts(at), *heads)))))


@cache
def all_text(language: str) -> str:
    """The text of all pages with everything open, for someone who chose all parts."""
    aid, passages = AIDS[language], list[str]()
    at = with_details(arrive(language))
    for situation in SITUATIONS.values():
        at.session_state["answers"] = answers(at).model_copy(
            update={
                "parts": aid.decision.parts,
                "situation": dict[str, Any](situation),
                "importance": {name: 5 for name, outcome in aid.decision.outcomes.items() if outcome.rated},
            }
        )
        for page in PAGES if situation is SITUATIONS["recent"] else ("chances",):
            passages += [page_text(go(at, page, screen)) for screen in screens(aid, page)]
            while any(button.key == "turn-next" for button in at.button):
                passages.append(page_text(press(at, "turn-next")))
    return "\n".join(passages)


def test_every_text_that_pages_show_is_found_once_all_is_open(language: str) -> None:
    shown = all_text(language)
    marks = {option.mark for option in AIDS[language].decision.options.values()}  # which say no more than the names
    missing = [
        ".".join(map(str, where[2:]))
        for where, text in written(AIDS[language], *SHOWN)
        if not ELSEWHERE.intersection(map(str, where[3:])) and where[3] not in marks and text.strip() not in shown
    ]
    assert missing == []


def lines(at: AppTest) -> set[str]:
    """The lines of a page, without style, tags and headings."""
    plain = re.sub(r"<[^>]*>", "\n", LINK.sub(r"\3", "\n".join(text for text in texts(at) if "<style" not in text)))
    return {line.strip() for line in unescape(plain).splitlines() if line.strip()}


def open_all(at: AppTest) -> AppTest:
    """Press everything that opens, also what opens within it, and what shows more of a list."""
    pressed: set[str] = set()
    while new := {part.key for part in at.expander if part.key and part.key not in pressed}:
        pressed |= new
        for key in pressed:
            at.session_state[key] = True
        check(at.run())
    while any(button.key == "ledger-more" for button in at.button):
        press(at, "ledger-more")
    return at


@pytest.mark.parametrize("page", [page for page in PAGES if page != "readiness"])  # which asks one thing after another
def test_to_press_all_shows_what_the_switch_shows(page: str) -> None:
    aid, at = AIDS["en"], arrive()
    screen = screens(aid, page)[0]
    by_press = lines(open_all(go(at, page, screen)))
    assert lines(go(with_details(at), page, screen)) - by_press == set()


def test_each_option_answers_each_question_in_the_same_order(aid: Aid) -> None:
    (table,) = [block.value for block in go(arrive(), "two_ways").markdown if 'class="ways"' in block.value]
    names = [aid.words.options[option].name for option in aid.decision.options]
    rows = re.findall(r'<tr role="row"><th scope="row" role="rowheader">(.*?)</th>(.*?)</tr>', table)
    assert [unescape(question) for question, _ in rows] == [
        aid.words.comparison_rows[row] for row in aid.decision.first_rows
    ]
    for _, cells in rows:
        assert [unescape(name) for name in re.findall(r'data-label="([^"]*)"', cells)] == names


@pytest.mark.parametrize("page", PAGES)
def test_call_outs_and_warning_signs_are_never_behind_anything(page: str) -> None:
    aid, at = AIDS["en"], go(arrive(), page)
    for section in aid.words.pages[page].sections.values():
        if section.opens:
            (text,) = [block.value for block in at.markdown if block.value.startswith(f"**{section.opens}.**")]
            assert "<details" not in text
            assert section.text.strip() in LINK.sub(r"\3", text)
    signs = [block.value for block in at.html if 'class="urgent"' in block.value]
    assert len(signs) == (page == "start")
    assert "<details" not in "".join(signs)
