"""How much things matter: a number, "not sure" and not yet rated are three different things."""

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.reasoning.preferences import ratable
from harness.walking import answer, answers, arrive, go, press, shown

RATED, UNSURE = "importance.pain_first_month", "not_sure.pain_first_month"
UNSET = "unset"


@pytest.fixture
def at() -> AppTest:
    return go(arrive(), "priorities")


def rating(at: AppTest) -> tuple[object, object, object]:
    """What is kept, what the slider shows, and whether "not sure" is ticked."""
    return answers(at).importance.get("pain_first_month"), shown(at, RATED), shown(at, UNSURE)


def test_not_sure_takes_the_place_of_a_rating_and_unticking_it_leaves_nothing_rated(at: AppTest) -> None:
    assert rating(at) == (None, UNSET, False)
    answer(at, RATED, 8)
    assert rating(at) == (8, 8, False)
    answer(at, UNSURE, True)
    assert rating(at) == ("not_sure", UNSET, True)
    answer(at, UNSURE, False)
    assert rating(at) == (None, UNSET, False)


def test_a_rating_takes_the_place_of_not_sure(at: AppTest) -> None:
    answer(answer(at, UNSURE, True), RATED, 0)
    assert rating(at) == (0, 0, False)


def test_a_rating_can_be_taken_back_to_not_yet_rated(at: AppTest) -> None:
    answer(answer(at, RATED, 5), RATED, UNSET)
    assert rating(at) == (None, UNSET, False)


def test_one_tap_clears_all_ratings_and_nothing_else(at: AppTest) -> None:
    answer(at, RATED, 5)
    answer(at, "not_sure.pain_year", True)
    answer(at, "own_reason.0.text", "My dog")
    press(at, "clear_ratings")
    assert answers(at).importance == {}
    assert rating(at) == (None, UNSET, False)
    assert shown(at, "not_sure.pain_year") is False
    assert answers(at).own_reasons[0].text == "My dog"
    assert "clear_ratings" not in {one.key for one in at.button}


def test_every_outcome_that_can_be_rated_has_a_scale_from_0_to_10_and_a_not_sure_box(aid: Aid, at: AppTest) -> None:
    for name in ratable(aid):
        assert len(at.get_by_key(f"answer.importance.{name}").options) == 1 + 11
        assert shown(at, f"not_sure.{name}") is False


def test_what_matters_most_stands_first_beside_the_facts(aid: Aid, at: AppTest) -> None:
    for name, value in (("pain_year", 3), ("new_fracture", 9)):
        answer(at, f"importance.{name}", value)
    answer(at, "not_sure.getting_about", True)
    table = next(one.value for one in at.html if "<table" in one.value)
    names = [aid.words.outcomes[name].name for name in ("new_fracture", "pain_year", "getting_about")]
    places = [table.index(f">{name}</th>") for name in names]
    assert places == sorted(places)
    assert table.count('role="rowheader"') == len(names)
