"""The one runner of the benchmarks: it knows each that is named anywhere, and reads its options."""

import re
from pathlib import Path

import pytest

from benchmarks.__main__ import SCENARIOS, listed, run

ROOT = Path(__file__).parents[2]
NAMED_IN = (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "Makefile", ROOT / "content" / "decision.yaml")


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_benchmark_says_what_it_measures_and_which_options_it_takes(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(name, ["--help"])
    assert ended.value.code == 0
    assert f"python -m benchmarks {name}" in capsys.readouterr().out
    assert re.search(rf"^  {name} +\S", listed(), re.MULTILINE)


def test_every_benchmark_that_is_named_is_there() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in NAMED_IN)
    named = set(re.findall(r"-m benchmarks (\w+)", text))
    named |= set(re.search(r"for name in ([\w ]+);", text)[1].split())  # type: ignore[index]
    assert named == set(SCENARIOS)


def test_the_options_of_a_benchmark_are_the_parameters_of_its_program(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def main(times: int = 3, poor: bool = False, think: float = 5.0) -> None:
        seen.append((times, poor, think))

    monkeypatch.setattr("benchmarks.exports.main", main)
    run("exports", [])
    run("exports", ["--times", "7", "--poor", "--think", "1"])
    assert seen == [(3, False, 5.0), (7, True, 1.0)]
