"""How much outcomes matter: a number, "not sure" and not yet rated are three different answers."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.pages import RESULT
from decision_aid.reasoning.preferences import ratable_outcomes
from harness.walking import answer, answers, arrive, go, opened, press, shown
from tests.cases.published import estimates, ratings, raw

RATED, UNSURE = "importance.pain_first_month", "not_sure.pain_first_month"
UNSET = "unset"


@pytest.fixture
def at() -> AppTest:
    return go(arrive(), "weigh", "pain_first_month")


def result(at: AppTest, *parts: str) -> AppTest:
    """The screen of the result, with some of its parts open."""
    for part in parts:
        opened(go(at, "weigh", RESULT), f"shown.more-{part}")
    return go(at, "weigh", RESULT)


def rating(at: AppTest) -> tuple[object, object, object]:
    """The stored rating, the slider's value, and whether "not sure" is ticked."""
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
    answer(go(at, "weigh", "getting_about"), "not_sure.getting_about", True)
    answer(result(at, "own-reasons", "what-matters"), "own_reason.0.text", "My dog")
    press(at, "clear_ratings")
    assert answers(at).importance == {}
    assert "clear_ratings" not in {button.key for button in at.button}
    assert answers(at).own_reasons[0].text == "My dog"
    assert rating(go(at, "weigh", "pain_first_month")) == (None, UNSET, False)
    assert shown(go(at, "weigh", "getting_about"), "not_sure.getting_about") is False


def test_every_outcome_that_can_be_rated_has_a_scale_from_0_to_10_and_a_not_sure_box(aid: Aid, at: AppTest) -> None:
    main = [name for name, outcome in raw("decision.yaml")["outcomes"].items() if outcome.get("main")]
    assert len(main) == 6
    for name in ratable_outcomes(aid):
        if name in main:
            go(at, "weigh", name)
            assert [box.key for box in at.checkbox] == [f"answer.not_sure.{name}"]
        else:
            result(at, "further")
        assert len(at.get_by_key(f"answer.importance.{name}").options) == 1 + 11
        assert shown(at, f"not_sure.{name}") is False


def test_the_question_names_the_change_that_is_weighed(aid: Aid, at: AppTest) -> None:
    for name, outcome in raw("decision.yaml")["outcomes"].items():
        if outcome.get("main") and "scale" not in outcome["swing"] and outcome["swing"].get("per"):
            label = go(at, "weigh", name).get_by_key(f"answer.importance.{name}").label
            assert re.search(rf"\b{outcome['swing']['amount']}\b.*\b{outcome['swing']['per']}\b", label)


def test_what_matters_most_stands_first_beside_the_facts(aid: Aid, at: AppTest) -> None:
    for name, value in (("pain_first_month", 3), ("new_fracture", 9)):
        answer(go(at, "weigh", name), f"importance.{name}", value)
    answer(go(at, "weigh", "getting_about"), "not_sure.getting_about", True)
    table = next(block.value for block in result(at, "what-matters").html if "<table" in block.value)
    names = [aid.words.outcomes[name].name for name in ("new_fracture", "pain_first_month", "getting_about")]
    positions = [table.index(f">{name}</th>") for name in names]
    assert positions == sorted(positions)
    assert table.count('role="rowheader"') == len(names)


def test_each_thing_that_was_rated_says_how_sure_its_facts_are_and_why(aid: Aid, at: AppTest) -> None:
    at.session_state["answers"] = answers(at).model_copy(update={"importance": dict.fromkeys(ratable_outcomes(aid), 7)})
    shown_on = result(at, "what-matters").html
    (table,) = [block.value for block in shown_on if aid.words.app["what_matters_caption"] in block.value]
    heads = re.findall(r'<tr role="row"><th scope="row"[^>]*>(.*?)</th>(.*?)</tr>', table)
    rows = {head: unescape(row) for head, row in heads}
    for name in ratable_outcomes(aid):
        outcome, row = raw("decision.yaml")["outcomes"][name], rows[aid.words.outcomes[name].name]
        keyed = (outcome.get("key_rows") or list(outcome.get("rows", {})))[:1]
        names = [name for key in keyed for name in outcome["rows"][key]["estimates"]]
        assert names or aid.words.app["certainty.no_figure"] in row
        for estimate in names:
            rated = estimates()[estimate]["certainty"]
            named = rated if rated != "not_rated" else []
            grades = [grade for rating in named for grade in ratings()[rating].get("grades", ())]
            assert raw("words/en/estimates.yaml")[estimate]["reason"] in row
            assert all(raw("words/en/app.yaml")[f"grade.{grade}"] in row for grade in grades)
            assert named or aid.words.app["certainty.not_rated"] in row
