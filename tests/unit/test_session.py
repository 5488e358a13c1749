"""How a widget is tied to the answers: filled from them, and writing back to them."""

import json
from copy import deepcopy
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from decision_aid import reader, session
from decision_aid.content.folder import ContentFolder
from decision_aid.model.answers import Answers
from decision_aid.saving.packing import CannotOpen
from decision_aid.saving.tab import CutShort
from decision_aid.session import mirroring
from decision_aid.wording.dates import clock, day
from harness.aids import SMALL, real_aid
from tests.cases.tables import cases

LEANS = '{"version": 3, "leaning": "not_sure"}'
"""What a tab has kept."""


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A session that is an ordinary dictionary, of someone whose browser prefers Spanish."""
    session_state: dict[str, Any] = {}
    monkeypatch.setattr(session.st, "session_state", session_state)
    monkeypatch.setattr(session.st, "query_params", {})
    browser = SimpleNamespace(
        headers={"Accept-Language": "es-CO,es;q=0.9"}, locale="es-CO", url="http://here/situation"
    )
    monkeypatch.setattr(session.st, "context", browser)
    monkeypatch.setattr(session.st, "rerun", lambda: None)
    monkeypatch.setattr(mirroring, "_mirror", lambda **_: None)
    return session_state


def by_person(answers: Answers) -> dict[str, Any]:
    """What the person gave: all but the seed of the asking order and the note of the pages that were opened."""
    return answers.model_dump(exclude={"order_seed", "opened"})


def lean(before: Answers, value: Any) -> Answers:
    return before.model_copy(update={"leaning": value})


def test_a_session_begins_with_no_answers(state: dict[str, Any]) -> None:
    assert by_person(session.answers()) == by_person(Answers())


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
        for read in (session.aid, session.aid_for_the_record, session.answers, session.language, session.pending):
            read()
        session.screen_index("situation")
        reader.address_of("start")
        assert state == before
        assert session.st.query_params == {"lang": "en"}


def test_a_widget_that_already_shows_the_answer_is_left_alone(state: dict[str, Any]) -> None:
    class Held(dict[str, Any]):
        def __setitem__(self, key: str, value: Any) -> None:
            raise AssertionError("the handle was pulled out of the hand")

    session.st.session_state = Held({"answer.leaning": "not_sure"})
    session.bind("leaning", "not_sure", lean)


def test_a_widget_that_shows_something_else_is_set_right(state: dict[str, Any]) -> None:
    draw(state)
    state["answer.leaning"] = "in_between"
    session.bind("leaning", None, lean)
    assert state["answer.leaning"] is None


def test_what_a_widget_holds_goes_into_the_answers(state: dict[str, Any]) -> None:
    bound = session.bind("leaning", None, lean)
    state[bound["key"]] = "not_sure"
    bound["on_change"]()
    assert by_person(session.answers()) == by_person(Answers(leaning="not_sure"))


def test_the_tab_keeps_the_answers_to_each_decision_under_a_name_of_its_own(
    state: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    session.begin_run()
    assert (
        mirroring._to_keep()["name"] == "spine-fracture-choice"
    )  # open tabs have it: another would lose their answers
    monkeypatch.setattr(session, "content", ContentFolder(SMALL))
    assert mirroring._to_keep()["name"] == "sore-throats"


def hand_over(state: dict[str, Any], answers: str) -> None:
    """The tab hands over what it had kept to the session, which does not know it."""
    state["mirror"] = {"found": {"answers": answers}}
    mirroring._take_back()


def draw(state: dict[str, Any], shows: Any = None) -> str:
    """A page with one question is drawn; the browser holds this in its widget, unless it is told to show something.

    Returns the widget's key.
    """
    session.begin_run()
    key: str = session.bind("leaning", session.answers().leaning, lean)["key"]
    state.setdefault(key, shows)
    mirroring.mirror("We have lost the connection.", "This browser keeps nothing.", {})
    return key


def test_what_a_broken_off_run_has_lost_is_asked_for_again(state: dict[str, Any]) -> None:
    mirroring._take_back()
    assert by_person(session.answers()) == by_person(Answers())
    assert not state.get("restored")
    hand_over(state, LEANS)
    assert session.answers().leaning == "not_sure"
    assert state["restored"]


def test_a_page_that_was_drawn_empty_takes_no_answer_back(state: dict[str, Any]) -> None:
    key = draw(state)
    hand_over(state, LEANS)
    draw(state)
    state[key] = None  # as the browser may still say for a moment
    session.submit(key, lean)
    draw(state)
    assert session.answers().leaning == state[key] == "not_sure"
    mirroring._arrive()  # and some widgets have not got it yet
    state[key] = None
    session.submit(key, lean)
    draw(state)
    assert session.answers().leaning == state[key] == "not_sure"
    mirroring._arrive()
    draw(state)
    state[key] = None
    session.submit(key, lean)
    assert session.answers().leaning is None


def test_what_was_handed_over_is_set_by_every_run_until_the_page_has_come(state: dict[str, Any]) -> None:
    key = draw(state)
    hand_over(state, LEANS)
    for _ in range(2):
        draw(state)
        assert session._must_be_set(key, "not_sure")
    mirroring._arrive()
    draw(state)
    assert not session._must_be_set(key, "not_sure")


@pytest.mark.parametrize("stored", [LEANS, None])
def test_what_a_page_holds_that_outlived_its_server_is_newer_than_what_the_tab_kept(
    state: dict[str, Any], stored: str | None
) -> None:
    draw(state, shows="in_between")
    assert session.answers().leaning == "in_between"
    if stored:
        hand_over(state, stored)
    assert session.answers().leaning == state[draw(state)] == "in_between"


def test_what_outlived_a_server_is_kept_though_a_press_broke_off_the_run_that_found_it(state: dict[str, Any]) -> None:
    session.begin_run()
    session.bind("leaning", None, lean)
    state["answer.leaning"] = "in_between"
    draw(state)
    assert session.answers().leaning == state["answer.leaning"] == "in_between"


def test_an_answer_given_before_the_tab_has_handed_over_is_kept_with_the_older_ones(state: dict[str, Any]) -> None:
    draw(state)
    state["answer.pain"] = 7
    session.submit("answer.pain", lambda before, value: before.model_copy(update={"situation": {"pain_now": value}}))
    hand_over(state, LEANS)
    assert (session.answers().leaning, session.answers().situation) == ("not_sure", {"pain_now": 7})


def test_what_was_cleared_before_the_tab_has_handed_over_does_not_come_back(state: dict[str, Any]) -> None:
    draw(state)
    session.clear()
    hand_over(state, LEANS)
    assert by_person(session.answers()) == by_person(Answers())


def test_someone_whose_tab_kept_texts_that_are_too_long_is_told_how_many_lost_their_ends(state: dict[str, Any]) -> None:
    stored = {"version": 4, "still_unclear": "x" * 5001, "question_edits": {"own": {"own_1": "x" * 201}}}
    hand_over(state, json.dumps(stored))
    assert len(session.answers().still_unclear) == 5000
    assert session.pending() == CutShort(2)


def test_each_box_has_a_number_of_its_own_though_one_before_it_is_gone(state: dict[str, Any]) -> None:
    numbers = []
    for reason in ("damaged", "newer", "damaged"):
        session.set_pending(CannotOpen(reason))
        numbers.append(session.pending_number())
        session.set_pending(None)
    assert len(set(numbers)) == 3


def test_a_page_that_was_opened_before_the_tab_has_handed_over_is_noted_once(state: dict[str, Any]) -> None:
    draw(state)
    session.note_opened("questions")
    hand_over(state, '{"version": 4, "leaning": "not_sure", "opened": ["start", "questions"]}')
    assert session.answers().opened == ("start", "questions")


def read_at(monkeypatch: pytest.MonkeyPatch, accepted: str | None, on_the_page: str | None = None) -> None:
    """Be in a browser that accepts these languages."""
    headers = {"Accept-Language": accepted} if accepted else {}
    monkeypatch.setattr(reader.st, "context", SimpleNamespace(headers=headers, locale=on_the_page))


@cases("locale", "place")
def test_country_and_language_are_those_of_the_browser_though_the_page_speaks_another(
    monkeypatch: pytest.MonkeyPatch, accepted: str | None, on_the_page: str | None, expected: str | None
) -> None:
    read_at(monkeypatch, accepted, on_the_page)
    assert reader.locale() == expected


@cases("locale", "typed date")
def test_a_date_is_typed_in_the_order_of_the_readers_place(
    monkeypatch: pytest.MonkeyPatch, accepted: str | None, expected: str
) -> None:
    read_at(monkeypatch, accepted)
    assert reader.date_order(real_aid()) == expected


@cases("locale", "date and clock")
def test_dates_and_clock_are_those_of_the_readers_place(
    monkeypatch: pytest.MonkeyPatch, accepted: str | None, language: str, expected: list[str]
) -> None:
    read_at(monkeypatch, accepted)
    aid = reader.with_local_dates(session.content.aid(language))
    when = datetime(2026, 11, 29, 14, 30)
    assert [day(aid, when), clock(aid, when)] == expected
    assert aid.words.locale == session.content.aid(language).words.locale, "numbers stay those of the language"
    assert reader.with_local_dates(session.content.aid(language)) is aid, "one for all who read there"


def test_a_time_from_a_file_is_told_on_the_readers_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.st, "context", SimpleNamespace(timezone="Asia/Kolkata"))
    assert reader.to_local_time(datetime(2026, 11, 29, 20, 0, tzinfo=UTC)).isoformat() == "2026-11-30T01:30:00+05:30"


def test_today_is_the_readers_day_and_not_the_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the two zones there are 25 hours: whatever the server's clock says, the days differ."""
    days = {}
    for zone in ("Pacific/Kiritimati", "Pacific/Midway", "", "no such zone"):
        monkeypatch.setattr(reader.st, "context", SimpleNamespace(timezone=zone))
        days[zone] = reader.today()
        assert reader.now().utcoffset() is not None
    assert days["Pacific/Kiritimati"] > days["Pacific/Midway"]
    assert days[""] == days["no such zone"] == date.today()
