"""A warning sign shows urgent advice at once and everywhere, until it is taken back."""

import re

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.wording.dates import day
from harness.walking import answers, arrive, go, shown, tap, unfold, urgent, with_details
from tests.cases.published import raw

SIGNS = "situation.urgent_signs"


@pytest.fixture
def situation() -> AppTest:
    return go(arrive(), "situation")


def test_urgent_advice_shows_at_once_names_the_sign_and_says_whom_to_call(aid: Aid, situation: AppTest) -> None:
    assert urgent(situation) == []
    (advice,) = urgent(tap(situation, SIGNS, "fever"))
    assert escape(aid.words.situation["urgent_signs"].choices["fever"].label) in advice
    assert aid.words.urgent["numbers"] in advice


def test_urgent_advice_stays_on_every_page_until_the_sign_is_taken_back(situation: AppTest) -> None:
    tap(situation, SIGNS, "weak_legs")
    for page in PAGES:
        assert len(urgent(go(situation, page))) == 1, page
    assert urgent(tap(go(situation, "situation"), SIGNS, "weak_legs")) == []
    for page in ("start", "two_ways", "questions", "about"):
        assert urgent(go(situation, page)) == [], page


def test_each_warning_sign_shows_the_advice(aid: Aid, situation: AppTest) -> None:
    for sign, choice in aid.situation["urgent_signs"].choices.items():
        tap(situation, SIGNS, sign)
        assert len(urgent(situation)) == int(choice.red_flag), sign
        if choice.red_flag:
            tap(situation, SIGNS, sign)
            assert urgent(situation) == []


def test_several_signs_are_all_named_in_one_piece_of_advice(aid: Aid, situation: AppTest) -> None:
    for sign in ("weak_legs", "fever"):
        tap(situation, SIGNS, sign)
    (advice,) = urgent(situation)
    assert advice.count("<li>") == 2


def test_none_of_these_and_a_sign_rule_each_other_out(situation: AppTest) -> None:
    tap(tap(situation, SIGNS, "fever"), SIGNS, "none")
    assert answers(situation).situation["urgent_signs"] == ("none",)
    assert shown(situation, SIGNS) == ["none"]
    assert urgent(situation) == []
    tap(situation, SIGNS, "chest_or_breath")
    assert answers(situation).situation["urgent_signs"] == ("chest_or_breath",)
    assert shown(situation, SIGNS) == ["chest_or_breath"]
    assert len(urgent(situation)) == 1


def test_the_sign_leaves_with_the_list(aid: Aid, situation: AppTest) -> None:
    tap(situation, SIGNS, "fever")
    at = unfold(go(situation, "questions"))
    label = escape(aid.words.situation["urgent_signs"].choices["fever"].label)
    assert [block.value for block in at.html if 'class="taken"' in block.value and label in block.value]


def test_each_sign_says_on_the_evidence_page_who_states_it_and_when_that_was_checked(aid: Aid) -> None:
    at = go(with_details(arrive()), "evidence")
    (table,) = (block.value for block in at.html if aid.words.app["signs.caption"] in block.value)
    rows = dict(re.findall(r'<tr[^>]*><th scope="row"[^>]*>(.*?)</th>(.*?)</tr>', table, re.DOTALL))
    stated = raw("evidence/warning_signs.yaml")
    red_flags = {sign for sign, choice in aid.situation["urgent_signs"].choices.items() if choice.red_flag}
    assert red_flags < stated.keys()
    assert len(rows) == len(stated)
    for name, sign in stated.items():
        row = rows[escape(aid.words.warning_signs[name].sign)]
        for source in sign["sources"]:
            assert f'href="{escape(raw("evidence/sources.yaml")[source]["link"])}"' in row, (name, source)
        assert day(aid, sign["checked_on"]) in row


def test_the_welcome_page_names_every_sign_before_anything_is_asked(aid: Aid) -> None:
    signs = aid.situation["urgent_signs"].choices.items()
    (section,) = (block.value for block in arrive().html if 'class="urgent"' in block.value)
    for sign, choice in signs:
        label = escape(aid.words.situation["urgent_signs"].choices[sign].label)
        assert (label in section) == choice.red_flag
