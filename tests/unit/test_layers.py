"""The places where some things may not be. Which way imports go, `make lint` sees."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = [*ROOT.glob("decision_aid/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "app.py"]


def test_session_state_and_addresses_are_touched_in_one_module() -> None:
    state = re.compile(r"session_state|query_params|st\.context|persist_state")
    assert [path.name for path in MODULES if state.search(path.read_text())] == ["session.py"]


def test_no_answer_is_bound_to_the_address() -> None:
    assert not [path for path in MODULES if "bind=" in path.read_text()]


def test_modules_stay_small_enough_to_walk_through() -> None:
    sizes = sorted(len(path.read_text().splitlines()) for path in MODULES)
    assert sizes[-1] <= 300
    assert sizes[len(sizes) // 2] < 100


def test_pages_are_tables_of_contents() -> None:
    long = [path.name for path in (ROOT / "pages").rglob("*.py") if len(path.read_text().splitlines()) > 40]
    assert long == []


def test_the_reasoning_names_no_part_of_this_decision() -> None:
    named = re.compile(r"vertebr|spine|spinal|cement|kypho|osteopor", re.IGNORECASE)
    telling = [path.name for path in (ROOT / "decision_aid").rglob("*.py") if named.search(path.read_text())]
    assert telling in ([], ["__init__.py"])


def test_pages_stand_one_folder_deep_where_old_discovery_does_not_find_them() -> None:
    assert list((ROOT / "pages").glob("*.py")) == []
