"""The file for an electronic record: every answer under its own id, as it was given, and nothing else."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN, NOT_SURE, Answers, OwnReason, Visit
from decision_aid.reasoning import question_editing as editing
from decision_aid.summary.blocks import blocks, closing
from decision_aid.summary.summary import summarize
from harness.aids import real_aid
from tests.unit.fhir_answers import (
    TODAY,
    bundle_of,
    expected,
    few,
    letters,
    read,
    read_items,
    without_the_aids_words,
)
from tests.unit.fhir_rules import faults, flat, resources
from tests.unit.people import after_a_visit, edited_answers

XHTML = "{http://www.w3.org/1999/xhtml}"


@few
@given(after_a_visit() | edited_answers)
def test_every_answer_stands_under_its_id_and_nothing_else_does(answers: Answers) -> None:
    assert letters(without_the_aids_words(read(answers))) == letters(expected(real_aid(), answers))


def test_someone_who_answers_everything_leaves_no_question_without_an_answer(aid: Aid) -> None:
    """Not rated, not sure and 0 are three things; a medicine stands by its name or as typed."""
    decision = aid.decision
    every_choice: dict[str, Any] = {
        "one": lambda factor: list(factor.choices)[-1],
        "many": lambda factor: tuple(factor.choices),
        "scale": lambda factor: 10,
        "text": lambda factor: "as typed",
    }
    rated = [name for name, outcome in decision.outcomes.items() if outcome.rated]
    answers = Answers(
        situation={name: every_choice[factor.kind](factor) for name, factor in aid.situation.items()},
        importance={**dict.fromkeys(rated[:-2], 10), rated[-2]: 0, rated[-1]: NOT_SURE},
        own_reasons=(
            OwnReason(text="my dog", option="vertebroplasty", importance=NOT_SURE),
            OwnReason(text="my stairs", importance=0),
        ),
        opened=tuple(aid.words.pages),
        gut_leaning="not_sure",
        leaning="in_between",
        unclear=decision.unclear,
        still_unclear="my trip",
        knowledge={name: item.choices[-1] for name, item in aid.knowledge.items()},
        instruments={"sure": dict.fromkeys(aid.instruments["sure"].items["en"], "no")},
        stage_at_start=decision.stages[0],
        stage_at_end=decision.stages[-1],
        medicines=("my tea", *tuple(aid.medicines)[:39]),
        visit=Visit(reason="pain", decided=LEFT_OPEN, next_step="a call", led_by="my doctor", performs_procedure="no"),
    )
    bundle = bundle_of(answers)
    assert faults(bundle) == []
    asked, response = resources(bundle)
    by_link = read_items(response["item"])
    assert letters(without_the_aids_words(by_link)) == letters(expected(aid, answers))
    for question in by_link["questions"]:
        assert question["questions.because"][0].strip()
        assert question["questions.ask"][0] in aid.words.askable.values()
    links = {item["linkId"] for item in flat(asked["item"]) if item["type"] != "group"}
    no_answer = {link for link in links - by_link.keys() if not link.startswith(("own_reasons.", "questions."))}
    assert no_answer == {f"importance.{rated[-1]}", *(f"importance.{name}.not_sure" for name in rated[:-1])}


@pytest.mark.parametrize(
    "text",
    ['"quotes" & <b>marks</b> \\ {} $x #y', "two\nlines\r\n\tand more", "🦴 שלום é", "a" * 5000],
    ids=["markup", "lines", "signs", "long"],
)
def test_text_comes_out_as_it_was_typed(text: str) -> None:
    answers = editing.add(Answers(still_unclear=text, situation={"anything_else": text}), text)
    by_link = read(editing.note(answers, "own_1", text))
    own = next(question for question in by_link["questions"] if question["questions.id"] == ["own_1"])
    assert by_link["unclear"] == by_link["situation.anything_else"] == [text]
    assert own["questions.text"] == own["questions.note"] == [text]


@pytest.mark.parametrize(
    "sign",
    ["\x00", "\x07", "\x0b", "\x1f", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff", "\ufffe", "\ud800"],
    ids=ascii,
)
def test_a_character_that_fhir_cannot_hold_does_not_spoil_the_file(sign: str) -> None:
    # model_copy, since the model itself would not take all of these.
    blank = OwnReason(text="x").model_copy(update={"text": sign})
    answers = Answers().model_copy(
        update={"still_unclear": f"be{sign}fore", "situation": {"anything_else": f" {sign} "}, "own_reasons": (blank,)}
    )
    bundle = bundle_of(answers)
    assert faults(bundle) == []
    json.dumps(bundle, ensure_ascii=False).encode()
    by_link = read_items(resources(bundle)[1]["item"])
    assert by_link["unclear"][0].replace(" ", "") == "before"
    assert not by_link.keys() & {"situation.anything_else", "own_reasons"}


def test_an_answer_that_the_aid_does_not_know_is_left_out() -> None:
    answers = Answers(
        situation={"pain_now": 99, "pain_trend": "gone"},
        knowledge={"usual_course": "gone"},
        leaning="gone",
        opened=("gone",),
        visit=Visit(decided="gone"),
    )
    assert faults(bundle_of(answers)) == []
    assert list(read(answers)) == ["questions"]


@few
@given(after_a_visit())
def test_the_text_to_read_carries_what_all_other_forms_do(answers: Answers) -> None:
    summary = summarize(real_aid(), answers, TODAY)
    page = ElementTree.fromstring(resources(bundle_of(answers))[1]["text"]["div"])
    assert {element.tag for element in page.iter()} <= {XHTML + tag for tag in ("div", "h2", "ul", "li", "br", "p")}
    parts = blocks(real_aid(), summary)
    lines = [line for block in parts for item in block.items for line in (item.text, item.under, item.note or "")]
    text = letters("".join(page.itertext()))
    assert [line for line in (*(block.heading for block in parts), *lines) if letters(line) not in text] == []
    assert text.endswith(letters(closing(real_aid(), summary)))
