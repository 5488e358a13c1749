"""How much things matter: a number, "not sure" and not yet rated are three different things."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.reasoning.preferences import ratable
from harness.walking import answer, answers, arrive, go, press, shown
from tests.cases.published import estimates, ratings, raw

RATED, UNSURE = "importance.pain_first_month", "not_sure.pain_first_month"
UNSET = "unset"


@pytest.fixture
def at() -> AppTest:
    return go(arrive(), "weigh")


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


def test_each_thing_that_was_rated_says_how_sure_its_facts_are_and_why(aid: Aid, at: AppTest) -> None:
    for name in ratable(aid):
        answer(at, f"importance.{name}", 7)
    (table,) = [one.value for one in at.html if aid.words.app["what_matters_caption"] in one.value]
    heads = re.findall(r'<tr role="row"><th scope="row"[^>]*>(.*?)</th>(.*?)</tr>', table)
    told = {head: unescape(row) for head, row in heads}
    for name in ratable(aid):
        outcome, row = raw("decision.yaml")["outcomes"][name], told[aid.words.outcomes[name].name]
        keyed = (outcome.get("key_rows") or list(outcome.get("rows", {})))[:1]
        shown = [one for key in keyed for one in outcome["rows"][key]["estimates"]]
        assert shown or aid.words.app["certainty.no_figure"] in row
        for one in shown:
            rated = estimates()[one]["certainty"]
            named = rated if rated != "not_rated" else []
            grades = [grade for rating in named for grade in ratings()[rating].get("grades", ())]
            assert raw("words/en/estimates.yaml")[one]["reason"] in row
            assert all(raw("words/en/app.yaml")[f"grade.{grade}"] in row for grade in grades)
            assert named or aid.words.app["certainty.not_rated"] in row
