"""The note for the chart, line by line: what was answered, what was not asked, and what the doctor said."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, Visit
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.question_list import question_list
from tests.unit.test_record import note_of


def test_warning_signs_come_first(aid: Aid) -> None:
    app, fever = aid.words.app, aid.words.situation["urgent_signs"].choices["fever"].label
    note = note_of(Answers(situation={"urgent_signs": ("fever",)}))
    assert note.splitlines()[0] == app["record.urgent"].format(signs=fever)
    assert app["record.urgent_none"] in note_of(Answers(situation={"urgent_signs": ("none",)}))


def test_a_chart_reader_sees_what_was_not_asked_or_not_taken(aid: Aid) -> None:
    note = note_of(Answers())
    missing = "urgent_not_asked matters_none gaps_not_asked sure_not_taken leaning_not_said decided_not next_step_not"
    for key in (*missing.split(), "led_by_not", "performs_not"):
        assert aid.words.app[f"record.{key}"] in note


def test_what_was_picked_in_the_visit_stands_with_its_rating_or_without(aid: Aid) -> None:
    visit = Visit(matters_most=("pain_year", "hospital_time"))
    note = note_of(Answers(visit=visit, importance={"pain_year": 6, "pain_first_month": 10}))
    app, outcomes = aid.words.app, aid.words.outcomes
    matters = [
        app["record.mattering"].format(outcome=outcomes["pain_year"].name, importance=app["rated"].format(rating=6)),
        app["record.mattering"].format(outcome=outcomes["hospital_time"].name, importance=app["record.not_rated"]),
    ]
    assert app["record.matters"].format(matters=", ".join(matters)) in note
    assert outcomes["pain_first_month"].name not in note


def test_questions_answered_and_left_open_stand_apart_with_notes_and_without(aid: Aid) -> None:
    first, second, third, fourth, *_ = (question.id for question in question_list(aid, Answers()).listed)
    answers = editing.note(editing.note(Answers(), first, "Three weeks"), second, "Ask again")
    lines = note_of(editing.tick(editing.tick(answers, first, True), third, True)).splitlines()
    app, short = aid.words.app, {name: words.short for name, words in aid.words.questions.items()}
    assert lines[lines.index(app["record.answered_noted"]) + 1] == f'- {short[first]}: "Three weeks"'
    assert lines[lines.index(app["record.open_noted"]) + 1] == f'- {short[second]}: "Ask again"'
    assert f"{app['record.answered']} {short[third]}" in lines
    (left_open,) = [line for line in lines if line.startswith(f"{app['record.open']} ")]
    assert left_open.startswith(f"{app['record.open']} {short[fourth]}; ")
