"""Three described people go through every page to their question list."""

import re
from functools import cache

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.questions import SituationTrigger
from decision_aid.pages import STEPS
from decision_aid.reasoning.question_list import question_list
from decision_aid.reasoning.safety import to_tell
from harness.walking import (
    Case,
    answers,
    arrive,
    given,
    has,
    is_button,
    listed,
    listed_texts,
    offered,
    screens,
    unfold,
    urgent,
    walk,
)
from tests.cases.tables import raw

PEOPLE: dict[str, Case] = raw("people")["described"]


@cache
def list_after_walk(name: str) -> AppTest:
    """The question list, all opened, of a described person who went through every page in order.

    No test changes it.
    """
    return unfold(walk(arrive(), PEOPLE[name]))


@pytest.fixture(params=PEOPLE)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def at_the_end(name: str) -> AppTest:
    return list_after_walk(name)


def test_what_they_answered_is_known_and_nothing_else(name: str, at_the_end: AppTest) -> None:
    case = PEOPLE[name]
    situation = {
        key.removeprefix("situation."): tuple(value) if isinstance(value, list) else value
        for key, value in case.get("situation", {}).items()
    }
    expected = Answers(situation=situation, leaning=case.get("readiness", {}).get("leaning"))
    assert given(answers(at_the_end)) == given(expected)


def test_the_list_on_the_page_is_the_list_that_the_answers_lead_to(aid: Aid, at_the_end: AppTest) -> None:
    """tests/unit/test_question_list.py tests what holds of every list."""
    assert listed(at_the_end) == [question.id for question in question_list(aid, answers(at_the_end)).listed]
    marked = ['class="first"' in question for question in listed_texts(at_the_end)]
    assert marked == [index < 3 for index in range(len(listed(at_the_end)))]


def test_each_question_stands_there_with_its_words_and_room_for_a_note(aid: Aid, at_the_end: AppTest) -> None:
    for number, (name, question) in enumerate(zip(listed(at_the_end), listed_texts(at_the_end), strict=True), start=1):
        text = " ".join(re.sub("<[^>]*>", " ", question).split())
        assert text.startswith(f"{number} {escape(aid.words.questions[name].text)}")
        assert 'class="because"' in question
        assert 'class="note-line"' in question


def test_nobody_who_reported_no_warning_sign_is_alarmed(at_the_end: AppTest) -> None:
    assert urgent(at_the_end) == []


def test_the_list_can_be_taken_along_as_a_page_and_as_text(at_the_end: AppTest) -> None:
    assert offered(at_the_end).keys() >= {"page", "text"}


ON_WARFARIN, EASING = "recent break, severe pain, on warfarin", "three months on, improving"


@pytest.fixture
def on_warfarin() -> AppTest:
    return list_after_walk(ON_WARFARIN)


@pytest.mark.parametrize(
    ("person", "reasons"),
    [
        (ON_WARFARIN, {("medicines", "blood_thinner")}),
        (ON_WARFARIN, {("scans", "none")}),
        (EASING, {("pain_trend", "better"), ("time_since_break", "over_3_months")}),
    ],
)
def test_what_someone_answered_brings_a_question_to_their_list(
    aid: Aid, person: str, reasons: set[tuple[str, str]]
) -> None:
    triggers = [
        trigger
        for question in question_list(aid, answers(list_after_walk(person))).listed
        for trigger in question.fired
    ]
    fired = [trigger for trigger in triggers if isinstance(trigger, SituationTrigger)]
    assert reasons & {(trigger.factor, choice) for trigger in fired for choice in trigger.answers}


def test_the_team_is_told_of_a_blood_thinner(aid: Aid, on_warfarin: AppTest) -> None:
    assert ("medicines", "blood_thinner") in to_tell(aid, answers(on_warfarin))
    line = escape(aid.words.situation["medicines"].choices["blood_thinner"].tell)
    assert [html.value for html in on_warfarin.html if 'class="taken"' in html.value and line in html.value]


def test_someone_on_a_blood_thinner_is_given_no_day_to_stop_it(on_warfarin: AppTest) -> None:
    text = " ".join(listed_texts(on_warfarin)).lower()
    assert "stop taking" not in text


def test_someone_whose_pain_eases_is_not_asked_about_strong_pain(aid: Aid) -> None:
    at = list_after_walk(EASING)
    assert "strong_pain_now" not in {question.id for question in question_list(aid, answers(at)).more} | {*listed(at)}


def test_each_screen_of_the_way_says_which_step_of_six_it_is_and_leads_on_and_back(aid: Aid) -> None:
    assert len(STEPS) == 6
    at = arrive()
    addresses = ("", *STEPS[1:])
    for index, step in enumerate(STEPS):
        menu = aid.words.pages[step].menu
        line = f'class="where-i-am">{escape(aid.words.app["step"].format(number=index + 1, total=6, page=menu))}<'
        for number, _ in enumerate(screens(at, step)):
            assert sum(line in html.value for html in at.html) == 1
            assert is_button(at, "back") == (number > 0)
            back, onward = ([] if is_button(at, way) else link_targets(at, way) for way in ("back", "next"))
            assert back == ([addresses[index - 1]] if index and not number else [])
            assert onward == ([] if is_button(at, "next") or index == 5 else [addresses[index + 1]])


def link_targets(at: AppTest, way: str) -> list[str]:
    """The pages that a link back or on leads to."""
    return [link.proto.page for link in at.get_by_key(way).get("page_link")] if has(at, way) else []
