"""The frame with broken content, and with the content of another decision."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from streamlit.testing.v1 import AppTest

from decision_aid import session
from decision_aid.content.folder import ContentFolder
from decision_aid.pages import PAGES, STEPS
from harness.visiting import screens
from harness.walking import (
    APP,
    TIMEOUT,
    answer,
    answers,
    arrive,
    go,
    listed,
    pick,
    tap,
    texts,
    title,
    urgent,
    with_details,
)

REAL = APP.parent / "content"
SMALL = APP.parent / "tests" / "content" / "small"


def read(file: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return loaded


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A missing folder that the aid reads its content from."""
    monkeypatch.setattr(session, "content", ContentFolder(tmp_path / "content"))
    return tmp_path / "content"


BREAKS = {
    "a file that cannot be read": lambda folder: (folder / "situation.yaml").write_text("a: [", encoding="utf-8"),
    "no folder": shutil.rmtree,
}


@pytest.mark.parametrize("fault", BREAKS)
def test_broken_content_shows_one_calm_page_and_nothing_of_the_fault(
    folder: Path, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(REAL, folder)
    BREAKS[fault](folder)
    at = AppTest.from_file(str(APP), default_timeout=TIMEOUT).run()
    assert not at.exception
    assert len(at.title) == 1
    text = " ".join([at.title[0].value, *texts(at)])
    assert not [word for word in ("Traceback", ".yaml", "Error", "None", "{") if word in text]
    assert len(at.button) == len(at.button_group) == 0
    assert capsys.readouterr().err.strip()


def test_content_that_was_mended_is_shown_without_a_restart(folder: Path) -> None:
    shutil.copytree(REAL, folder)
    (folder / "questions.yaml").unlink()
    broken = AppTest.from_file(str(APP), default_timeout=TIMEOUT).run().title[0].value
    shutil.copy(REAL / "questions.yaml", folder)
    assert arrive().title[0].value != broken


@pytest.fixture
def sore_throats(folder: Path) -> Path:
    """The made-up decision, with the real words of buttons and labels."""
    return Path(shutil.copytree(SMALL, folder))


def test_every_screen_shows_another_decision_in_its_own_words(sore_throats: Path) -> None:
    titles, at, aid = read(SMALL / "words" / "en" / "pages.yaml"), arrive(), session.content.aid("en", False)
    for page in PAGES:
        headings = screens(aid, page)
        for screen, heading in headings.items():
            assert go(at, page, screen).title[0].value == heading
        assert len(headings) > 1 or [*headings.values()] == [titles[page]["title"]]


def test_another_decision_is_answered_and_asked_about_in_the_same_way(sore_throats: Path) -> None:
    at = go(arrive(), "situation")
    tap(at, "situation.urgent_signs", "cannot_swallow")
    assert len(urgent(at)) == 1
    for page in STEPS:
        assert len(urgent(go(at, page))) == 1
    before = listed(at)
    pick(at, before[0], "remove")
    assert before[0] not in listed(at)
    assert answers(at).situation == {"urgent_signs": ("cannot_swallow",)}


@pytest.mark.parametrize("details", [False, True], ids=["as it opens", "all details"])
def test_each_thing_to_weigh_of_another_decision_stands_on_its_screen(sore_throats: Path, details: bool) -> None:
    words, at = read(SMALL / "words" / "en" / "outcomes.yaml"), with_details(arrive(), details)
    rated = [name for name, outcome in read(SMALL / "decision.yaml")["outcomes"].items() if outcome.get("rated", True)]
    for name in rated:
        assert title(go(at, "weigh", name)) == words[name]["name"]
        answer(at, f"importance.{name}", 5)
    go(at, "weigh", "result")
    assert answers(at).importance == dict.fromkeys(rated, 5)
    assert {group.key for group in at.button_group} >= {"answer.gut_leaning", "answer.give_up_last"}
