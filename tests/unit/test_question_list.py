"""The question list: what everyone can rely on, whatever they answered."""

from collections import Counter
from collections.abc import Iterable
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, QuestionEdits
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.question_list import question_list
from tests.unit.people import Tap, answered, answers_by_tapping, edited_answers, real_aid, summary_of, taps

SEVERAL = ("unclear", "medicines")
MOST, MOST_OF_A_TOPIC, FIRST = 7, 2, 3


def listed(answers: Answers) -> list[str]:
    """The ids on the list, in order."""
    return [question.id for question in question_list(real_aid(), answers).listed]


def set_off(answers: Answers) -> set[str]:
    """The ids on the list and of those left over."""
    questions = question_list(real_aid(), answers)
    return {question.id for question in (*questions.listed, *questions.more)}


def by_hand(answers: Answers) -> set[str]:
    """The ids that the person kept, moved, reworded or added, and did not remove."""
    edits = answers.question_edits
    return {*edits.own, *edits.kept, *edits.reworded} - {*edits.removed}


def topics(names: Iterable[str]) -> Counter[str]:
    return Counter(real_aid().questions[name].topic for name in names if name in real_aid().questions)


def about_alone(names: list[str], topic: str | None = None) -> dict[str, int]:
    """How many of these questions speak of each option alone (of one topic, where it is named)."""
    bank = real_aid().questions
    alone = Counter(bank[name].about for name in names if topic in (None, bank[name].topic))
    return {option: alone[(option,)] for option in real_aid().decision.options}


@given(answers_by_tapping)
def test_nobody_has_more_than_seven_questions_to_ask(answers: Answers) -> None:
    assert FIRST <= len(listed(answers)) <= MOST


@given(answers_by_tapping)
def test_no_topic_takes_more_than_two_places(answers: Answers) -> None:
    assert max(topics(listed(answers)).values()) <= MOST_OF_A_TOPIC


@given(answers_by_tapping)
def test_each_option_has_a_question_about_it_alone(answers: Answers) -> None:
    assert min(about_alone(listed(answers)).values()) >= 1


@given(answers_by_tapping)
def test_the_harms_of_each_option_are_asked_about_equally_often_give_or_take_one(answers: Answers) -> None:
    voices = about_alone(listed(answers), "harms").values()
    assert max(voices) - min(voices) <= 1


@given(answers_by_tapping)
def test_the_listed_and_the_left_over_are_all_that_was_set_off_each_once_and_the_weightiest_first(
    answers: Answers,
) -> None:
    questions = question_list(real_aid(), answers)
    everything = (*questions.listed, *questions.more)
    assert all(question.fired for question in everything)
    assert len({question.id for question in everything}) == len(everything)
    for part in (questions.listed, questions.more):
        scores = [question.score for question in part]
        assert scores == sorted(scores, reverse=True)


def last_answers(these: list[Tap]) -> list[Tap]:
    """The taps without those that a later one replaced, so that their order carries no meaning."""
    last = {(field, name or (value if field in SEVERAL else "")): (field, name, value) for field, name, value in these}
    return list(last.values())


@given(taps, st.randoms(use_true_random=False))
def test_the_same_answers_given_in_another_order_give_the_same_list(these: list[Tap], chance: Random) -> None:
    order = last_answers(these)
    lists = [
        question_list(real_aid(), answered(real_aid(), tapped)) for tapped in (order, chance.sample(order, len(order)))
    ]
    assert lists[0] == lists[1]


@given(edited_answers)
def test_the_same_answers_give_the_same_list_every_time_also_after_they_were_saved(answers: Answers) -> None:
    again = Answers.model_validate_json(answers.model_dump_json())
    assert question_list(real_aid(), answers) == question_list(real_aid(), again)


@given(edited_answers)
def test_the_persons_own_hand_has_the_last_word_whatever_they_answer_later(answers: Answers) -> None:
    questions = question_list(real_aid(), answers)
    removed = [question.id for question in questions.removed]
    assert removed == [*answers.question_edits.removed]
    assert not {*removed} & set_off(answers)
    assert by_hand(answers) <= {*listed(answers)}


@given(edited_answers, answers_by_tapping, st.data())
def test_a_question_stays_with_what_the_doctor_said_and_moves_no_other(
    before: Answers, later: Answers, data: st.DataObject
) -> None:
    noted = data.draw(st.sampled_from(listed(before) or ["my_options"]))
    answers = editing.note(before, noted, "Three weeks")
    if listed(before):
        assert listed(answers) == listed(before)
    then = later.model_copy(update={"question_edits": answers.question_edits})
    without = later.model_copy(update={"question_edits": before.question_edits})
    assert [name for name in listed(then) if name in listed(without)] == listed(without)
    assert set(listed(then)) - set(listed(without)) <= {noted}
    assert noted in listed(then)
    assert noted not in listed(editing.remove(then, noted))


wished_for = st.lists(st.sampled_from([*real_aid().questions]), unique=True, max_size=40)


@given(answers_by_tapping, st.integers(0, 50), wished_for, wished_for, wished_for, wished_for)
def test_at_most_fifteen_stay_by_hand_notes_first_and_the_others_wait_beside_the_list(
    answers: Answers, own: int, kept: list[str], reworded: list[str], noted: list[str], removed: list[str]
) -> None:
    edits = QuestionEdits(
        own={f"own_{number}": "Why?" for number in range(1, own + 1)},
        kept=tuple(kept),
        reworded=dict.fromkeys(reworded, "Why?"),
        notes=dict.fromkeys(noted, "No."),
        removed=tuple(removed),
    )
    answers = answers.model_copy(update={"question_edits": edits})
    wanted = (by_hand(answers) | {*noted}) - {*removed}
    assert set(listed(answers)) >= {*[name for name in noted if name not in removed][:15]}
    assert len(wanted & {*listed(answers)}) >= min(15, len(wanted))
    assert len(listed(answers)) <= 15 + MOST
    assert wanted <= set_off(answers), "a question that has no room is left over, and not lost"
    assert len(set_off(answers)) == len(question_list(real_aid(), answers).more) + len(listed(answers))


@given(edited_answers)
def test_only_the_persons_own_hand_breaks_the_rules_of_length_and_topic(answers: Answers) -> None:
    names, own_hand = listed(answers), by_hand(answers)
    assert len(names) <= max(MOST, len(own_hand))
    by_topic = topics(own_hand)
    assert all(number <= max(MOST_OF_A_TOPIC, by_topic[topic]) for topic, number in topics(names).items())


@given(edited_answers)
def test_every_question_has_its_words_and_says_why_it_is_there(answers: Answers) -> None:
    summary = summary_of(answers)
    without_reason = real_aid().words.app["because"].format(reason="")
    for question in (*summary.questions, *summary.more, *summary.removed):
        assert question.text
        assert question.because not in ("", without_reason)


@given(edited_answers)
def test_the_first_three_and_no_others_are_marked_to_be_asked_first(answers: Answers) -> None:
    marks = [question.first for question in summary_of(answers).questions]
    assert marks == [index < FIRST for index in range(len(marks))]


@given(answers_by_tapping, st.data())
def test_changing_the_words_of_a_question_leaves_it_in_its_place(answers: Answers, data: st.DataObject) -> None:
    before = listed(answers)
    reworded = editing.reword(answers, data.draw(st.sampled_from(before)), "In my own words?")
    assert listed(reworded) == before


def test_the_persons_words_for_one_question_take_no_other_off_the_list() -> None:
    # Until 2026-11-29 the studies of vertebroplasty went, as a question that was kept by hand speaks for it already.
    answers = Answers(importance={"getting_about": 7})
    before = listed(answers)
    assert {"studies_of_vertebroplasty", "harms_of_vertebroplasty"} <= set(before)
    assert listed(editing.reword(answers, "harms_of_vertebroplasty", "In my own words?")) == before


def test_someone_who_answers_nothing_gets_the_questions_for_everyone(aid: Aid) -> None:
    always = [
        name
        for name, question in aid.questions.items()
        if any(trigger.when == "always" for trigger in question.triggers)
    ]
    assert listed(Answers()) == always[:MOST]


def test_a_rating_of_zero_sets_off_no_more_than_no_rating_and_not_sure_sets_off_its_own() -> None:
    unrated = set_off(Answers())
    zero, unsure, ten = (set_off(Answers(importance={"pain_first_month": value})) for value in (0, "not_sure", 10))
    assert zero == unrated
    assert unsure > unrated
    assert ten > unrated
    assert unsure != ten


def test_a_rating_counts_as_high_from_eight_and_from_seven_where_the_studies_leave_it_open(aid: Aid) -> None:
    def fired(rating: int) -> set[str]:
        questions = question_list(aid, Answers(importance={"pain_first_month": rating}))
        return {trigger.when for question in (*questions.listed, *questions.more) for trigger in question.fired} - {
            "always"
        }

    assert fired(6) == set()
    assert fired(7) == {"matters_but_uncertain"}
    assert fired(8) == {"matters_but_uncertain", "matters_a_lot"}


def test_strong_pain_sets_its_question_off_from_seven_of_ten() -> None:
    unrated = set_off(Answers())
    assert set_off(Answers(situation={"pain_now": 6})) == unrated
    assert "strong_pain_now" in set_off(Answers(situation={"pain_now": 7})) - unrated


def test_answers_that_this_version_of_the_aid_does_not_know_are_passed_over() -> None:
    edits = {"kept": ("gone",), "reworded": {"gone": "x"}, "removed": ("gone",), "order": ("gone",)}
    answers = Answers(
        situation={"gone": "x", "medicines": ("gone",), "pain_trend": "gone"},
        importance={"gone": 9},
        leaning="gone",
        unclear=("gone",),
        parts=("gone",),
        question_edits=edits,
    )
    assert [question.id for question in summary_of(answers).questions] == listed(Answers())
