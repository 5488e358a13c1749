"""What one person costs the others on a server: a run makes no file, and the list has a limit."""

import builtins
import errno
import io
import os
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.answers import Answers, QuestionEdits
from decision_aid.pages import PAGES
from decision_aid.reasoning import question_editing as editing
from decision_aid.saving.known_answers import drop_unknown_answers
from decision_aid.saving.link import fragment, read_fragment
from decision_aid.views import courier
from decision_aid.views.export_catalog import EXPORTS, Export
from harness.people import costliest
from harness.walking import (
    answers,
    arrive,
    check,
    element,
    everything,
    go,
    listed,
    offered,
    opened,
    pick,
    press,
    put_back_buttons,
    texts,
)
from tests.unit.people import real_aid

FULL = real_aid().words.app["questions_full"]


def app_with(saved: Answers) -> AppTest:
    at = arrive()
    at.session_state["answers"] = saved
    return check(at.run())


@pytest.fixture(scope="module")
def worst() -> Answers:
    """The answers that remain once the costliest link is opened."""
    aid = real_aid()
    return drop_unknown_answers(aid, read_fragment(aid, fragment(aid, costliest(aid), own_words=True)))


def test_no_page_makes_a_file_before_its_button_is_pressed(worst: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    files = list[str]()

    def recording_export(export: str) -> Export:
        return Export(lambda *_: files.append(export) or "")

    monkeypatch.setattr(courier, "EXPORTS", {export: recording_export(export) for export in EXPORTS})
    offers = set[str]()
    for at in everything(app_with(worst)):
        offers |= offered(at).keys()
    assert offers >= EXPORTS.keys() - {"appointment", "link"}  # these wait for a time, and for an address
    assert files == []


def test_no_page_opens_a_file_once_it_was_shown(worst: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    # A process that has run out of file handles still has to answer its open tabs.
    def none_left(*_: Any, **__: Any) -> Any:
        raise OSError(errno.EMFILE, "Too many open files")

    at = app_with(worst)
    for page in PAGES:
        go(at, page)
        with monkeypatch.context() as patched:
            for module in (builtins, io):
                patched.setattr(module, "open", none_left)
            patched.setattr(os, "open", none_left)
            check(at.run())


def test_the_list_of_the_worst_link_has_fifteen_questions_and_the_others_wait_beside_it(worst: Answers) -> None:
    at = go(app_with(worst), "questions")
    assert len(listed(at)) == 15
    assert set(listed(at)) <= set(worst.question_edits.own)
    assert FULL in texts(at)
    cards = [text for text in texts(opened(at, "shown.more-add")) if 'class="asked"' in text]
    assert len(cards) == len(worst.question_edits.own) + len(real_aid().questions) - 15


def test_a_full_list_takes_one_more_when_one_was_taken_off() -> None:
    full = Answers(question_edits=QuestionEdits(own={f"own_{number}": "Why?" for number in range(1, 16)}))
    at = go(app_with(full), "questions")
    assert (len(listed(at)), put_back_buttons(at)) == (15, [])
    with pytest.raises(KeyError):
        element(at, "own_question.text")
    pick(at, "own_3", "remove")
    assert FULL not in texts(at)
    assert "own_3" in put_back_buttons(at)
    press(at, "put.own_3")
    assert "own_3" in listed(at)
    assert answers(at).question_edits.own == full.question_edits.own


def test_fifty_questions_of_ones_own_are_all_that_are_kept() -> None:
    edited = Answers()
    for number in range(1, 51):
        edited = editing.remove(editing.add(edited, "Why?"), f"own_{number}")
    at = go(app_with(edited), "questions")
    assert FULL in texts(at)
    assert drop_unknown_answers(real_aid(), edited) == edited
