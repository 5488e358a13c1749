"""What one person costs all others on the same server: a run makes no file, and the list has an end."""

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


def holding(saved: Answers) -> AppTest:
    at = arrive()
    at.session_state["answers"] = saved
    return check(at.run())


@pytest.fixture(scope="module")
def worst() -> Answers:
    """What the worst link of a stranger leaves once it is open."""
    aid = real_aid()
    return drop_unknown_answers(aid, read_fragment(aid, fragment(aid, costliest(aid), own_words=True)))


def test_no_page_makes_a_file_before_its_button_is_pressed(worst: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[str]()

    def making(what: str) -> Export:
        return Export(lambda *_: made.append(what) or "")

    monkeypatch.setattr(courier, "EXPORTS", {what: making(what) for what in EXPORTS})
    seen = set[str]()
    for at in everything(holding(worst)):
        seen |= offered(at).keys()
    assert seen >= EXPORTS.keys() - {"appointment", "link"}  # these wait for a time, and for an address
    assert made == []


def test_no_page_opens_a_file_once_it_was_shown(worst: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    # A process may have no open file left, and the tabs that are open still get their answers.
    def none_left(*_: Any, **__: Any) -> Any:
        raise OSError(errno.EMFILE, "Too many open files")

    at = holding(worst)
    for page in PAGES:
        go(at, page)
        with monkeypatch.context() as patched:
            for module in (builtins, io):
                patched.setattr(module, "open", none_left)
            patched.setattr(os, "open", none_left)
            check(at.run())


def test_the_list_of_the_worst_link_has_fifteen_questions_and_the_others_wait_beside_it(worst: Answers) -> None:
    at = go(holding(worst), "questions")
    assert len(listed(at)) == 15
    assert set(listed(at)) <= set(worst.question_edits.own)
    assert FULL in texts(at)
    shown = [text for text in texts(opened(at, "shown.more-add")) if 'class="asked"' in text]
    assert len(shown) == len(worst.question_edits.own) + len(real_aid().questions) - 15


def test_a_full_list_takes_one_more_when_one_was_taken_off() -> None:
    own = Answers(question_edits=QuestionEdits(own={f"own_{number}": "Why?" for number in range(1, 16)}))
    at = go(holding(own), "questions")
    assert (len(listed(at)), put_back_buttons(at)) == (15, [])
    with pytest.raises(KeyError):
        element(at, "own_question.text")
    pick(at, "own_3", "remove")
    assert FULL not in texts(at)
    assert "own_3" in put_back_buttons(at)
    press(at, "put.own_3")
    assert "own_3" in listed(at)
    assert answers(at).question_edits.own == own.question_edits.own


def test_fifty_questions_of_ones_own_are_all_that_are_kept() -> None:
    edited = Answers()
    for number in range(1, 51):
        edited = editing.remove(editing.add(edited, "Why?"), f"own_{number}")
    at = go(holding(edited), "questions")
    assert FULL in texts(at)
    assert drop_unknown_answers(real_aid(), edited) == edited
