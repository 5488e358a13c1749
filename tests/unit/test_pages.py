"""The registry of pages fits what it names: files, the menu, and the words."""

from itertools import chain

import pytest

from decision_aid.content.rules.texts import pages
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES, SECTIONS
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
