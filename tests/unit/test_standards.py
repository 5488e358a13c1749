"""What the aid says about itself: every item of each list is there, and the tests that it names are there and run."""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from decision_aid.model.aid import Aid
from decision_aid.model.checklists import Item, Status
from decision_aid.reasoning.items_met import counts
from harness.aids import real_aid
from harness.walking import arrive, go, texts, with_details
from tests.cases.tables import raw

ROOT = Path(__file__).parents[2]


PUBLISHED = raw("standards")


def items(parts: dict[str, int | str]) -> list[str]:
    """The numbers of items, by their prefix: all up to a number, or those that are named."""
    ends = {prefix: range(1, named + 1) if isinstance(named, int) else named.split() for prefix, named in parts.items()}
    return [f"{prefix}{end}" for prefix in ends for end in ends[prefix]]


EXPECTED = {name: items(parts) for name, parts in PUBLISHED["lists"].items()}
ITEMS = {number: item for standard in real_aid().standards.values() for number, item in standard.items.items()}


@pytest.mark.parametrize("standard", EXPECTED)
def test_every_item_of_the_list_is_there_and_no_other(aid: Aid, standard: str) -> None:
    assert sorted(aid.standards[standard].items) == sorted(EXPECTED[standard])


def test_no_list_is_left_out_and_ipdas_pemat_and_cdc_have_their_full_number(aid: Aid) -> None:
    assert set(aid.standards) == set(EXPECTED)
    assert [len(EXPECTED[name]) for name in ("ipdas", "pemat", "cdc")] == [44, 26, 20]


def test_every_test_that_an_item_names_is_one_that_pytest_collects() -> None:
    """That none of them is skipped is seen to in tests/conftest.py, when they run."""
    named = {test for item in ITEMS.values() for test in item.tests}
    assert len(named) > 50
    assert sorted(test for test in named if not is_collected(test)) == []


def is_collected(test: str) -> bool:
    """Whether a pytest id is that of a test in one of our files, which are read: to import them takes seconds."""
    path, _, name = test.partition("::")
    there = re.fullmatch(r"tests/\w+/test_\w+\.py", path) and (ROOT / path).is_file()
    body = ast.parse((ROOT / path).read_text(encoding="utf-8")).body if there else []
    return name.startswith("test_") and name in {node.name for node in body if isinstance(node, ast.FunctionDef)}


def test_what_people_have_to_do_is_left_to_people() -> None:
    assert {number for number, item in ITEMS.items() if item.status == "people_must_do"} == set(
        items(PUBLISHED["for people"])
    )


def test_items_about_tests_do_not_apply() -> None:
    assert {ITEMS[number].status for number in items(PUBLISHED["for tests"])} == {"not_applicable"}


@pytest.mark.parametrize("number", [number for number, item in ITEMS.items() if (item.where or "").startswith("file")])
def test_a_file_where_an_item_is_met_exists(number: str) -> None:
    assert (ROOT / str(ITEMS[number].where).removeprefix("file: ")).is_file()


def test_the_counts_add_up_to_all_items_and_name_every_status(aid: Aid) -> None:
    for name, counted in counts(aid).items():
        assert tuple(counted) == get_args(Status)
        assert sum(counted.values()) == len(EXPECTED[name])


def test_the_counts_follow_the_items(aid: Aid) -> None:
    item = Item(requirement="Something", status="met", where="page: about")
    standard = aid.standards["cms"].model_copy(update={"items": {"one": item, "two": item}})
    changed = aid.model_copy(update={"standards": {"made_up": standard}})
    assert counts(changed) == {"made_up": {"met": 2, "not_met": 0, "not_applicable": 0, "people_must_do": 0}}


def test_the_about_page_tells_the_true_counts_every_item_and_what_no_test_shows(aid: Aid) -> None:
    shown = "\n".join(texts(go(with_details(arrive()), "about")))
    rows = dict(re.findall(r'role="rowheader">([^<]+)</th>(.*?)</tr>', shown))
    for name, counted in counts(aid).items():
        cells = re.findall(r">(\d+)</td>", rows[aid.standards[name].name])
        assert [int(cell) for cell in cells] == list(counted.values())
    texts_by_item = dict(re.findall(r"<li>([A-Z]+-[\w.]+)\. (.*?)</li>", shown))
    assert texts_by_item.keys() == ITEMS.keys()
    untested = {number for number, item in ITEMS.items() if item.status == "met" and not item.tests}
    assert {number for number, text in texts_by_item.items() if aid.words.app["standards.no_test"] in text} == untested
