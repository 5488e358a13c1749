"""What the ratings point to: what has to come first, what is shown then, and what follows."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any
from unittest import mock
from weakref import WeakValueDictionary, ref

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.pages import RESULT
from decision_aid.reasoning import outlook
from decision_aid.reasoning.things_to_weigh import asking_order, main_outcomes
from decision_aid.reasoning.weighing import SEED
from harness.walking import answer, answers, arrive, element, go, listed, offered, opened, press, tap, texts

AVOIDING = {"pain_first_month": 2, "procedure_harm": 9, "avoid_procedure": 10}
SUMS, OWN = "shown.more-sums", "shown.more-own-reasons"


def rate(at: AppTest, ratings: dict[str, int]) -> AppTest:
    """Rate each outcome on its screen, then open the result."""
    for outcome, rating in ratings.items():
        answer(go(at, "weigh", outcome), f"importance.{outcome}", rating)
    return go(at, "weigh", RESULT)


def bars(at: AppTest) -> list[str]:
    """The HTML of the two-sided bars on the page, one for each kind of study."""
    return [html for html in texts(at) if "class='two-sided'" in html or 'class="two-sided"' in html]


def open_saved_ratings(ratings: dict[str, int]) -> AppTest:
    """The result for someone who opened saved ratings and has seen no facts."""
    at = arrive()
    at.session_state["answers"] = answers(at).model_copy(update={"importance": ratings, "opened": ()})
    return go(at, "weigh", RESULT)


@pytest.fixture
def at() -> AppTest:
    """The result for someone who has rated and told a leaning."""
    return answer(rate(arrive(), AVOIDING), "gut_leaning", "rather_conservative_care")


def test_nothing_is_pointed_to_before_the_facts_and_the_gut() -> None:
    at = answer(open_saved_ratings(AVOIDING), "gut_leaning", "not_sure")
    assert bars(at) == []
    answer(at, "facts_seen", True)
    assert len(bars(at)) == 2
    answer(at, "gut_leaning", None)
    assert bars(at) == []


def test_who_has_rated_nothing_has_one_way_to_the_facts_and_nothing_else_to_press(aid: Aid) -> None:
    at = open_saved_ratings({})
    assert [box.key for box in at.checkbox if "facts_seen" in str(box.key)] == []
    press(at, "to-facts")
    assert at.title[0].value in {aid.words.outcomes[name].name for name in main_outcomes(aid)}


@pytest.mark.parametrize(("page", "screen"), [("chances", ""), ("weigh", "getting_about")])
def test_opening_a_page_of_facts_counts_as_having_seen_them(page: str, screen: str) -> None:
    at = answer(go(go(open_saved_ratings(AVOIDING), page, screen), "weigh", RESULT), "gut_leaning", "not_sure")
    assert len(bars(at)) == 2


def test_each_kind_of_study_stands_by_itself_with_a_bar_for_each_thing_it_can_weigh(at: AppTest, aid: Aid) -> None:
    for html in bars(at):
        assert html.count('class="track"') == len(AVOIDING)
        for outcome in AVOIDING:
            assert aid.words.outcomes[outcome].name in html


def test_a_warning_sign_takes_the_bars_away_until_it_is_taken_back(at: AppTest) -> None:
    tap(go(at, "situation", "urgent"), "situation.urgent_signs", "weak_legs")
    assert bars(go(at, "weigh", RESULT)) == []
    tap(go(at, "situation", "urgent"), "situation.urgent_signs", "weak_legs")
    assert len(bars(go(at, "weigh", RESULT))) == 2


@pytest.mark.parametrize(
    ("factor", "choice"), [("infection", "yes_"), ("bleeding_problem", "yes_"), ("allergy", "yes_")]
)
def test_what_the_team_has_to_settle_first_takes_the_bars_away(at: AppTest, factor: str, choice: str) -> None:
    answer(go(at, "situation", "safety"), f"situation.{factor}", choice)
    assert bars(go(at, "weigh", RESULT)) == []


def test_two_ratings_are_too_few(at: AppTest) -> None:
    answer(go(at, "weigh", "procedure_harm"), "importance.procedure_harm", "unset")
    assert bars(go(at, "weigh", RESULT)) == []


def test_the_sums_are_shown_on_demand_with_a_row_for_each_thing_weighed(at: AppTest) -> None:
    def tables() -> list[str]:
        return [html for html in texts(at) if "<table" in html and "even" in html]

    assert tables() == []
    opened(at, SUMS)
    assert [html.count('<tr role="row">') - 1 for html in tables()] == [len(AVOIDING)] * 2
    assert "sums" in offered(at)


def test_no_share_of_repeat_sums_is_shown_before_the_sums_are_opened(at: AppTest) -> None:
    assert str(SEED) not in " ".join(texts(at))
    opened(at, SUMS)
    assert str(SEED) in " ".join(caption.value for caption in at.caption)


def test_a_gut_against_the_ratings_becomes_a_question(at: AppTest, aid: Aid) -> None:
    questions = {
        name
        for name, question in aid.questions.items()
        if any(trigger.when == "mismatch" for trigger in question.triggers)
    }
    assert questions
    assert questions.isdisjoint(listed(go(at, "questions")))
    answer(go(at, "weigh", RESULT), "gut_leaning", "surely_vertebroplasty")
    assert not questions.isdisjoint(listed(go(at, "questions")))


def order(at: AppTest) -> list[str]:
    """The outcomes to weigh, in the order of their screens."""
    outcomes = []
    go(at, "weigh")
    while boxes := [str(box.key) for box in at.checkbox if str(box.key).startswith("answer.not_sure.")]:
        outcomes += [box.removeprefix("answer.not_sure.") for box in boxes]
        press(at, "next")
    return outcomes


def test_the_order_of_asking_is_drawn_once_and_then_kept(aid: Aid) -> None:
    at = arrive()
    first = order(at)
    assert tuple(first) == asking_order(aid, answers(at).order_seed)
    assert order(go(at, "start")) == first


def test_the_way_past_the_rest_is_named_once_each_side_has_something_to_weigh(aid: Aid) -> None:
    """Three ratings for one side are too few; one for the other is enough. The last screen's next button names it."""
    skip, see = aid.words.app["weigh.skip"], aid.words.app["weigh.see_result"]
    at = arrive()
    first, *_, last = asking_order(aid, answers(at).order_seed)

    def skip_label(ratings: dict[str, int]) -> str:
        at.session_state["answers"] = answers(at).model_copy(update={"importance": ratings})
        return str(element(go(at, "weigh", first), "skip").label)

    one_side = {"pain_first_month": 9, "new_fracture": 4, "getting_about": 8}
    assert skip_label({}) == skip_label(dict(list(one_side.items())[:2])) == skip_label(one_side) == skip
    assert skip_label(one_side | {"avoid_procedure": 8}) == see
    assert element(go(at, "weigh", last), "next").label == see
    assert "skip" not in {button.key for button in at.button}


def test_when_all_is_rated_alike_one_gentle_question_tells_them_apart() -> None:
    at = rate(arrive(), {"getting_about": 7, "new_fracture": 7})
    answer(at, "give_up_last", "new_fracture")
    assert answers(at).give_up_last == "new_fracture"
    rate(at, {"getting_about": 3})
    assert "answer.give_up_last" not in [group.key for group in at.button_group]


def test_changing_an_early_answer_changes_what_follows_and_nothing_else(at: AppTest, aid: Aid) -> None:
    before, list_before = answers(at), listed(go(at, "questions"))
    tap(go(at, "situation", "safety"), "situation.medicines", "blood_thinner")
    after = answers(at)
    assert after.model_copy(update={"situation": {}, "opened": ()}) == before.model_copy(
        update={"situation": {}, "opened": ()}
    )
    new = set(listed(go(at, "questions"))) - set(list_before)
    fired = {
        name
        for name, question in aid.questions.items()
        if any(trigger.when == "situation" and "blood_thinner" in trigger.answers for trigger in question.triggers)
    }
    assert new
    assert new <= fired
    tap(go(at, "situation", "safety"), "situation.medicines", "blood_thinner")
    assert listed(go(at, "questions")) == list_before


# Computed once


@pytest.fixture
def times_made() -> Iterator[Counter[str]]:
    """How often each costly part of the outlook was computed, from an empty cache."""
    times: Counter[str] = Counter()

    def counted(name: str) -> Callable[..., Any]:
        make = getattr(outlook, name)

        @wraps(make)
        def count(*args: Any) -> Any:
            times[name] += 1
            return make(*args)

        return count

    parts = {name: counted(name) for name in ("weigh", "tipping_points", "what_ifs")}
    with mock.patch.multiple(outlook, _shared_fits=WeakValueDictionary(), **parts):
        yield times


def test_pages_that_draw_the_outlook_again_and_again_make_it_once(
    at: AppTest, times_made: Counter[str], aid: Aid
) -> None:
    go(at, "questions")
    comparators = len(aid.decision.comparators)
    assert times_made == {"weigh": comparators}
    for page, screen in (("weigh", RESULT), ("questions", ""), ("weigh", RESULT)):
        go(at, page, screen)
        assert times_made == {"weigh": comparators, "tipping_points": comparators}
    opened(at, SUMS)
    opened(go(at, "clinicians"), "shown.more-clinicians-sums")
    assert times_made == {"weigh": comparators, "tipping_points": comparators, "what_ifs": comparators}
    answer(go(at, "weigh", "avoid_procedure"), "importance.avoid_procedure", 9)
    go(at, "weigh", RESULT)
    assert times_made == {"weigh": 2 * comparators, "tipping_points": 2 * comparators, "what_ifs": comparators}


def add_reason(at: AppTest, text: str) -> AppTest:
    """Add an own reason on the screen of the result."""
    opened(go(at, "weigh", RESULT), OWN)
    for name, value in (("text", text), ("option", "conservative_care"), ("importance", 6)):
        answer(at, f"own_reason.0.{name}", value)
    return at


def test_a_keystroke_in_a_text_field_makes_no_outlook(at: AppTest, times_made: Counter[str]) -> None:
    add_reason(at, "My boat")
    times_made.clear()
    answer(at, "own_reason.0.text", "My boat, and my dog")
    answer(at, "own_reason.1.text", "Ana")
    for page, screen in (("weigh", RESULT), ("clinicians", ""), ("questions", ""), ("together", "")):
        go(at, page, screen)
    assert not times_made


def test_people_with_the_same_ratings_each_read_their_own_words() -> None:
    for own_words, others_words in (("My boat", "Ana"), ("Ana", "My boat")):
        at = add_reason(rate(arrive(), AVOIDING), own_words)
        bars_html = " ".join(bars(answer(at, "gut_leaning", "not_sure")))
        assert own_words in bars_html
        assert others_words not in bars_html


def test_ratings_do_not_outlive_the_session_that_holds_them() -> None:
    at = rate(arrive(), AVOIDING)
    result = answer(at, "gut_leaning", "not_sure").session_state["outlook"]
    fits = [ref(fit) for fit in result.fits.values()]
    assert fits
    del at, result
    gc.collect()
    assert not any(fit() for fit in fits)
