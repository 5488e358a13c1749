"""A page added as CONTRIBUTING says (file, line in the registry, words) is known to every reader of the registry."""

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

from decision_aid.pages import FIRST, MOVED, PAGES, SECTIONS, STEPS
from deploy import ROOT

COPIED = ("app.py", "decision_aid", "pages", "content", "deploy", "harness", "benchmarks", "static", ".streamlit")
LAST_STEP, AFTER_IT = STEPS[-1], next(page for page in PAGES if page not in STEPS)
STEP, OTHER = "made_up", "beside"
LINES = {STEP: '"journey", step=True, shows=("stages",)', OTHER: '"elsewhere"'}
PROGRAMS = {
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
    """Follow the three steps of the recipe; the page's line goes before the line `before`."""
    registry = house / "decision_aid" / "pages.py"
    lines = registry.read_text(encoding="utf-8")
    assert lines.count(before) == 1, "the registry differs from what this test expects"
    registry.write_text(lines.replace(before, f'    Page("{page}", {LINES[page]}),\n{before}'), encoding="utf-8")
    _, section, *_ = LINES[page].split('"')
    file = house / "pages" / section / f"{page}.py"
    file.parent.mkdir(exist_ok=True)
    file.write_text(PROGRAMS[page], encoding="utf-8")
    for language, words in WORDS.items():
        file = house / "content" / "words" / language / "pages" / f"{page}.yaml"
        file.write_text(words.format(name=page), encoding="utf-8")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The registry report of a copy of the program with a new step, and a new page in a menu section of its own."""
    house = tmp_path_factory.mktemp("house")
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, house / name)
    add(STEP, f'    Page("{AFTER_IT}"', house)
    add(OTHER, ")\n\nPAGES", house)
    for language, name in (("en", "Elsewhere"), ("es", "Otro sitio")):
        with (house / "content" / "words" / language / "app.yaml").open("a", encoding="utf-8") as words:
            words.write(f"\nmenu.elsewhere: {name}\n")
    command = [sys.executable, str(ROOT / "tests" / "journeys" / "registry_report.py"), LAST_STEP, STEP, OTHER]
    paths = {"PYTHONPATH": str(house), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(command, cwd=house, env=os.environ | paths, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    facts: dict[str, Any] = json.loads(run.stdout)
    return facts


def test_it_stands_in_the_menu_under_its_address(report: dict[str, Any]) -> None:
    sections = {**SECTIONS, "journey": ("", *STEPS[1:], STEP), "elsewhere": (OTHER,)}
    assert list(report["menu"].values()) == [*map(list, sections.values()), [FIRST, *MOVED]]
    assert list(report["menu"])[-2] == "Elsewhere"


def test_it_opens_with_its_words_and_is_noted_as_opened(report: dict[str, Any]) -> None:
    for page in (STEP, OTHER):
        assert report["page"][page]["title"] == f"New {page}"
        assert page in report["page"][page]["opened"]


def test_a_step_is_numbered_and_stands_between_back_and_next(report: dict[str, Any]) -> None:
    number = len(STEPS) + 1
    assert report["page"][STEP]["where"] == [f"Step {number} of {number} · New {STEP}"]
    assert report["page"][STEP]["links"] == [LAST_STEP]
    assert report["page"][LAST_STEP]["links"] == [STEPS[-2], STEP]
    assert report["page"][OTHER]["links"] == [""]


def test_the_server_sends_its_first_sight(report: dict[str, Any]) -> None:
    assert {page: report["first sight"][page] for page in (STEP, OTHER)} == {
        STEP: [f"Nuevo {STEP}"],
        OTHER: [f"Nuevo {OTHER}"],
    }


def test_its_words_are_needed_and_judged_by_how_they_read(report: dict[str, Any]) -> None:
    assert report["faults"] == []
    assert all({STEP, OTHER} <= set(scores) for scores in report["scores"].values())
    assert "This is new." in report["texts"][STEP]
    assert len(report["texts"][STEP]) > len(report["texts"][OTHER]) == 4, "a step shows the stages as well"
    missing = re.findall(r"page '(\w+)' has no words", " ".join(report["without words"]))
    assert sorted(missing) == sorted((LAST_STEP, STEP, OTHER))


def test_tests_and_benchmarks_go_to_it(report: dict[str, Any]) -> None:
    assert {STEP, OTHER} <= set(report["walked"])
    assert report["load run"] == ["", *STEPS[1:], STEP]
    assert report["browser"][OTHER] == ["Elsewhere", f"/{OTHER}"]


def test_nobody_else_keeps_a_list_of_the_pages_or_their_folders() -> None:
    folders = re.compile(rf"pages/(?:{'|'.join(SECTIONS)})/")
    files = [ROOT / "app.py", *(path for name in (*COPIED, "tests") for path in (ROOT / name).rglob("*.py"))]
    programs = {path: path.read_text(encoding="utf-8") for path in files}
    assert [path for path, text in programs.items() if folders.search(text) or _lists_all_steps(text)] == []


def _lists_all_steps(program: str) -> bool:
    """Whether a tuple, list or set holds all steps, or a mapping has all of them as keys."""
    collections = [
        node.keys if isinstance(node, ast.Dict) else node.elts
        for node in ast.walk(ast.parse(program))
        if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict)
    ]
    return any(set(STEPS) <= {node.value for node in nodes if isinstance(node, ast.Constant)} for nodes in collections)
