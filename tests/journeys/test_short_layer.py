"""Simple words first: all of a page is behind "Tell me more", and each option gets the same room before it."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.pages import PAGES
from decision_aid.reasoning.certainty import of_outcome
from harness.walking import AIDS, arrive, check, go, switch, texts
from tests.journeys.test_glossary import LINK

PARTS = ("options", "chances")
"""The pages with parts that are made once they are opened."""
CHART = "vega_lite_chart"
KNOWN = re.compile(r'<dl class="known">(.*?)</dl>')
ENTRY = re.compile(r"<div><dt>([^<]*)</dt><dd>([^<]*)</dd></div>")
BLOCK = re.compile(r"</?(?:p|h\d|li|dt|dd|td|th|summary|details|section|div|figcaption|span class=.frame)\b[^>]*>")


def lines(at: AppTest) -> set[str]:
    """What the page says, line by line, without its style and the marks of links."""
    found = "\n".join(text for text in texts(at) if not text.startswith("<style"))
    told = re.sub(r"<[^>]*>", "", BLOCK.sub("\n", LINK.sub(r"\3", found)))
    return {line.strip() for line in unescape(told).splitlines() if line.strip()}


def open_all(at: AppTest) -> AppTest:
    """Open every part that opens."""
    for part in at.expander:
        at.session_state[part.key] = True
    return check(at.run())


def asked(at: AppTest) -> set[str]:
    """The questions of the page that can be answered."""
    return {one.key for one in at if str(getattr(one, "key", None)).startswith("answer.")} - {"answer.look.layer"}


@pytest.mark.parametrize("page", PAGES)
def test_no_fact_is_lost(reader: AppTest, page: str, language: str) -> None:
    app, words = AIDS[language].words.app, AIDS[language].words
    whole = lines(go(switch(reader, "all"), page))
    charts, questions = len(reader.get(CHART)), asked(reader)
    short = lines(open_all(go(switch(reader, "short"), page)))
    assert whole - short == set()
    assert len(reader.get(CHART)) == charts
    assert asked(reader) == questions
    first = "\n".join(section.short or "" for section in words.pages[page].sections.values())
    first += "\n".join((*(option.summary for option in words.options.values()), app["more.note"], app["more"]))
    first += "\n".join(fact for outcome in words.outcomes.values() for fact in outcome.facts.values())
    first += "\n".join(
        line for outcome in AIDS[language].decision.outcomes for line in of_outcome(AIDS[language], outcome)
    )
    names = {option.name for option in words.options.values()}
    added = {line for line in short - whole - names if line not in first and not line.startswith(f"{app['more']}: ")}
    assert added == set()


@pytest.mark.parametrize("page", PARTS)
def test_each_option_gets_the_same_rows_first(reader: AppTest, page: str, language: str) -> None:
    aid, at = AIDS[language], go(switch(reader, "short"), page)
    rows = [ENTRY.findall(row) for one in at.html for row in KNOWN.findall(one.value)]
    names = [aid.words.options[option].name for option in aid.decision.options]
    assert rows
    assert all([unescape(name) for name, _ in row] == names and all(told for _, told in row) for row in rows)


def test_no_figure_is_made_before_it_is_asked_for(reader: AppTest) -> None:
    at = go(switch(reader, "short"), "chances")
    assert not at.get(CHART)
    assert not any('class="icon-array' in text for text in texts(at))
    at.session_state[at.expander[0].key] = True
    assert any('class="icon-array' in text for text in texts(check(at.run())))


@pytest.mark.parametrize("page", PAGES)
def test_call_outs_and_warning_signs_are_never_behind_anything(reader: AppTest, page: str, language: str) -> None:
    at = go(switch(reader, "short"), page)
    for section in AIDS[language].words.pages[page].sections.values():
        if section.opens:
            (told,) = [one.value for one in at.markdown if one.value.startswith(f"**{section.opens}.**")]
            assert "<details" not in told
            assert section.text.strip() in LINK.sub(r"\3", told)
    signs = [one.value for one in at.html if 'class="urgent"' in one.value]
    assert len(signs) == (page == "start")
    assert "<details" not in "".join(signs)


def words_seen(at: AppTest) -> int:
    """How many words of the page's Markdown stand open."""
    return sum(len(re.sub(r"(?s)<details.*?</details>|<[^>]*>", " ", one.value).split()) for one in at.markdown)


@pytest.mark.parametrize("page", ["start", "chances"])
def test_a_page_of_many_words_starts_shorter(page: str, language: str) -> None:
    at = go(arrive(language), page)
    whole = words_seen(at)
    assert words_seen(go(switch(at, "short"), page)) < 0.8 * whole
