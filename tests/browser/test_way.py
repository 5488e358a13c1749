"""The way is short for a new visitor who opens nothing and always presses Next."""

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
"""The most heights of a phone for the whole way."""
LIST, TALLEST, ONE_KIND, TWO_KINDS = 4, 2.5, 1.6, 2.2
"""In heights of a phone: the list of questions, any other screen, a thing to weigh by its kinds of study."""


@dataclass(frozen=True)
class Walks:
    """The way in a language, in the windows of a phone and of a laptop."""

    language: str
    aid: Aid
    phone: Way
    laptop: Way


@pytest.fixture(scope="module", params=WORDS)
def walks(request: pytest.FixtureRequest, lasting_page: OpenPage, site: str) -> Walks:
    page, language = lasting_page(**PHONE), request.param
    visit(page, f"{address_of(site, FIRST)}?lang={language}", FIRST)
    return Walks(language, real_aid(language), *walk_at_sizes(page, PHONE, LAPTOP))


def kinds_of_study(aid: Aid, title: str) -> int:
    """The number of comparators in the figure of an outcome; 0 for any other title."""
    names = {words.name: name for name, words in aid.words.outcomes.items()}
    if title not in names:
        return 0
    record = aid.decision.outcomes[names[title]]
    rows = record.key_rows or tuple(record.rows)
    estimates = record.rows[rows[0]].estimates if rows else ()
    return max(len({aid.evidence.estimates[name].comparator for name in estimates}), 1)


def test_a_new_visitor_finishes_the_way(walks: Walks) -> None:
    aid, way = walks.aid, walks.phone
    assert way.words <= WORDS[walks.language]
    assert way.controls <= 150
    assert way.presses <= 16
    assert way.height / PHONE["height"] <= SCREENS
    assert way.minutes <= aid.decision.minutes, "the first page says less than the way takes"
    *earlier, last = way.screens
    assert last.title == aid.words.pages[STEPS[-1]].title
    assert last.height / PHONE["height"] <= LIST
    for screen in earlier:
        kinds = kinds_of_study(aid, screen.title)
        limit = {0: TALLEST, 1: ONE_KIND}.get(kinds, TWO_KINDS)
        assert screen.height / PHONE["height"] <= limit, (screen.title, screen.height / PHONE["height"])
    assert sum(kinds_of_study(aid, screen.title) > 0 for screen in earlier) == len(main_outcomes(aid))


def test_who_skips_sees_people_at_once_and_is_soon_at_the_list(page: OpenPage, site: str) -> None:
    window = page(**PHONE)
    visit(window, site, FIRST)
    way = walk(window, skip=True)
    assert way.presses <= 8
    first = next(index for index, screen in enumerate(way.screens) if screen.people)
    assert first <= 5


def test_on_a_wide_window_nothing_that_is_asked_or_weighed_needs_scrolling(walks: Walks) -> None:
    aid, way = walks.aid, walks.laptop
    titles = {*aid.words.situation_groups.values(), aid.words.pages[FIRST].title}
    fits = [screen for screen in way.screens if screen.title in titles or kinds_of_study(aid, screen.title)]
    assert {screen.title: screen.scrolls for screen in fits if screen.scrolls > 0} == {}
    assert len(fits) == len(titles) + len(main_outcomes(aid))
