"""The page for clinicians: what the patient saw, the sums of this window, guidelines and coverage by country."""

import re
from html import unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.outlook import Obstacle
from decision_aid.reasoning.weighing import FEWEST
from harness.walking import arrive, go, offered, texts, with_details

RATINGS = {"pain_first_month": 2, "procedure_harm": 9, "avoid_procedure": 10}


def open_page(at: AppTest) -> AppTest:
    """The page for clinicians with all details open."""
    return go(with_details(at), "clinicians")


def person_with(**fields: Any) -> AppTest:
    """The aid with these answers."""
    at = arrive()
    at.session_state["answers"] = Answers(**fields)
    return at


def person_who_rated(ratings: dict[str, int]) -> AppTest:
    """The aid of a person who has seen the facts, rated, and told a leaning."""
    return person_with(opened=("chances",), importance=ratings, gut_leaning="not_sure")


def lists(at: AppTest) -> list[str]:
    return [html for html in texts(at) if html.startswith('<ul class="plain">')]


def tables(at: AppTest) -> list[str]:
    return [html for html in texts(at) if "<table" in html]


def has_sums(at: AppTest) -> bool:
    return "sums" in offered(at)


def test_the_pages_of_the_visit_are_named_as_the_menu_names_them(aid: Aid) -> None:
    text = aid.words.pages["clinicians"].sections["use"].text
    for page in ("together", "record"):
        assert f"“{aid.words.pages[page].menu}”" in text


def test_without_answers_there_are_no_sums_and_it_says_so(aid: Aid) -> None:
    at = open_page(arrive())
    assert aid.words.app["clinicians.nothing"] in texts(at)
    assert not has_sums(at)


def test_each_thing_that_comes_first_is_named(aid: Aid) -> None:
    def says_so(at: AppTest, obstacle: Obstacle) -> bool:
        return aid.words.app[f"clinicians.missing.{obstacle}"] in texts(open_page(at)) and not has_sums(at)

    ratings = {"pain_year": 5}
    assert says_so(person_with(importance=ratings), "facts_first")
    assert says_so(person_with(importance=ratings, opened=("chances",)), "gut_first")
    assert says_so(person_with(importance=ratings, situation={"urgent_signs": ("fever",)}), "urgent")


def test_too_few_ratings_are_named_for_each_kind_of_study(aid: Aid) -> None:
    few = dict(list(RATINGS.items())[: FEWEST - 1])
    at = open_page(person_who_rated(few))
    for comparator in aid.decision.comparators:
        name, missing = aid.words.comparators[comparator].name, aid.words.app["clinicians.missing.too_few"]
        assert f"**{name}.** {missing}" in texts(at)
    assert not has_sums(at)


def test_the_sums_are_those_of_the_page_on_what_matters(aid: Aid) -> None:
    there = tables(go(with_details(person_who_rated(RATINGS)), "weigh", "result"))
    here = tables(open_page(person_who_rated(RATINGS)))
    sums = [html for html in here if aid.words.app["sums.weight"] in html]
    assert len(sums) == len(aid.decision.comparators)
    assert set(sums) <= set(there)
    assert has_sums(open_page(person_who_rated(RATINGS)))


def test_every_guideline_stands_once_under_its_country_the_newest_first(aid: Aid) -> None:
    at = open_page(arrive())
    known_countries = {guideline.country for guideline in aid.evidence.guidelines.values()}
    countries = [heading.value for heading in at.subheader if heading.value in known_countries]
    assert countries == sorted(known_countries)
    matches = []
    for country, html in zip(countries, lists(at), strict=True):
        years = [int(year) for year in re.findall(r"<li><strong>(\d{4}),", html)]
        assert years == sorted(years, reverse=True)
        of_country = [guideline for guideline in aid.evidence.guidelines.values() if guideline.country == country]
        assert len(years) == len(of_country)
        matches += [
            guideline for guideline in of_country if unescape(html).count(f"{guideline.year}, {guideline.body}.") == 1
        ]
    assert len(matches) == len(aid.evidence.guidelines)


def test_each_guideline_names_its_stance_and_says_where_it_was_seen_at_second_hand(aid: Aid) -> None:
    items = [unescape(item) for html in lists(open_page(arrive())) for item in re.findall(r"<li>.*?</li>", html)]
    marks = [aid.words.app[f"guidance.checked.{check}"].split("{")[0] for check in ("verified-secondary", "partly")]
    for name, guideline in aid.evidence.guidelines.items():
        (item,) = [item for item in items if aid.words.guidelines[name].position in item]
        assert aid.words.app[f"stance.{guideline.stance}"] in item
        assert any(mark in item for mark in marks) == (guideline.checked != "verified")


def test_each_coverage_rule_says_who_where_what_since_when_and_how_it_was_checked(aid: Aid) -> None:
    (table,) = tables(open_page(arrive()))
    rows = [unescape(row) for row in re.findall(r"<tr.*?</tr>", table)[1:]]
    assert len(rows) == len(aid.evidence.coverage)
    for name, rule in aid.evidence.coverage.items():
        (row,) = [row for row in rows if rule.payer in row]
        assert rule.country in row
        assert aid.words.coverage[name] in row
        assert f'href="{rule.link}"' in row
        assert aid.words.app[f"guidance.checked.{rule.checked}"].split("{")[0] in row
        dated = str(rule.effective.year if rule.effective else rule.year or "")
        assert dated in re.sub(r"<td[^>]*>(?:(?!</td>).)*checked(?:(?!</td>).)*</td>", "", row)


@pytest.mark.parametrize("name", ["medicare_lcd", "mbs"])
def test_a_rule_known_from_others_never_reads_as_checked(aid: Aid, name: str) -> None:
    # shared/evidence: both records are "verified-secondary".
    assert aid.evidence.coverage[name].checked == "verified-secondary"


def test_the_file_of_all_figures_is_offered() -> None:
    at = open_page(arrive())
    assert "evidence" in offered(at)
