"""What was entered is kept when Streamlit breaks a callback off, as it does if the browser sends something more."""

from collections import deque
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from copy import copy
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import RerunException, StopException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from decision_aid import session
from decision_aid.model.answers import Answers
from decision_aid.reasoning import question_editing as editing
from decision_aid.session import mirroring
from decision_aid.session.callbacks import uninterrupted
from decision_aid.views import question_cards


def pick_a_part(before: Answers) -> Answers:
    return before.model_copy(update={"parts": ("brace",)})


STATE = {
    "answers": pick_a_part(Answers(order_seed=3)),
    "changes": deque([pick_a_part]),
    "mirror": {"found": {"answers": '{"version": 4, "leaning": "not_sure", "situation": {"pain_now": 7}}'}},
    "menu.b": "up",
    "text": "May I drive?",
}
"""The state of a session that has not yet restored what the tab kept."""
CALLBACKS = {
    "take_back": uninterrupted(mirroring._take_back),
    "move_question": uninterrupted(question_cards._do, ("a", "b", "c"), "b"),
    "add_question": uninterrupted(session.submit, "text", editing.add),
}


class BrokenOff(MutableMapping[str, Any]):
    """A session state that raises at its access number `first`, and at the next ones, `times` in all."""

    def __init__(self, first: int, times: int, how: BaseException) -> None:
        self.values = {key: copy(value) for key, value in STATE.items()}
        self.first, self.times, self.how, self.accesses = first, times, how, 0

    def _access(self) -> None:
        self.accesses += 1
        if self.first <= self.accesses < self.first + self.times:
            raise self.how

    def __getitem__(self, key: str) -> Any:
        self._access()
        return self.values[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self._access()
        self.values[key] = value

    def __delitem__(self, key: str) -> None:
        self._access()
        del self.values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)


def run(monkeypatch: pytest.MonkeyPatch, name: str, state: BrokenOff) -> tuple[Answers, list[Any], bool]:
    """Run a callback. Returns the answers, the changes to replay on restored ones, and whether they are restored."""
    monkeypatch.setattr(session.st, "session_state", state)
    monkeypatch.setattr(session.st, "query_params", {})
    with suppress(RerunException, StopException):
        CALLBACKS[name]()
    values = state.values
    return values["answers"], list(values.get("changes", ())), values.get("restored", False)


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("name", CALLBACKS)
def test_an_answer_is_kept_once_wherever_the_next_input_breaks_in(
    monkeypatch: pytest.MonkeyPatch, name: str, times: int
) -> None:
    undisturbed = BrokenOff(0, 0, RerunException(RerunData()))
    answers, changes, restored = run(monkeypatch, name, undisturbed)
    assert answers != STATE["answers"]
    for first in range(1, undisturbed.accesses + 1):
        state = BrokenOff(first, times, RerunException(RerunData()))
        after = run(monkeypatch, name, state)
        assert (after[0], len(after[1]), after[2]) == (answers, len(changes), restored), first


def test_the_next_input_is_dealt_with_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    request = RerunException(RerunData(query_string="next"))
    monkeypatch.setattr(session.st, "session_state", BrokenOff(2, 1, request))
    with pytest.raises(RerunException) as raised:
        CALLBACKS["add_question"]()
    assert raised.value is request


def test_a_session_that_ends_while_it_restores_answers_does_not_count_as_restored(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    undisturbed = BrokenOff(0, 0, StopException())
    complete, _, _ = run(monkeypatch, "take_back", undisturbed)
    for first in range(1, undisturbed.accesses + 1):
        answers, _, restored = run(monkeypatch, "take_back", BrokenOff(first, undisturbed.accesses, StopException()))
        assert answers == complete or not restored, first
