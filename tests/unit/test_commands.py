"""The commands of the Makefile, as a newcomer gives them."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from deploy.nginx import HOST
from harness.serving import Server, free_port
from tests.unit.test_system import program

ROOT = Path(__file__).parents[2]
MAKE = shutil.which("make")
BIN = ".venv/bin/"
FROM_MAKE = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")
"""What a `make` that runs the tests would hand on to one that they start."""
pytestmark = pytest.mark.skipif(not MAKE, reason="there is no make here")


def first_command() -> list[str]:
    """What README tells a newcomer to type first."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = re.search(r"^```sh\n(.+)$", readme, re.MULTILINE)
    assert lines
    return shlex.split(lines[1], comments=True)


def test_the_first_command_opens_the_aid_and_asks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Streamlit never ran, it would ask for an e-mail address, and end where no one can answer."""
    opened = tmp_path / "opened"
    for opener in ("xdg-open", "open"):  # what opens an address on Linux and on a Mac
        program(tmp_path / opener, f'echo "$1" >"{opened}.new"', f'mv "{opened}.new" "{opened}"')
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    for name in ("CI", *FROM_MAKE):  # with CI no window opens, and nothing would be asked
        monkeypatch.delenv(name, raising=False)

    port = free_port()
    here = ["-o", ".venv/run.stamp", f"BIN={Path(sys.executable).parent}", f"PORT={port}"]
    with (tmp_path / "output").open("w") as output:
        started = Server([*first_command(), *here], output=output)
        started.keep_up()
        try:
            started.await_answer(f"http://{HOST}:{port}")
            end = time.monotonic() + 20
            while not opened.exists() and time.monotonic() < end:
                time.sleep(0.02)
        finally:
            started.stop()
    assert opened.read_text().strip().endswith(f":{port}"), (tmp_path / "output").read_text()


def would_run(*targets: str) -> list[str]:
    """What `make` would run, in order, on a machine where nothing has been set up."""
    environment = {name: value for name, value in os.environ.items() if name not in FROM_MAKE}
    command = [str(MAKE), "-n", "-B", *targets]
    listed = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()


@pytest.fixture(scope="module")
def steps() -> list[str]:
    return would_run("test", "engines")


def test_what_is_missing_is_told_before_the_tests_start(steps: list[str]) -> None:
    assert "scripts/system.sh chromium nginx" in steps[0]


def test_each_check_runs_once(steps: list[str]) -> None:
    for check in ("ruff check", "ruff format --check", "mypy", "lint-imports", "decision_aid.content"):
        assert len([step for step in steps if check in step]) == 1, check


def test_every_test_is_in_one_part(steps: list[str]) -> None:
    named = [word for step in steps if "pytest" in step for word in step.split() if word.startswith("tests/")]
    ran = [
        file
        for word in named
        for part in ROOT.glob(word)
        for file in (part.rglob("test_*.py") if part.is_dir() else [part])
    ]
    assert sorted(ran) == sorted((ROOT / "tests").rglob("test_*.py"))


def test_the_forge_runs_all_that_people_run(steps: list[str]) -> None:
    """By the same commands; a target that is not in the Makefile ends this test."""
    workflows = [yaml.safe_load(file.read_text()) for file in (ROOT / ".github" / "workflows").glob("*.yml")]
    jobs = [job for workflow in workflows for job in workflow["jobs"].values()]
    runs = [step["run"].split() for job in jobs for step in job["steps"] if "run" in step]
    assert {run[0] for run in runs} == {"make"}
    there = {line for run in runs for line in would_run(*run[1:])}
    assert {step for step in steps if BIN in step} - there == set()
    assert all(workflow["permissions"] == {"contents": "read"} for workflow in workflows)
