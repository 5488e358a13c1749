"""A page made as CONTRIBUTING says (its file, its line in the registry, its words) is known everywhere."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from decision_aid.pages import MOVED, PAGES, SECTIONS, STEPS
from deploy import ROOT

COPIED = ("app.py", "decision_aid", "pages", "content", "deploy", "harness", "benchmarks", "static", ".streamlit")
LAST_STEP, AFTER_IT = STEPS[-1], next(page for page in PAGES if page not in STEPS)
STEP, OTHER = "made_up", "beside"
LINES = {STEP: '"journey", step=True, shows=("stages",)', OTHER: '"elsewhere"'}
DRAWN = {
    STEP: """from decision_aid.session import fragments
from decision_aid.views import prose, screens


def read(aid, answers):
    prose.sections(aid, "made_up")


def step(aid, answers):
    screens.show(aid, answers, "made_up", screens.single(aid, "made_up", read))


fragments.as_fragment(step)
""",
    OTHER: """from decision_aid import session
from decision_aid.views import prose

prose.sections(session.aid(), "beside")
""",
}
WORDS = {
    "en": "{{menu: New {name}, title: New {name}, purpose: You read., sections: {{first: {{text: This is new.}}}}}}",
    "es": "{{menu: Nuevo {name}, title: Nuevo {name}, purpose: Usted lee., sections: {{first: {{text: Es así.}}}}}}",
}


def add(page: str, before: str, house: Path) -> None:
    """The three steps of the recipe. The line stands before that of another page."""
    registry = house / "decision_aid" / "pages.py"
    lines = registry.read_text(encoding="utf-8")
    assert lines.count(before) == 1, "the registry looks otherwise than this test expects"
    registry.write_text(lines.replace(before, f'    Page("{page}", {LINES[page]}),\n{before}'), encoding="utf-8")
    _, section, *_ = LINES[page].split('"')
    file = house / "pages" / section / f"{page}.py"
    file.parent.mkdir(exist_ok=True)
    file.write_text(DRAWN[page], encoding="utf-8")
    for language, words in WORDS.items():
        file = house / "content" / "words" / language / "pages" / f"{page}.yaml"
        file.write_text(words.format(name=page), encoding="utf-8")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What everyone knows, in a copy of the program with a step and a page in a section of the menu of its own."""
    house = tmp_path_factory.mktemp("house")
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, house / name)
    add(STEP, f'    Page("{AFTER_IT}"', house)
    add(OTHER, ")\n\nPAGES", house)
    for language, name in (("en", "Elsewhere"), ("es", "Otro sitio")):
        with (house / "content" / "words" / language / "app.yaml").open("a", encoding="utf-8") as words:
            words.write(f"\nmenu.elsewhere: {name}\n")
    ask = [sys.executable, str(ROOT / "tests" / "journeys" / "everywhere.py"), LAST_STEP, STEP, OTHER]
    paths = {"PYTHONPATH": str(house), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(ask, cwd=house, env=os.environ | paths, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_it_stands_in_the_menu_under_its_address(known: dict[str, Any]) -> None:
    sections = {**SECTIONS, "journey": (*SECTIONS["journey"], STEP), "elsewhere": (OTHER,)}
    assert list(known["menu"].values()) == [*map(list, sections.values()), list(MOVED)]
    assert list(known["menu"])[-2] == "Elsewhere"


def test_it_opens_with_its_words_and_is_noted_as_opened(known: dict[str, Any]) -> None:
    for page in (STEP, OTHER):
        assert known["page"][page]["title"] == f"New {page}"
        assert page in known["page"][page]["opened"]


def test_a_step_is_numbered_and_stands_between_back_and_next(known: dict[str, Any]) -> None:
    number = len(STEPS) + 1
    assert known["page"][STEP]["where"] == [f"Step {number} of {number} · New {STEP}"]
    assert known["page"][STEP]["links"] == [LAST_STEP]
    assert known["page"][LAST_STEP]["links"] == [STEPS[-2], STEP]
    assert known["page"][OTHER]["links"] == [""]


def test_the_server_sends_its_first_sight(known: dict[str, Any]) -> None:
    assert {page: known["first sight"][page] for page in (STEP, OTHER)} == {
        STEP: [f"Nuevo {STEP}"],
        OTHER: [f"Nuevo {OTHER}"],
    }


def test_its_words_are_needed_and_judged_by_how_they_read(known: dict[str, Any]) -> None:
    assert known["faults"] == []
    assert all({STEP, OTHER} <= set(scores) for scores in known["scores"].values())
    assert "This is new." in known["texts"][STEP]
    assert len(known["texts"][STEP]) > len(known["texts"][OTHER]) == 4, "a step shows the stages as well"
    missing = re.findall(r"page '(\w+)' has no words", " ".join(known["without words"]))
    assert sorted(missing) == sorted((LAST_STEP, STEP, OTHER))


def test_tests_and_benchmarks_go_to_it(known: dict[str, Any]) -> None:
    assert {STEP, OTHER} <= set(known["walked"])
    assert known["load run"] == ["", *STEPS[1:], STEP]
    assert known["browser"][OTHER] == ["Elsewhere", f"/{OTHER}"]


def test_nobody_else_keeps_a_list_of_the_pages_or_their_folders() -> None:
    folders = re.compile(rf"pages/(?:{'|'.join(SECTIONS)})/")
    written = [ROOT / "app.py", *(path for name in (*COPIED, "tests") for path in (ROOT / name).rglob("*.py"))]
    programs = {path: path.read_text(encoding="utf-8") for path in written}
    assert [path for path, text in programs.items() if folders.search(text) or _lists_all_steps(text)] == []


def _lists_all_steps(program: str) -> bool:
    """Whether all of them stand beside each other in a tuple, list or set, or are the keys of one mapping."""
    beside = [
        node.keys if isinstance(node, ast.Dict) else node.elts
        for node in ast.walk(ast.parse(program))
        if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict)
    ]
    return any(set(STEPS) <= {one.value for one in ones if isinstance(one, ast.Constant)} for ones in beside)
