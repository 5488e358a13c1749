"""The way is short: for a new visitor who opens nothing and always presses the one way on."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import ViewportSize

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, STEPS
from decision_aid.reasoning.things_to_weigh import main_outcomes
from harness.aids import real_aid
from harness.visiting import address_of, visit
from harness.way import Way, walk, walk_at_sizes
from tests.browser.conftest import OpenPage

PHONE: ViewportSize = {"width": 390, "height": 844}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
WORDS = {"en": 2500, "es": 2900}
SCREENS = 28
"""Of a phone, all in all."""
LIST, TALLEST, ONE_KIND, TWO_KINDS = 4, 2.5, 1.6, 2.2
"""In heights of a phone: the list of questions, any other screen, a thing to weigh by its kinds of study."""


@dataclass(frozen=True)
class Walked:
    """The way in a language, in the windows of a phone and of a laptop."""

    language: str
    aid: Aid
    phone: Way
    laptop: Way


@pytest.fixture(scope="module", params=WORDS)
def walked(request: pytest.FixtureRequest, lasting_page: OpenPage, site: str) -> Walked:
    page, language = lasting_page(**PHONE), request.param
    visit(page, f"{address_of(site, FIRST)}?lang={language}", FIRST)
    return Walked(language, real_aid(language), *walk_at_sizes(page, PHONE, LAPTOP))


def kinds_of_study(aid: Aid, title: str) -> int:
    """How many comparators the figure of an outcome has; 0 for a title of anything else."""
    names = {words.name: name for name, words in aid.words.outcomes.items()}
    if title not in names:
        return 0
    record = aid.decision.outcomes[names[title]]
    rows = record.key_rows or tuple(record.rows)
    shown = record.rows[rows[0]].estimates if rows else ()
    return max(len({aid.evidence.estimates[name].comparator for name in shown}), 1)


def test_a_new_visitor_finishes_the_way(walked: Walked) -> None:
    aid, way = walked.aid, walked.phone
    assert way.words <= WORDS[walked.language]
    assert way.controls <= 150
    assert way.presses <= 16
    assert way.height / PHONE["height"] <= SCREENS
    assert way.minutes <= aid.decision.minutes, "the first page says less than the way takes"
    *others, last = way.screens
    assert last.title == aid.words.pages[STEPS[-1]].title
    assert last.height / PHONE["height"] <= LIST
    for screen in others:
        kinds = kinds_of_study(aid, screen.title)
        limit = {0: TALLEST, 1: ONE_KIND}.get(kinds, TWO_KINDS)
        assert screen.height / PHONE["height"] <= limit, (screen.title, screen.height / PHONE["height"])
    assert sum(kinds_of_study(aid, screen.title) > 0 for screen in others) == len(main_outcomes(aid))


def test_who_skips_sees_people_at_once_and_is_soon_at_the_list(page: OpenPage, site: str) -> None:
    window = page(**PHONE)
    visit(window, site, FIRST)
    way = walk(window, skip=True)
    assert way.presses <= 8
    first = next(place for place, screen in enumerate(way.screens) if screen.people)
    assert first <= 5


def test_on_a_wide_window_nothing_that_is_asked_or_weighed_needs_scrolling(walked: Walked) -> None:
    aid, way = walked.aid, walked.laptop
    titles = {*aid.words.situation_groups.values(), aid.words.pages[FIRST].title}
    fits = [one for one in way.screens if one.title in titles or kinds_of_study(aid, one.title)]
    assert {one.title: one.scrolls for one in fits if one.scrolls > 0} == {}
    assert len(fits) == len(titles) + len(main_outcomes(aid))
