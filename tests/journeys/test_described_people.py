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
    offered,
    screens,
    told,
    unfold,
    urgent,
    walk,
)

PEOPLE: dict[str, Case] = {
    "recent break, severe pain, on warfarin": {
        "situation": {
            "situation.time_since_break": "under_2_weeks",
            "situation.pain_now": 9,
            "situation.scans": ["none"],
            "situation.medicines": ["blood_thinner"],
        },
        "readiness": {"leaning": "not_sure"},
    },
    "three months on, improving": {
        "situation": {
            "situation.time_since_break": "over_3_months",
            "situation.pain_now": 3,
            "situation.pain_trend": "better",
        },
    },
    "skips everything": {},
}


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


def test_the_list_holds_three_to_seven_questions(at_the_end: AppTest) -> None:
    assert 3 <= len(listed(at_the_end)) <= 7
    assert len(told(at_the_end)) == len(listed(at_the_end)) == len(set(listed(at_the_end)))


def test_the_list_on_the_page_is_the_list_that_the_answers_lead_to(aid: Aid, at_the_end: AppTest) -> None:
    assert listed(at_the_end) == [question.id for question in question_list(aid, answers(at_the_end)).listed]


def test_exactly_the_first_three_are_marked_to_be_asked_first(at_the_end: AppTest) -> None:
    marked = ['class="first"' in question for question in told(at_the_end)]
    assert marked == [index < 3 for index in range(len(marked))]


def test_each_option_has_a_question_about_it_alone(aid: Aid, at_the_end: AppTest) -> None:
    topics = {aid.questions[name].about for name in listed(at_the_end) if len(aid.questions[name].about) == 1}
    assert topics == {(option,) for option in aid.decision.options}


def test_each_question_stands_there_with_its_words_and_room_for_a_note(aid: Aid, at_the_end: AppTest) -> None:
    for number, (name, question) in enumerate(zip(listed(at_the_end), told(at_the_end), strict=True), start=1):
        text = " ".join(re.sub("<[^>]*>", " ", question).split())
        assert text.startswith(f"{number} {escape(aid.words.questions[name].text)}")
        assert 'class="because"' in question
        assert 'class="note-line"' in question


def test_nobody_who_reported_no_warning_sign_is_alarmed(at_the_end: AppTest) -> None:
    assert urgent(at_the_end) == []


def test_the_list_can_be_taken_along_as_a_page_and_as_text(at_the_end: AppTest) -> None:
    assert offered(at_the_end).keys() >= {"page", "text"}


@pytest.fixture
def on_warfarin() -> AppTest:
    return list_after_walk("recent break, severe pain, on warfarin")


def triggered_questions(aid: Aid, saved: Answers, factor: str, choice: str) -> set[str]:
    """Ids of the listed questions that this answer triggered."""
    return {
        question.id
        for question in question_list(aid, saved).listed
        for trigger in question.fired
        if isinstance(trigger, SituationTrigger) and trigger.factor == factor and choice in trigger.answers
    }


def test_someone_on_a_blood_thinner_has_a_question_about_it(aid: Aid, on_warfarin: AppTest) -> None:
    assert triggered_questions(aid, answers(on_warfarin), "medicines", "blood_thinner") & {*listed(on_warfarin)}


def test_someone_without_a_scan_has_a_question_about_it(aid: Aid, on_warfarin: AppTest) -> None:
    assert triggered_questions(aid, answers(on_warfarin), "scans", "none") & {*listed(on_warfarin)}


def test_the_team_is_told_of_a_blood_thinner(aid: Aid, on_warfarin: AppTest) -> None:
    assert ("medicines", "blood_thinner") in to_tell(aid, answers(on_warfarin))
    line = escape(aid.words.situation["medicines"].choices["blood_thinner"].tell)
    assert [block.value for block in on_warfarin.html if 'class="taken"' in block.value and line in block.value]


def test_someone_on_a_blood_thinner_is_given_no_day_to_stop_it(on_warfarin: AppTest) -> None:
    text = " ".join(told(on_warfarin)).lower()
    assert "stop taking" not in text


def test_someone_whose_pain_eases_has_a_question_because_of_that(aid: Aid) -> None:
    at = list_after_walk("three months on, improving")
    assert triggered_questions(aid, answers(at), "pain_trend", "better") | triggered_questions(
        aid, answers(at), "time_since_break", "over_3_months"
    )
    assert "strong_pain_now" not in {question.id for question in question_list(aid, answers(at)).more} | {*listed(at)}


def test_each_screen_of_the_way_says_which_step_of_six_it_is_and_leads_on_and_back(aid: Aid) -> None:
    assert len(STEPS) == 6
    at = arrive()
    addresses = ("", *STEPS[1:])
    for index, step in enumerate(STEPS):
        menu = aid.words.pages[step].menu
        line = f'class="where-i-am">{escape(aid.words.app["step"].format(number=index + 1, total=6, page=menu))}<'
        for number, _ in enumerate(screens(at, step)):
            assert sum(line in block.value for block in at.html) == 1
            assert is_button(at, "back") == (number > 0)
            back, onward = ([] if is_button(at, way) else link_targets(at, way) for way in ("back", "next"))
            assert back == ([addresses[index - 1]] if index and not number else [])
            assert onward == ([] if is_button(at, "next") or index == 5 else [addresses[index + 1]])


def link_targets(at: AppTest, way: str) -> list[str]:
    """The pages that a link back or on leads to."""
    return [link.proto.page for link in at.get_by_key(way).get("page_link")] if has(at, way) else []
