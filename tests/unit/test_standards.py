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

ROOT = Path(__file__).parents[2]


def numbered(prefix: str, last: int) -> list[str]:
    return [f"{prefix}{number}" for number in range(1, last + 1)]


def named(prefix: str, ends: str) -> list[str]:
    return [f"{prefix}{end}" for end in ends.split()]


SUCCESS_CRITERIA = """
    1.1.1 1.3.1 1.3.2 1.4.1 1.4.3 1.4.4 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.2.1 2.4.1 2.4.2 2.4.3 2.4.6 2.4.7
    2.4.11 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.7 4.1.2 4.1.3"""
EXPECTED = {
    "ipdas": [*numbered("IPDAS-QF", 6), *numbered("IPDAS-C", 10), *numbered("IPDAS-Q", 28)],
    "ipdas_update": numbered("IU-", 14),
    "nice": named("NICE-", "1.1a 1.1b 1.1c 1.2a 1.2b 1.3 1.4 1.5 1.6 1.7 2.1 2.2 2.3 2.4 2.5 3.1 4.1 G1 G2 G3"),
    "his": [*numbered("HIS-P", 4), *numbered("HIS-C", 8)],
    "washington": numbered("WA-", 20),
    "nqf": [*numbered("NQF-S", 7), *numbered("NQF-C", 12)],
    "cms": numbered("CMS-", 3),
    "ottawa": numbered("OTT-", 18),
    "pemat": numbered("PEMAT-", 26),
    "cdc": numbered("CCI-", 20),
    "wcag": named("WCAG-", SUCCESS_CRITERIA),
}
"""The items of each list, from the published lists, not from the content."""

FOR_PEOPLE = {
    *named("IPDAS-Q", "12 13 14 15 16 17 22 23"),
    *named("IU-", "1 10 14"),
    *named("NICE-", "2.3 2.5 4.1"),
    *named("PEMAT-", "2 16 18 26"),
    *("HIS-P4", "WA-18", "NQF-C9", "NQF-C10", "OTT-12", "WCAG-4.1.2"),
}
"""The items that no program and no page can meet: trying it out, outside review, human judgement."""

FOR_TESTS = {*named("IPDAS-C", "7 8 9 10"), *named("IPDAS-Q", "24 25 26 27 28"), "WA-10"}
"""The items for aids about tests."""

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
    found = ast.parse((ROOT / path).read_text(encoding="utf-8")).body if there else []
    return name.startswith("test_") and name in {one.name for one in found if isinstance(one, ast.FunctionDef)}


def test_what_people_have_to_do_is_left_to_people() -> None:
    assert {number for number, item in ITEMS.items() if item.status == "people_must_do"} == FOR_PEOPLE


def test_items_about_tests_do_not_apply() -> None:
    assert {ITEMS[number].status for number in FOR_TESTS} == {"not_applicable"}


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
    told = dict(re.findall(r"<li>([A-Z]+-[\w.]+)\. (.*?)</li>", shown))
    assert told.keys() == ITEMS.keys()
    untested = {number for number, item in ITEMS.items() if item.status == "met" and not item.tests}
    assert {number for number, text in told.items() if aid.words.app["standards.no_test"] in text} == untested
