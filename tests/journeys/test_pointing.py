"""Where the ratings point: what has to come first, what is then shown, and what follows from it."""

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
from decision_aid.reasoning import outlook
from decision_aid.reasoning.preferences import asking_order
from decision_aid.reasoning.weighing import SEED
from harness.walking import answer, answers, arrive, check, go, listed, tap, texts

# Relief weighs most and nothing speaks strongly against it; avoiding the procedure weighs most.
RELIEF = {"pain_first_month": 10, "pain_year": 8, "new_fracture": 8, "further_collapse": 8, "avoid_procedure": 0}
AVOIDING = {"pain_first_month": 2, "procedure_harm": 9, "avoid_procedure": 10}


def rate(at: AppTest, ratings: dict[str, int]) -> AppTest:
    for outcome, rating in ratings.items():
        answer(at, f"importance.{outcome}", rating)
    return at


def bars(at: AppTest) -> list[str]:
    """The two-sided bars on the page, one text a kind of study."""
    return [html for html in texts(at) if "class='two-sided'" in html or 'class="two-sided"' in html]


@pytest.fixture
def at() -> AppTest:
    """Someone who has rated, seen the facts and said what they lean to."""
    opened = rate(go(arrive(), "weigh"), AVOIDING)
    answer(opened, "gut_leaning", "rather_conservative_care")
    return answer(opened, "facts_seen", True)


def test_nothing_is_pointed_to_before_the_facts_and_the_gut() -> None:
    at = rate(go(arrive(), "weigh"), AVOIDING)
    assert bars(at) == []
    answer(at, "facts_seen", True)
    assert bars(at) == []
    answer(at, "gut_leaning", "not_sure")
    assert len(bars(at)) == 2


def test_opening_the_chances_counts_as_having_seen_the_facts() -> None:
    at = rate(go(go(arrive(), "chances"), "weigh"), AVOIDING)
    answer(at, "gut_leaning", "not_sure")
    assert len(bars(at)) == 2


def test_each_kind_of_study_stands_by_itself_with_a_bar_for_each_thing_it_can_weigh(at: AppTest, aid: Aid) -> None:
    for html in bars(at):
        assert html.count("<li>") == len(AVOIDING)
        for outcome in AVOIDING:
            assert aid.words.outcomes[outcome].name in html


def test_a_warning_sign_takes_the_bars_away_until_it_is_taken_back(at: AppTest) -> None:
    tap(go(at, "situation"), "situation.urgent_signs", "weak_legs")
    assert bars(go(at, "weigh")) == []
    tap(go(at, "situation"), "situation.urgent_signs", "weak_legs")
    assert len(bars(go(at, "weigh"))) == 2


@pytest.mark.parametrize(
    ("factor", "choice"), [("infection", "yes_"), ("bleeding_problem", "yes_"), ("allergy", "yes_")]
)
def test_what_the_team_has_to_settle_first_takes_the_bars_away(at: AppTest, factor: str, choice: str) -> None:
    answer(go(at, "situation"), f"situation.{factor}", choice)
    assert bars(go(at, "weigh")) == []


def test_two_ratings_are_too_few(at: AppTest) -> None:
    answer(at, "importance.procedure_harm", "unset")
    assert bars(at) == []


def test_the_sums_are_shown_on_demand_with_a_row_for_each_thing_weighed(at: AppTest) -> None:
    def tables() -> list[str]:
        return [html for html in texts(at) if "<table" in html and "even" in html]

    assert tables() == []
    check(at.toggle(key="shown.sums").set_value(True).run())
    assert [html.count('<tr role="row">') - 1 for html in tables()] == [len(AVOIDING)] * 2
    assert at.get("download_button")


def test_no_share_of_repeat_sums_is_shown_before_the_sums_are_opened(at: AppTest) -> None:
    assert str(SEED) not in " ".join(texts(at))
    check(at.toggle(key="shown.sums").set_value(True).run())
    assert str(SEED) in " ".join(one.value for one in at.caption)


def test_a_gut_against_the_ratings_becomes_a_question(at: AppTest, aid: Aid) -> None:
    asked = {name for name, one in aid.questions.items() if any(trigger.when == "mismatch" for trigger in one.triggers)}
    assert asked
    assert asked.isdisjoint(listed(go(at, "questions")))
    answer(go(at, "weigh"), "gut_leaning", "surely_vertebroplasty")
    assert not asked.isdisjoint(listed(go(at, "questions")))


def test_the_order_of_asking_is_drawn_once_and_then_kept(at: AppTest, aid: Aid) -> None:
    def order() -> list[str]:
        return [box.key for box in at.checkbox if box.key.startswith("answer.not_sure.")]

    first = order()
    assert first == [f"answer.not_sure.{name}" for name in asking_order(aid, answers(at).order_seed)]
    go(go(at, "start"), "weigh")
    assert order() == first


def test_when_all_is_rated_alike_one_gentle_question_tells_them_apart() -> None:
    at = rate(go(arrive(), "weigh"), {"pain_year": 7, "new_fracture": 7})
    answer(at, "give_up_last", "new_fracture")
    assert answers(at).give_up_last == "new_fracture"
    answer(at, "importance.pain_year", 3)
    assert "answer.give_up_last" not in [group.key for group in at.button_group]


def test_changing_an_early_answer_changes_what_follows_and_nothing_else(at: AppTest, aid: Aid) -> None:
    before, list_before = answers(at), listed(go(at, "questions"))
    tap(go(at, "situation"), "situation.medicines", "blood_thinner")
    after = answers(at)
    assert after.model_copy(update={"situation": {}, "opened": ()}) == before.model_copy(
        update={"situation": {}, "opened": ()}
    )
    new = set(listed(go(at, "questions"))) - set(list_before)
    fired = {
        name
        for name, one in aid.questions.items()
        if any(trigger.when == "situation" and "blood_thinner" in trigger.answers for trigger in one.triggers)
    }
    assert new
    assert new <= fired
    tap(go(at, "situation"), "situation.medicines", "blood_thinner")
    assert listed(go(at, "questions")) == list_before


# Made once


@pytest.fixture
def made() -> Iterator[Counter[str]]:
    """How often each costly part of what the answers point to was made, since the test began with nothing kept."""
    times: Counter[str] = Counter()

    def counted(name: str) -> Callable[..., Any]:
        make = getattr(outlook, name)

        @wraps(make)
        def count(*given: Any) -> Any:
            times[name] += 1
            return make(*given)

        return count

    parts = {name: counted(name) for name in ("weigh", "tipping_points", "what_ifs")}
    with mock.patch.multiple(outlook, _held=WeakValueDictionary(), **parts):
        yield times


def test_pages_that_draw_the_outlook_again_and_again_make_it_once(at: AppTest, made: Counter[str], aid: Aid) -> None:
    go(at, "questions")
    once = len(aid.decision.lenses)
    assert made == {"weigh": once}
    for page in ("weigh", "questions", "weigh"):
        go(at, page)
        assert made == {"weigh": once, "tipping_points": once}
    for page in ("weigh", "clinicians"):
        check(go(at, page).toggle(key="shown.sums").set_value(True).run())
        assert made == {"weigh": once, "tipping_points": once, "what_ifs": once}
    answer(go(at, "weigh"), "importance.avoid_procedure", 9)
    assert made == {"weigh": 2 * once, "tipping_points": 2 * once, "what_ifs": once}


def test_a_keystroke_in_a_text_field_makes_no_outlook(at: AppTest, made: Counter[str]) -> None:
    for name, value in (("text", "My boat"), ("option", "conservative_care"), ("importance", 6)):
        answer(at, f"own_reason.0.{name}", value)
    made.clear()
    answer(at, "own_reason.0.text", "My boat, and my dog")
    answer(at, "own_reason.1.text", "Ana")
    answer(go(at, "situation"), "situation.anything_else", "I look after Ana.")
    for page in ("weigh", "clinicians", "questions", "together"):
        go(at, page)
    assert not made


def test_people_with_the_same_ratings_each_read_their_own_words() -> None:
    for mine, theirs in (("My boat", "Ana"), ("Ana", "My boat")):
        at = rate(go(go(arrive(), "chances"), "weigh"), AVOIDING)
        for name, value in (("text", mine), ("option", "conservative_care"), ("importance", 6)):
            answer(at, f"own_reason.0.{name}", value)
        drawn = " ".join(bars(answer(at, "gut_leaning", "not_sure")))
        assert mine in drawn
        assert theirs not in drawn


def test_ratings_do_not_outlive_the_session_that_holds_them() -> None:
    at = rate(go(go(arrive(), "chances"), "weigh"), AVOIDING)
    held = answer(at, "gut_leaning", "not_sure").session_state["outlook"]
    fits = [ref(fit) for fit in held.fits.values()]
    assert fits
    del at, held
    gc.collect()
    assert not any(fit() for fit in fits)
