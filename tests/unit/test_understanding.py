"""Understanding: pictures read back, gaps that are no marks, and SURE as published."""

import hashlib

import pytest

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.question_list import question_list
from decision_aid.reasoning.understanding import gaps, reflection_choices, reflection_right, sure_score
from harness.aids import changed
from tests.cases.published import estimates, raw
from tests.cases.tables import cases

SURE = ("sure", "understand", "risk_benefit", "encouragement")


REFLECTIONS = raw("decision.yaml")["reflections"]


def true_count(name: str) -> tuple[int, int]:
    """The people of a reflection, worked out from the file alone: events for each `per`, a half going up."""
    measure = estimates()[REFLECTIONS[name]["estimate"]]["measure"]
    arm = next(arm for arm in measure["arms"] if arm["group"] == REFLECTIONS[name]["group"])
    return (2 * arm["events"] * measure["per"] + arm["denominator"]) // (2 * arm["denominator"]), measure["per"]


@pytest.mark.parametrize("name", REFLECTIONS)
def test_a_picture_offers_three_different_numbers_and_the_true_one_is_among_them(aid: Aid, name: str) -> None:
    count, per = true_count(name)
    choices = reflection_choices(aid, name)
    assert reflection_right(aid, name) == count
    assert {count, per - count} <= set(choices), "the people without the event as well"
    assert len(set(choices)) == 3
    assert list(choices) == sorted(choices)
    assert all(0 <= choice <= per for choice in choices)


def test_where_a_picture_has_two_groups_the_other_group_is_offered(aid: Aid) -> None:
    assert reflection_choices(aid, "relief_at_14_days") == (21, 44, 56)


@pytest.mark.parametrize("events", range(1, 101))
def test_any_count_gives_three_different_numbers(aid: Aid, events: int) -> None:
    estimate = aid.decision.reflections["next_break"].estimate
    arm = aid.evidence.estimates[estimate].measure.arms[0].model_copy(update={"events": events, "denominator": 100})
    choices = reflection_choices(changed(aid, f"evidence.estimates.{estimate}.measure.arms", (arm,)), "next_break")
    assert events in choices
    assert len(set(choices)) == 3


def test_what_was_skipped_is_no_gap(aid: Aid) -> None:
    assert gaps(aid, Answers()) == ()


@pytest.mark.parametrize("item", raw("knowledge.yaml"))
def test_not_sure_and_another_choice_are_gaps_and_the_right_choice_is_none(aid: Aid, item: str) -> None:
    record = raw("knowledge.yaml")[item]
    by_choice = {choice: gaps(aid, Answers(knowledge={item: choice})) for choice in record["choices"]}
    assert by_choice.pop(record["right"]) == ()
    assert "not_sure" in by_choice
    assert set(by_choice.values()) == {(item,)}


@pytest.mark.parametrize("item", raw("knowledge.yaml"))
def test_each_gap_brings_up_a_question(aid: Aid, item: str) -> None:
    before, after = Answers(), Answers(knowledge={item: "not_sure"})
    assert brought_up(aid, after) - brought_up(aid, before)


@pytest.mark.parametrize("item", SURE)
def test_each_no_to_sure_brings_up_a_question_and_a_yes_does_not(aid: Aid, item: str) -> None:
    by_answer = {answer: brought_up(aid, Answers(instruments={"sure": {item: answer}})) for answer in ("yes", "no")}
    assert by_answer["no"] - by_answer["yes"]
    assert by_answer["yes"] == brought_up(aid, Answers())


def brought_up(aid: Aid, answers: Answers) -> set[str]:
    questions = question_list(aid, answers)
    return {question.id for question in (*questions.listed, *questions.more)}


@cases("answers", "SURE")
def test_sure_counts_each_yes_once_all_four_are_answered(said: tuple[str, ...], expected: int | None) -> None:
    answers = dict(zip(SURE, said, strict=False))
    assert sure_score(Answers(instruments={"sure": answers})) == expected


def test_the_words_of_sure_are_the_published_ones(aid: Aid) -> None:
    published = (
        "Do you feel SURE about the best choice for you?\n"
        "Do you know the benefits and risks of each option?\n"
        "Are you clear about which benefits and risks matter most to you?\n"
        "Do you have enough support and advice to make a choice?"
    )
    assert "\n".join(aid.instruments["sure"].items["en"].values()) == published
    assert tuple(aid.instruments["sure"].items["en"]) == SURE
    assert aid.instruments["sure"].sha256["en"] == hashlib.sha256(published.encode()).hexdigest()
