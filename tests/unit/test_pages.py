"""The registry of pages fits what it names: files, the menu, and the words. Its order is that of the design."""

from itertools import chain

import pytest

from decision_aid.booklet.assembly import blank_booklet
from decision_aid.booklet.parts import CallOut
from decision_aid.content.rules.texts import pages
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES, SECTIONS, STEPS
from deploy import ROOT


def test_every_page_has_its_file_and_no_file_is_left_over() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("pages/**/*.py")}
    assert {page.file for page in PAGES.values()} == files


def test_the_pages_of_a_section_stand_together() -> None:
    assert tuple(chain.from_iterable(SECTIONS.values())) == tuple(PAGES)


@pytest.mark.parametrize(("page", "part"), [(page.id, part) for page in PAGES.values() for part in page.shows])
def test_what_a_page_shows_of_the_words_is_there(aid: Aid, page: str, part: str) -> None:
    section, _, field = part.partition(".")
    shown = [where for where, _ in pages(aid)[page] if where[2] == section and field in ("", *where[4:5])]
    assert shown


def test_the_steps_go_from_the_person_over_the_facts_to_the_list() -> None:
    """The order that the design gives. The situation, which asks about warning signs, comes before the two ways. What
    is weighed, with the leaning before the result, comes before the last leaning.
    """
    assert (STEPS[0], STEPS[-1]) == ("start", "questions")
    assert STEPS[1:-1] == ("situation", "two_ways", "weigh", "readiness")


def test_warning_signs_are_asked_about_before_all_else(aid: Aid) -> None:
    groups = [factor.group for factor in aid.situation.values() if factor.urgent]
    assert groups
    assert set(groups) == {next(iter(aid.words.situation_groups))}


def test_the_booklet_has_warning_signs_first_and_then_the_order_of_the_steps(aid: Aid) -> None:
    booklet = blank_booklet(aid)
    assert isinstance(booklet.front[0], CallOut)
    assert booklet.front[0].urgent
    chapters = [chapter.id for chapter in booklet.chapters]
    assert chapters == ["two_ways", "weigh", "step_by_step", "readiness", "questions", "about"]
