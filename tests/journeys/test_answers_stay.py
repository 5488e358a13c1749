"""Answers outlive every page change, and nothing has a value until the person gives one."""

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.answers import Answers
from decision_aid.pages import PAGES, STEPS
from harness.walking import APP, TIMEOUT, answer, answers, arrive, everything, given, go, shown, tap, walk, with_details
from tests.cases.tables import raw

SOMEONE = raw("people")["someone"]
"""By page, each question by the name of its widget, and the answer."""


def assert_all_shown(at: AppTest) -> None:
    """Check that every widget shows its answer, on its own page."""
    for page, expected in SOMEONE.items():
        go(at, page)
        assert {name: shown(at, name) for name in expected} == expected


def test_answers_stay_on_the_way_forward_and_back_and_when_every_page_is_opened_again() -> None:
    at = walk(arrive(), SOMEONE)
    first = answers(at)
    for page in reversed(PAGES):
        go(at, page)
    assert given(answers(at)) == given(first)
    assert_all_shown(at)


def test_answers_stay_in_any_order_of_pages() -> None:
    at = arrive()
    for page in ("evidence", *reversed(STEPS), "situation"):
        go(at, page)
        for name, value in SOMEONE.get(page, {}).items():
            if shown(at, name) != value:
                answer(at, name, value)
    assert_all_shown(at)


def test_nothing_is_set_until_the_person_sets_it() -> None:
    at = arrive()
    for _ in everything(at):
        for kind in ("select_slider", "button_group", "checkbox", "text_area", "text_input", "radio", "selectbox"):
            for widget in at.get(kind):
                # A question's wording and the display settings start with the aid's own.
                preset = ("answer.reword.", "answer.display.", "answer.language", "answer.look.")
                if (widget.key or "").startswith("answer.") and not widget.key.startswith(preset):
                    assert widget.value in ("unset", None, [], False, ""), widget.key
    assert given(answers(at)) == given(answers(with_details(arrive())))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_a_session_begins_with_sets_nothing_by_itself(page: str) -> None:
    at = go(AppTest.from_file(str(APP), default_timeout=TIMEOUT), page)
    assert given(answers(at)) == given(Answers())


def test_an_answer_can_be_taken_back_and_is_then_not_there() -> None:
    at = go(arrive(), "situation")
    for name, value, nothing in (
        ("situation.time_since_break", "weeks_2_to_6", None),
        ("situation.pain_now", 4, "unset"),
        ("situation.daily_life", ["walking"], []),
        ("situation.anything_else", "x", ""),
    ):
        answer(at, name, value)
        assert name.removeprefix("situation.") in answers(at).situation
        answer(at, name, nothing)
    assert given(answers(at)) == given(Answers())


def test_pain_of_zero_is_an_answer() -> None:
    at = go(arrive(), "situation")
    assert answers(answer(at, "situation.pain_now", 0)).situation == {"pain_now": 0}


def test_none_of_these_and_the_others_rule_each_other_out() -> None:
    at = go(arrive(), "situation")
    for choice, expected in (
        ("cancer", ("cancer",)),
        ("kidney", ("cancer", "kidney")),
        ("none", ("none",)),
        ("stomach", ("stomach",)),
    ):
        tap(at, "situation.other_illness", choice)
        assert answers(at).situation["other_illness"] == expected
        assert shown(at, "situation.other_illness") == list(expected)


def test_two_parts_stand_beside_the_options_and_a_third_takes_the_place_of_the_oldest() -> None:
    at = go(arrive(), "two_ways")
    for part, expected in (
        ("opioids", ("opioids",)),
        ("brace", ("opioids", "brace")),
        ("bed_rest", ("brace", "bed_rest")),
        ("opioids", ("bed_rest", "opioids")),
    ):
        tap(at, "parts", part)
        assert answers(at).parts == expected
        assert shown(at, "parts") == list(expected)
        (table,) = (block.value for block in at.html if "<table" in block.value)
        assert table.count('role="columnheader"') == 1 + 2 + len(expected)
    tap(tap(at, "parts", "opioids"), "parts", "bed_rest")
    assert answers(at).parts == ()


def test_someone_elses_answers_are_not_there() -> None:
    at = answer(go(arrive(), "situation"), "situation.pain_now", 9)
    assert answers(at).situation
    assert given(answers(arrive())) == given(Answers())
