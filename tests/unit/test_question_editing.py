"""What a person does to the question list by hand: each edit does one thing, and nothing written is lost."""

from hypothesis import assume, given
from hypothesis import strategies as st

from decision_aid.model.answers import Answers, QuestionEdits
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.question_list import question_list
from tests.unit.people import answers_by_tapping, edited_answers, real_aid, typed


def listed(answers: Answers) -> list[str]:
    return [question.id for question in question_list(real_aid(), answers).listed]


def left_over(answers: Answers) -> list[str]:
    return [question.id for question in question_list(real_aid(), answers).more]


def pick(data: st.DataObject, names: list[str]) -> str:
    return data.draw(st.sampled_from(names))


@given(edited_answers, st.data(), st.integers(-10, 10))
def test_moving_keeps_the_same_questions_and_the_order_of_the_others(
    answers: Answers, data: st.DataObject, step: int
) -> None:
    before = listed(answers)
    assume(before)
    moved = pick(data, before)
    after = listed(editing.move(answers, tuple(before), moved, step))
    assert [name for name in after if name != moved] == [name for name in before if name != moved]
    assert after.index(moved) == min(max(before.index(moved) + step, 0), len(before) - 1)


@given(edited_answers, st.data())
def test_what_is_removed_leaves_the_list_and_is_on_it_again_once_put_back(
    answers: Answers, data: st.DataObject
) -> None:
    if not (before := listed(answers)):
        return
    name = pick(data, before)
    removed = editing.remove(answers, name)
    assert name not in listed(removed)
    assert editing.remove(removed, name) == removed
    back = editing.put_on_list(real_aid(), removed, name)
    assert name in listed(back)
    assert name not in back.question_edits.removed
    assert editing.put_on_list(real_aid(), back, name) == back


@given(answers_by_tapping, st.data())
def test_putting_a_removed_question_back_restores_the_list_of_questions(answers: Answers, data: st.DataObject) -> None:
    before = listed(answers)
    name = pick(data, before)
    assert {*listed(editing.put_on_list(real_aid(), editing.remove(answers, name), name))} == {*before}


@given(answers_by_tapping, answers_by_tapping, st.data())
def test_a_question_put_on_the_list_stays_there_when_answers_change(
    answers: Answers, later: Answers, data: st.DataObject
) -> None:
    if not (spare := left_over(answers)):
        return
    name = pick(data, spare)
    edits = editing.put_on_list(real_aid(), answers, name).question_edits
    assert name in listed(later.model_copy(update={"question_edits": edits}))


@given(edited_answers, st.data(), typed.filter(bool), st.sampled_from(["", "  ", "\n\t"]))
def test_empty_words_bring_the_first_wording_back(
    answers: Answers, data: st.DataObject, text: str, nothing: str
) -> None:
    name = pick(data, list(real_aid().questions))
    reworded = editing.reword(answers, name, text)
    assert reworded.question_edits.reworded[name] == text
    assert name not in editing.reword(reworded, name, nothing).question_edits.reworded


@given(typed.filter(bool), st.sampled_from(["", "  ", "\n\t"]))
def test_a_question_of_ones_own_keeps_its_words_when_they_are_emptied(text: str, nothing: str) -> None:
    own = editing.add(Answers(), text)
    (name,) = own.question_edits.own
    assert editing.reword(own, name, nothing).question_edits.own == {name: text}
    assert editing.reword(own, name, "Other words?").question_edits.own == {name: "Other words?"}


@given(st.text(st.characters(categories=["Zs", "Cc"])).filter(lambda text: not text.strip()))
def test_adding_a_blank_question_adds_nothing(blank: str) -> None:
    assert editing.add(Answers(), blank) == Answers()


@given(st.lists(typed.filter(bool), max_size=12))
def test_every_question_of_ones_own_is_added_and_listed_in_the_order_it_was_written(texts: list[str]) -> None:
    answers = Answers()
    for text in texts:
        answers = editing.add(answers, text)
    own = answers.question_edits.own
    assert list(own.values()) == texts
    assert [name for name in listed(answers) if name in own] == list(own)


@given(st.sets(st.integers(1, 20), max_size=8), typed.filter(bool))
def test_a_new_question_never_takes_the_place_of_one_that_is_there(taken: set[int], text: str) -> None:
    before = {f"own_{number}": f"question {number}" for number in taken}
    after = editing.add(Answers(question_edits=QuestionEdits(own=before)), text).question_edits.own
    assert {name: after[name] for name in before} == before
    assert len(after) == len(before) + 1


@given(edited_answers, st.data())
def test_an_edit_changes_nothing_but_the_edits(answers: Answers, data: st.DataObject) -> None:
    name = pick(data, list(real_aid().questions))
    for after in (
        editing.remove(answers, name),
        editing.put_on_list(real_aid(), answers, name),
        editing.reword(answers, name, "x"),
        editing.add(answers, "x"),
    ):
        assert after.model_copy(update={"question_edits": answers.question_edits}) == answers
