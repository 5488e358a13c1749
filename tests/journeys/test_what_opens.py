"""What opens by a press: nothing is lost behind it, nothing is made before it, and call-outs are never behind it."""

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
"""The parts of the words that pages show, and not only what leaves or what the interface is made of."""
ELSEWHERE = {
    *("menu", "title", "purpose", "opens"),  # in the menu, in the head of a page, and before a call-out
    *("question", "change"),  # beside a slider
    *("in_sentence", "counted", "event", "no_event", "when", "short"),  # within a sentence
}
"""Fields whose text stands in another one, and is not looked for as it was written."""
ALIKE = {
    "recent": {"time_since_break": "under_2_weeks", "pain_now": 9},
    "old": {"time_since_break": "over_3_months"},
}
"""Situations for which studies come to the front."""


def screens(aid: Aid, page: str) -> list[str]:
    """The screens of a page by their names in the address."""
    rated = [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]
    shown = [name for name, outcome in aid.decision.outcomes.items() if outcome.rows]
    alike = [f"alike-{name}" for name in aid.decision.similar_studies]
    of_page = {"situation": list(aid.words.situation_groups), "weigh": [*rated, "result"], "chances": [*shown, *alike]}
    return of_page.get(page, [""])


def content_of(at: AppTest) -> str:
    """All that a page says, as it was written."""
    heads = [element.value for kind in (at.title, at.header, at.subheader) for element in kind]
    return LINK.sub(r"\3", unescape("\n".join((*texts(at), *heads))))


@cache
def everything(language: str) -> str:
    """All that the pages say with everything open, to someone with all parts beside the options."""
    aid, shown_texts = AIDS[language], list[str]()
    at = with_details(arrive(language))
    for situation in ALIKE.values():
        at.session_state["answers"] = answers(at).model_copy(
            update={
                "parts": aid.decision.parts,
                "situation": dict[str, Any](situation),
                "importance": {name: 5 for name, outcome in aid.decision.outcomes.items() if outcome.rated},
            }
        )
        for page in PAGES if situation is ALIKE["recent"] else ("chances",):
            shown_texts += [content_of(go(at, page, screen)) for screen in screens(aid, page)]
            while any(button.key == "turn-next" for button in at.button):
                shown_texts.append(content_of(press(at, "turn-next")))
    return "\n".join(shown_texts)


def test_every_text_that_pages_show_is_found_once_all_is_open(language: str) -> None:
    seen = everything(language)
    marks = {option.mark for option in AIDS[language].decision.options.values()}  # which say no more than the names
    missing = [
        ".".join(map(str, where[2:]))
        for where, text in written(AIDS[language], *SHOWN)
        if not ELSEWHERE.intersection(map(str, where[3:])) and where[3] not in marks and text.strip() not in seen
    ]
    assert missing == []


def lines(at: AppTest) -> set[str]:
    """What a page says, line by line, without style, marks and headings."""
    page_text = re.sub(r"<[^>]*>", "\n", LINK.sub(r"\3", "\n".join(text for text in texts(at) if "<style" not in text)))
    return {line.strip() for line in unescape(page_text).splitlines() if line.strip()}


def open_all(at: AppTest) -> AppTest:
    """Press all that opens, what opens within it, and what shows more of a list."""
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
    (table,) = [text.value for text in go(arrive(), "two_ways").markdown if 'class="ways"' in text.value]
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
            (paragraph,) = [text.value for text in at.markdown if text.value.startswith(f"**{section.opens}.**")]
            assert "<details" not in paragraph
            assert section.text.strip() in LINK.sub(r"\3", paragraph)
    signs = [html.value for html in at.html if 'class="urgent"' in html.value]
    assert len(signs) == (page == "start")
    assert "<details" not in "".join(signs)
