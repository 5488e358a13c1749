"""A person's edits of the question list outlast whatever they answer later."""

from typing import Any

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from harness.walking import (
    answer,
    answers,
    arrive,
    check,
    element,
    go,
    listed,
    listed_texts,
    opened,
    pick,
    press,
    put_back_buttons,
    shown,
)


@pytest.fixture
def at() -> AppTest:
    return go(arrive(), "questions")


def reword(at: AppTest, name: str, text: str) -> AppTest:
    """Open the field for a question's wording and change it."""
    return answer(pick(at, name, "reword"), f"reword.{name}", text)


def wording(at: AppTest, name: str) -> Any:
    """The value of the field for a question's wording."""
    return shown(pick(at, name, "reword"), f"reword.{name}")


def answer_much(at: AppTest) -> AppTest:
    """Give answers that fill the list with other questions, and return to the list."""
    situation = {
        "medicines": ("blood_thinner", "opioid"),
        "pain_now": 9,
        "scans": ("none",),
        "lie_face_down": "no_",
        "infection": "yes_",
    }
    return back_with(at, situation=situation, leaning="not_sure")


def back_with(at: AppTest, **fields: Any) -> AppTest:
    """The list after other answers were given on other pages."""
    at.session_state["answers"] = answers(at).model_copy(update=fields)
    return go(at, "questions")


def add(at: AppTest, text: str) -> AppTest:
    element(opened(at, "shown.more-add"), "own_question.text").set_value(text)
    (button,) = (button for button in at.button if (button.key or "").startswith("FormSubmitter:own_question"))
    button.click()
    return check(at.run())


def test_answers_do_change_a_list_that_nobody_edited(at: AppTest) -> None:
    before = listed(at)
    assert {*listed(answer_much(at))} != {*before}


def test_a_removed_question_stays_away_after_other_answers_and_can_be_put_back(at: AppTest) -> None:
    name = listed(at)[1]
    pick(at, name, "remove")
    assert name not in listed(at)
    answer_much(at)
    assert name not in listed(at)
    assert put_back_buttons(at).count(name) == 1
    press(at, f"put.{name}")
    assert name in listed(at)
    assert name not in put_back_buttons(at)


def test_every_question_can_be_removed_and_the_page_still_works(at: AppTest) -> None:
    removed = []
    while names := listed(at):
        removed.append(names[0])
        pick(at, names[0], "remove")
    assert len(removed) >= 7
    assert sorted(put_back_buttons(at)) == sorted(removed)


def test_a_question_that_did_not_fit_can_be_put_on_the_list_and_stays_there(at: AppTest) -> None:
    answer_much(at)
    name = put_back_buttons(at)[-1]
    press(at, f"put.{name}")
    assert name in listed(at)
    assert name in listed(back_with(at, situation={}))


def test_changed_words_stay_after_other_answers(at: AppTest) -> None:
    name, text = listed(at)[0], "What would <you> do & why?"
    reword(at, name, text)
    assert any(escape(text) in question for question in listed_texts(at))
    answer_much(at)
    assert any(escape(text) in question for question in listed_texts(at))
    assert wording(at, name) == text


def test_empty_words_bring_the_first_wording_back(at: AppTest) -> None:
    name, text = listed(at)[0], "What would you do?"
    first = wording(at, name)
    reword(at, name, text)
    reword(at, name, "")
    assert wording(at, name) == first
    assert not any(text in question for question in listed_texts(at))


def test_a_question_keeps_its_place_when_its_words_are_changed(at: AppTest) -> None:
    before = listed(at)
    reword(at, before[4], "In my own words?")
    assert listed(at) == before


def test_an_own_question_is_listed_and_stays_after_other_answers(at: AppTest) -> None:
    before = listed(at)
    add(at, "Can my dog come?")
    (name,) = {*listed(at)} - {*before}
    answer_much(at)
    assert name in listed(at)
    assert any("Can my dog come?" in question for question in listed_texts(at))


@pytest.mark.parametrize("blank", ["", "   "], ids=repr)
def test_an_empty_question_is_not_added(at: AppTest, blank: str) -> None:
    before = listed(at)
    assert listed(add(at, blank)) == before


def test_moving_up_and_down_changes_the_order_by_one_place(at: AppTest) -> None:
    first = listed(at)
    pick(at, first[3], "up")
    assert listed(at) == [*first[:2], first[3], first[2], *first[4:]]
    pick(at, first[3], "down")
    assert listed(at) == first


def test_the_first_cannot_go_up_nor_the_last_down_and_all_else_is_offered(at: AppTest) -> None:
    menus = [menu.options for menu in at.menu_button if (menu.key or "").startswith("menu.")]
    assert [len(options) for options in menus] == [4, *[5] * (len(menus) - 2), 4]
    assert set(menus[1]) - set(menus[0]) == {menus[1][0]}
    assert set(menus[1]) - set(menus[-1]) == {menus[1][1]}


def test_each_menu_says_which_question_it_is_of(at: AppTest) -> None:
    names = [menu.label for menu in at.menu_button if (menu.key or "").startswith("menu.")]
    assert [str(number) in name for number, name in enumerate(names, start=1)] == [True] * len(names)
    assert len(set(names)) == len(names)


def test_a_note_and_a_tick_stand_on_the_card_and_room_to_write_closes_when_done(at: AppTest) -> None:
    name = listed(at)[1]
    pick(at, name, "note")
    answer(at, f"note.{name}", "In <three> weeks")
    answer(at, f"answered.{name}", True)
    press(at, f"done.{name}")
    assert escape("In <three> weeks") in listed_texts(at)[1]
    assert 'class="note"' in listed_texts(at)[1]
    with pytest.raises(KeyError):
        element(at, f"answer.note.{name}")
    assert shown(pick(at, name, "note"), f"note.{name}") == "In <three> weeks"
    pick(at, listed(at)[2], "reword")
    with pytest.raises(KeyError):
        element(at, f"answer.note.{name}")


def test_the_first_three_are_marked_after_a_move(at: AppTest) -> None:
    pick(at, listed(at)[3], "up")
    marked = ['class="first"' in question for question in listed_texts(at)]
    assert marked == [index < 3 for index in range(len(marked))]
