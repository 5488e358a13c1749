"""The visit: from nothing or from a patient's ratings, over three screens to the note for the chart."""

from html import unescape
from typing import Any

from markupsafe import escape
from streamlit.testing.v1 import AppTest

from decision_aid import reader
from decision_aid.exports.record_note import record_note
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.key_facts import key_rows
from decision_aid.summary.summary import summarize
from harness.aids import real_aid
from harness.walking import answer, answers, arrive, check, go, opened, pick, press, shown, tap, texts


def ratable(aid: Aid) -> list[str]:
    return [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]


def person_with(**fields: Any) -> AppTest:
    """The aid with these answers."""
    at = arrive()
    at.session_state["answers"] = answers(at).model_copy(update=fields)
    return at


def next_screen(at: AppTest) -> AppTest:
    return press(at, "turn-next")


def headings(at: AppTest) -> list[str]:
    return [heading.value for heading in at.header]


def subheadings(at: AppTest) -> list[str]:
    return [subheading.value for subheading in at.subheader]


def heading(aid: Aid, screen: str) -> str | None:
    return aid.words.pages["together"].sections[screen].heading


def listed_in_visit(at: AppTest) -> list[str]:
    """The ids of the questions on the third screen, in order."""
    start = "answer.together.answered."
    return [box.key.removeprefix(start) for box in at.checkbox if (box.key or "").startswith(start)]


def note(at: AppTest) -> str:
    """The note as the record page shows it."""
    (shown_note,) = [text for text in texts(at) if text.startswith('<pre class="record" lang="en">')]
    return shown_note


def test_a_whole_visit_from_nothing_ends_in_the_record(aid: Aid) -> None:
    at, three = go(arrive(), "together"), ratable(aid)[3:6]
    answer(at, "together.reason", "I cannot sleep on my back")
    for outcome in three:
        tap(at, "together.matters_most", outcome)
    next_screen(at)
    assert headings(at) == [heading(aid, "facts"), *(aid.words.outcomes[name].name for name in three)]
    next_screen(at)
    first = listed_in_visit(at)[0]
    answer(at, f"together.answered.{first}", True)
    answer(at, f"together.note.{first}", "In three weeks or so")
    answer(at, "together.decided", "left_open")
    answer(at, "together.next_step", "We talk again after the scan")
    answer(at, "together.led_by", "Dr. Ng, spine surgeon")
    answer(at, "together.performs_procedure", "yes")
    record = note(go(at, "record"))
    for text in ("I cannot sleep on my back", "In three weeks or so", "We talk again after the scan", "Dr. Ng"):
        assert text in record
    assert aid.words.app["record.deferred"] in record
    assert all(aid.words.outcomes[name].name in record for name in three)
    assert aid.words.app["record.questions"].format(answered=1, number=7) in record


def test_a_fourth_pick_takes_the_place_of_the_first(aid: Aid) -> None:
    at, four = go(arrive(), "together"), ratable(aid)[:4]
    for outcome in four:
        tap(at, "together.matters_most", outcome)
    assert shown(at, "together.matters_most") == four[1:]
    assert answers(at).visit.matters_most == tuple(four[1:])


def test_what_a_patient_rated_highest_is_picked_at_first_and_stays_an_answer_of_the_patient(aid: Aid) -> None:
    rated = {"avoid_procedure": 10, "pain_year": 8, "new_fracture": 7, "getting_about": 3}
    at = go(person_with(importance=rated), "together")
    assert set(shown(at, "together.matters_most")) == {"avoid_procedure", "pain_year", "new_fracture"}
    assert answers(at).visit.matters_most is None
    next_screen(at)
    assert headings(at)[1:] == [
        aid.words.outcomes[name].name for name in ("avoid_procedure", "pain_year", "new_fracture")
    ]


def test_taking_every_pick_back_leaves_none_and_still_shows_facts(aid: Aid) -> None:
    at = go(person_with(importance={"pain_year": 8}), "together")
    tap(at, "together.matters_most", "pain_year")
    assert shown(at, "together.matters_most") == []
    next_screen(at)
    assert headings(at)[1:] == [aid.words.outcomes[name].name for name in aid.decision.key_outcomes]


def test_at_most_five_lines_tell_the_situation_the_most_telling_first(aid: Aid) -> None:
    situation = {
        "scans": ("x_ray",),
        "tried": ("brace",),
        "daily_life": ("sleep",),
        "tried_result": "some",
        "pain_now": 8,
        "pain_trend": "worse",
    }
    (html,) = [text for text in texts(go(person_with(situation=situation), "together")) if 'class="situation"' in text]
    order = [html.find(aid.words.situation[name].question) for name in aid.decision.visit_factors]
    positions = [position for position in order if position >= 0]
    assert positions == sorted(positions)
    assert len(positions) == html.count("<dt>") == 5
    assert aid.words.app["rated"].format(rating=8) in html


def test_both_kinds_of_study_stand_apart_with_pictures(aid: Aid) -> None:
    at = go(arrive(), "together")
    tap(at, "together.matters_most", "new_fracture")
    (html,) = [text for text in texts(next_screen(at)) if 'class="thing"' in text]
    studies = html.split('<section class="study">')[1:]
    assert len(studies) == 2
    for comparator, study in zip(("sham", "usual_care"), studies, strict=True):
        assert f"<h3>{aid.words.comparators[comparator].name}</h3>" in study
        assert [f'class="group option-{number}"' in study for number in (1, 2, 3)] == [True, True, False]
        assert study.count("<svg") == 2 + study.count("option-mark")


def test_all_key_rows_of_an_outcome_and_what_is_known_of_it_open_below_its_figure(aid: Aid) -> None:
    at = go(arrive(), "together")
    tap(at, "together.matters_most", "pain_first_month")
    words, rows = aid.words.outcomes["pain_first_month"], key_rows(aid, "pain_first_month")
    assert len(rows) > 1
    text = "\n".join(texts(opened(next_screen(at), "shown.more-together-pain_first_month")))
    assert all(escape(fact) in text for fact in words.facts.values())
    assert [row.row for row in rows if words.rows[row.row].heading not in text + "\n".join(subheadings(at))] == []


def test_the_screen_stays_while_another_page_is_looked_at(aid: Aid) -> None:
    at = next_screen(next_screen(go(arrive(), "together")))
    assert heading(aid, "questions") in headings(at)
    at = go(go(at, "evidence"), "together")
    assert heading(aid, "questions") in headings(at)
    press(at, "turn-back")
    assert heading(aid, "facts") in headings(at)


def test_one_cannot_turn_before_the_first_screen(aid: Aid) -> None:
    at = go(arrive(), "together")
    assert at.get_by_key("turn-back").disabled
    assert "turn-next" not in [button.key for button in next_screen(next_screen(at)).button]


def test_a_warning_sign_stays_on_top_of_every_screen(aid: Aid) -> None:
    at = go(person_with(situation={"urgent_signs": ("fever",)}), "together")
    for _ in range(2):
        assert [text for text in texts(at) if 'role="alert"' in text]
        next_screen(at)
    assert [text for text in texts(at) if 'role="alert"' in text]
    assert aid.words.situation["urgent_signs"].choices["fever"].label in note(go(at, "record")).splitlines()[0]


def test_the_record_can_be_filled_in_on_its_own_page(aid: Aid) -> None:
    at = go(arrive(), "record")
    answer(at, "record.decided", aid.decision.reference)
    answer(at, "record.next_step", "A brace & rest <b>")
    assert "A brace &amp; rest &lt;b&gt;" in note(at)
    saved = answers(at)
    assert saved.visit.decided == aid.decision.reference
    assert len(record_note(aid, summarize(aid, saved, reader.today()))) <= 1200


def test_a_note_that_needs_more_room_says_so_on_the_page(aid: Aid) -> None:
    at, longer = go(arrive(), "record"), aid.words.app["record.longer"].format(most=1200)
    answer(at, "record.next_step", "If walking gets worse or legs feel numb, call the same day.")
    assert longer not in texts(at)
    answer(at, "record.next_step", "Walk a little each day. " * 50 + "Call us if a leg feels numb.")
    assert longer in texts(at)
    assert 'Call us if a leg feels numb."' in unescape(note(at))


def test_letters_that_a_record_may_lose_are_named(aid: Aid) -> None:
    at = go(arrive(), "record")
    answer(at, "record.led_by", "Dr. Núñez — “spine”")
    assert aid.words.app["record.loses"].format(signs="ñ ú") in texts(at)


def test_the_note_of_someone_who_helps_says_whose_word_it_is(aid: Aid) -> None:
    at = arrive()
    at.session_state["answers"] = Answers(
        helping=True, leaning="in_between", situation={"urgent_signs": ("weak_legs",)}
    )
    record, helping = note(go(at, "record")), real_aid("en", helping=True)
    assert helping.words.app["record.closing"].partition("}. ")[2] in record
    assert aid.words.app["record.closing"].partition("}. ")[2] not in record
    assert helping.words.leanings["in_between"].label in record
    assert helping.words.situation["urgent_signs"].choices["weak_legs"].label in record


def test_what_the_doctor_said_is_in_the_note_also_when_its_question_no_longer_comes_up(aid: Aid) -> None:
    at = next_screen(next_screen(go(person_with(situation={"allergy": "yes_"}), "together")))
    answer(at, "together.note.my_allergy", "No dye for you.")
    at.session_state["answers"] = answers(at).model_copy(update={"situation": {"allergy": "no_"}})
    assert "No dye for you." in note(go(at, "record"))


def test_what_was_settled_shows_alike_on_both_pages(aid: Aid) -> None:
    at = next_screen(next_screen(go(arrive(), "together")))
    answer(at, "together.led_by", "Nurse Ama")
    assert shown(go(at, "record"), "record.led_by") == "Nurse Ama"
    answer(at, "record.led_by", "Nurse Ama Mensah")
    assert shown(go(at, "together"), "together.led_by") == "Nurse Ama Mensah"


def test_the_list_at_home_and_in_the_visit_are_one(aid: Aid) -> None:
    at = next_screen(next_screen(go(arrive(), "together")))
    name = listed_in_visit(at)[2]
    answer(at, f"together.answered.{name}", True)
    answer(at, f"together.note.{name}", "Ask the pharmacist")
    pick(go(at, "questions"), name, "note")
    assert shown(at, f"answered.{name}") is True
    assert shown(at, f"note.{name}") == "Ask the pharmacist"


def test_a_visit_without_questions_says_where_to_add_one(aid: Aid) -> None:
    at = arrive()
    at.session_state["answers"] = with_no_questions(aid)
    at = next_screen(next_screen(check(go(at, "together"))))
    assert aid.words.app["together.questions_none"] in texts(at)


def with_no_questions(aid: Aid) -> Answers:
    removed = tuple(aid.questions)
    unedited = Answers()
    return unedited.model_copy(
        update={"question_edits": unedited.question_edits.model_copy(update={"removed": removed})}
    )
