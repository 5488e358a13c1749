"""What published standards ask of a decision aid is on its pages (content/standards.yaml).

These tests find the words on a page; people have to judge whether it says them well.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from html import unescape

import pytest
from babel.dates import format_date
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Frequency
from decision_aid.pages import PAGES, WEIGH
from decision_aid.reasoning.things_to_weigh import main_outcomes
from harness.walking import answer, arrive, go, screens, seek, texts, title, with_details

LONGEST_PURPOSE = 40
"""Words."""
LONGEST_TIME_TO_REVIEW = timedelta(days=731)
"""Two years: Washington State's rule."""


@dataclass(frozen=True)
class PageText:
    """What a page shows: title, text, and the markup of texts that appear on hover alone."""

    title: str
    text: str
    hover: tuple[str, ...]


@pytest.fixture(scope="module")
def pages() -> dict[str, PageText]:
    at = with_details(arrive())
    return {name: read_page(at, name) for name in PAGES}


def read_page(at: AppTest, page: str) -> PageText:
    """All screens of a page with all details open, one after the other."""
    views = [read_screen(at) for _ in screens(at, page)]
    return PageText(
        views[0].title, " ".join(view.text for view in views), tuple(mark for view in views for mark in view.hover)
    )


def read_screen(at: AppTest) -> PageText:
    html = "\n".join(texts(at))
    marks = re.findall(r"<title>.*?</title>|\stitle=[\"'][^\"']*", html)
    helps = [element.proto.help for element in at if getattr(getattr(element, "proto", None), "help", "")]
    charts = [
        chart.proto.spec for chart in at.get("vega_lite_chart") if re.search('"tooltip": *[^fn]', chart.proto.spec)
    ]
    return PageText(title(at), plain(html), (*marks, *helps, *charts))


def plain(text: str) -> str:
    """A text without tags and Markdown, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]*>|[*_]{2}", "", text)).split())


def says(page: PageText, *passages: str) -> bool:
    return all(passage and plain(passage) in page.text for passage in passages)


def sections(aid: Aid, page: str, *names: str) -> list[str]:
    return [aid.words.pages[page].sections[name].text for name in names]


def table_answers(aid: Aid, *rows: str) -> list[str]:
    """The texts of these rows of the table of options, for each option."""
    return [aid.words.options[option].answers[row] for option in aid.decision.options for row in rows]


# The condition, the decision and the options


def test_the_first_page_asks_what_is_to_be_decided(pages: dict[str, PageText]) -> None:
    assert pages["start"].title.endswith("?")


def test_the_condition_is_described(aid: Aid, pages: dict[str, PageText]) -> None:
    assert says(pages["start"], *sections(aid, "start", "the_break"))


def test_it_says_whom_it_is_for_and_that_it_replaces_no_talk(aid: Aid, pages: dict[str, PageText]) -> None:
    assert says(pages["start"], *sections(aid, "start", "who_for", "not_for", "how_to_use", "honest"))


def test_waiting_is_told_beside_the_options(aid: Aid, pages: dict[str, PageText]) -> None:
    assert aid.decision.reference in aid.decision.options
    assert says(pages["two_ways"], *sections(aid, "two_ways", "waiting"))


def test_each_option_says_what_it_is_and_what_it_takes(aid: Aid, pages: dict[str, PageText]) -> None:
    assert len(aid.decision.options) > 1
    assert says(pages["two_ways"], *table_answers(aid, "what", "involves", "how_long"))
    assert says(pages["two_ways"], *(aid.words.options[name].summary for name in aid.decision.also_ask))


def test_each_option_tells_its_good_sides(aid: Aid, pages: dict[str, PageText]) -> None:
    assert says(pages["two_ways"], *table_answers(aid, "how_soon", "how_likely"))


def test_each_option_tells_its_bad_sides(aid: Aid, pages: dict[str, PageText]) -> None:
    assert says(pages["two_ways"], *table_answers(aid, "go_wrong", "may_not_suit"))


def test_each_option_tells_what_it_is_like_to_live_with(aid: Aid, pages: dict[str, PageText]) -> None:
    assert says(pages["two_ways"], *table_answers(aid, "body", "mood", "people"))


def test_the_options_answer_the_same_questions_side_by_side(aid: Aid, pages: dict[str, PageText]) -> None:
    rows = aid.decision.comparison_rows
    assert {"how_likely", "go_wrong", "body"} <= set(rows)
    assert says(pages["two_ways"], *(aid.words.comparison_rows[row] for row in rows), *table_answers(aid, *rows))


def test_each_option_is_told_step_by_step(aid: Aid, pages: dict[str, PageText]) -> None:
    for option in aid.decision.options:
        stages = [stage for phase in aid.words.timelines[option].values() for stage in phase.stages.values()]
        assert len(stages) > 2
        assert says(
            pages["step_by_step"], *(text for stage in stages for text in (stage.when, stage.title, stage.text))
        )


# The chances


def test_chances_are_given_for_benefits_for_harms_and_for_the_usual_course(
    aid: Aid, pages: dict[str, PageText]
) -> None:
    kinds = {
        outcome.kind
        for outcome in aid.decision.outcomes.values()
        for row in outcome.rows.values()
        for name in row.estimates
        if isinstance(aid.evidence.estimates[name].measure, Frequency)
        and says(pages["chances"], aid.words.estimates[name].event, aid.words.estimates[name].no_event)
    }
    assert kinds >= {"benefit", "harm", "course"}


def test_it_says_how_to_read_the_pictures(aid: Aid, pages: dict[str, PageText]) -> None:
    assert says(pages["chances"], *sections(aid, "chances", "how_to_read"))


def test_what_nobody_knows_is_listed(aid: Aid, pages: dict[str, PageText]) -> None:
    assert len(aid.words.not_known) > 2
    assert says(pages["evidence"], *aid.words.not_known)


# What the aid says about itself


def test_it_gives_its_dates(aid: Aid, pages: dict[str, PageText]) -> None:
    decision = aid.decision
    dates = {"published": decision.published, "evidence": decision.evidence_updated, "review": decision.next_review}
    for name, day in dates.items():
        assert says(pages["about"], aid.words.app[f"about.{name}"] + format_date(day, "long", locale="en_US"))


def test_it_says_how_it_is_kept_up_to_date(aid: Aid, pages: dict[str, PageText]) -> None:
    assert says(pages["about"], *re.split(r"\n- |\n\n", *sections(aid, "about", "update_policy")))
    updated, next_review = aid.decision.evidence_updated, aid.decision.next_review
    assert updated < next_review <= updated + LONGEST_TIME_TO_REVIEW


def test_it_says_who_paid(aid: Aid, pages: dict[str, PageText]) -> None:
    assert says(pages["about"], *sections(aid, "about", "funding"))


def test_it_says_how_easily_it_reads(pages: dict[str, PageText]) -> None:
    assert re.search(r"\b6\b[^.]*Flesch–Kincaid", pages["about"].text)
    assert re.search(r"\b65\b[^.]*INFLESZ", pages["about"].text)


# What people are asked, and what to do next


def test_not_sure_is_among_the_answers_to_what_one_leans_to(aid: Aid) -> None:
    labels = go(arrive(), "readiness").get_by_key("answer.leaning").options
    assert aid.words.leanings["not_sure"].label in labels
    leant_to = {leaning.option for leaning in aid.decision.leanings.values()}
    assert leant_to >= set(aid.decision.options)
    assert len(labels) == len(aid.decision.leanings)


def test_what_to_do_next_is_listed(aid: Aid, pages: dict[str, PageText]) -> None:
    steps = re.split(r"(?:^|\n)- ", *sections(aid, "questions", "next"))
    assert len(steps) > 3
    assert says(pages["questions"], *filter(None, steps))


# Every page


def test_every_page_says_what_it_is_for(aid: Aid, pages: dict[str, PageText]) -> None:
    app, outcomes = aid.words.app, main_outcomes(aid)
    for name, page in pages.items():
        assert len(aid.words.pages[name].purpose.split()) <= LONGEST_PURPOSE
        assert name == WEIGH or says(page, aid.words.pages[name].purpose), name
    weighed = (
        app["weigh.over"].format(number=number, total=len(outcomes)) for number, _ in enumerate(outcomes, start=1)
    )
    assert says(pages[WEIGH], *weighed, app["fit.purpose"])


def test_no_fact_stands_in_a_hover_text(pages: dict[str, PageText]) -> None:
    assert {name: page.hover for name, page in pages.items() if page.hover} == {}


def test_no_answer_leads_to_another_page(aid: Aid) -> None:
    at = arrive()
    for page, answers in {
        "start": {"stage_at_start": aid.decision.stages[0]},
        "situation": {"situation.pain_now": 8, "situation.urgent_signs": ["fever"]},
        "two_ways": {"parts": ["brace"]},
        "chances": {"display.form": "table"},
        "weigh": {"importance.pain_first_month": 8, "gut_leaning": "not_sure"},
        "readiness": {"leaning": "in_between", "instrument.sure.sure": "no"},
    }.items():
        go(at, page)
        for name, value in answers.items():
            before = title(seek(at, name))
            assert title(answer(at, name, value)) == before, name
