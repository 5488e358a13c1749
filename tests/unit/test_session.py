"""How a widget is tied to the answers: filled from them, and writing back to them."""

from copy import deepcopy
from types import SimpleNamespace
from typing import Any

import pytest

from decision_aid import session
from decision_aid.content.folder import ContentFolder
from decision_aid.model.answers import Answers
from harness.aids import SMALL


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A session that is an ordinary dictionary, of someone whose browser prefers Spanish."""
    kept: dict[str, Any] = {}
    monkeypatch.setattr(session.st, "session_state", kept)
    monkeypatch.setattr(session.st, "query_params", {})
    browser = SimpleNamespace(headers={"Accept-Language": "es-CO,es;q=0.9"}, locale="es-CO", url="http://here/welcome")
    monkeypatch.setattr(session.st, "context", browser)
    return kept


def given(answers: Answers) -> dict[str, Any]:
    """What the person gave: all but the seed of the asking order and the note of the pages that were opened."""
    return answers.model_dump(exclude={"order_seed", "opened"})


def lean(before: Answers, value: Any) -> Answers:
    return before.model_copy(update={"leaning": value})


def test_a_session_begins_with_no_answers(state: dict[str, Any]) -> None:
    assert given(session.answers()) == given(Answers())


def test_the_language_of_the_address_is_taken_once_and_before_that_of_the_browser(state: dict[str, Any]) -> None:
    session.begin_run()
    assert session.language() == "es"
    session.st.query_params["lang"] = "en"
    assert session.language() == "es"
    session.begin_run()
    assert session.language() == session.aid().words.language == "en"
    session.st.query_params["lang"] = "xx"
    session.begin_run()
    assert session.language() == "en"


def test_reading_writes_nothing(state: dict[str, Any]) -> None:
    session.st.query_params["lang"] = "en"
    for began in (False, True):
        if began:
            session.begin_run()
        before = deepcopy(state)
        for read in (session.aid, session.aid_for_the_record, session.answers, session.language, session.held):
            read()
        session.turned_to("situation")
        session.address_of("welcome")
        assert state == before
        assert session.st.query_params == {"lang": "en"}


def test_a_change_is_kept_for_the_next_page(state: dict[str, Any]) -> None:
    session.keep(lambda before: lean(before, "not_sure"))
    assert session.answers().leaning == "not_sure"


def test_a_widget_is_filled_from_the_answers(state: dict[str, Any]) -> None:
    bound = session.bound("leaning", "not_sure", lean)
    assert state[bound["key"]] == "not_sure"


def test_a_widget_that_already_shows_the_answer_is_left_alone(state: dict[str, Any]) -> None:
    class Held(dict[str, Any]):
        def __setitem__(self, key: str, value: Any) -> None:
            raise AssertionError("the handle was pulled out of the hand")

    session.st.session_state = Held({"answer.leaning": "not_sure"})
    session.bound("leaning", "not_sure", lean)


def test_a_widget_that_shows_something_else_is_set_right(state: dict[str, Any]) -> None:
    state["answer.leaning"] = "in_between"
    session.bound("leaning", None, lean)
    assert state["answer.leaning"] is None


def test_what_a_widget_holds_goes_into_the_answers(state: dict[str, Any]) -> None:
    bound = session.bound("leaning", None, lean)
    state[bound["key"]] = "not_sure"
    bound["on_change"](*bound["args"])
    assert given(session.answers()) == given(Answers(leaning="not_sure"))


def test_the_tab_keeps_the_answers_to_each_decision_under_a_name_of_its_own(
    state: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    session.begin_run()
    assert session._told()["name"] == "spine-fracture-choice"  # open tabs have it: another would lose their answers
    monkeypatch.setattr(session, "content", ContentFolder(SMALL))
    assert session._told()["name"] == "sore-throats"


def test_what_a_broken_off_run_has_lost_is_asked_for_again(state: dict[str, Any]) -> None:
    session._take_back()
    assert given(session.answers()) == given(Answers())
    assert not state.get("settled")
    state["mirror"] = {"found": {"answers": '{"version": 3, "leaning": "not_sure"}', "lived_on": False}}
    session._take_back()
    assert session.answers().leaning == "not_sure"
    assert state["settled"]
