"""The file for an electronic record: valid FHIR R4, every answer under its own id, and nobody's identity."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft6Validator

from decision_aid.exports.fhir import bundle, transaction
from decision_aid.exports.questionnaire import questionnaire
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN, NOT_SURE, Answers, OwnReason, Visit
from decision_aid.model.words import Words
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.question_list import question_list
from decision_aid.summary.blocks import blocks, closing
from decision_aid.summary.summary import summarize
from harness.aids import real_aid, small_aid
from tests.unit.people import all_taps, answered, answers_with_words, edited_answers, typed

TODAY = date(2026, 11, 22)
# The official schema, cut as its comment says; its `enum`s are the required value sets of R4.
OFFICIAL = Draft6Validator(json.loads((Path(__file__).parents[1] / "cases" / "fhir_r4.schema.json").read_text()))

# What the schema leaves open. Required elements and types of value: https://hl7.org/fhir/R4/ of each resource.
REQUIRED = {
    "Bundle": {"type", "entry"},
    "Questionnaire": {
        *("url", "identifier", "version", "name", "status", "title", "date", "language", "subjectType", "item"),
    },
    "QuestionnaireResponse": {"identifier", "questionnaire", "status", "authored", "language", "item"},
}
PUBLICATION_STATUS = {"draft", "active", "retired", "unknown"}
RESPONSE_STATUS = {"in-progress", "completed", "amended", "entered-in-error", "stopped"}
VALUES = {
    "choice": {"valueCoding"},
    "open-choice": {"valueCoding", "valueString"},
    "integer": {"valueInteger"},
    "boolean": {"valueBoolean"},
    "string": {"valueString"},
    "text": {"valueString"},
}
# Where each may stand, and its type of value: https://hl7.org/fhir/R4/questionnaire-profiles.html.
HL7 = "http://hl7.org/fhir/StructureDefinition/"
EXTENSIONS = {
    f"{HL7}minValue": ({"integer"}, "valueInteger"),
    f"{HL7}maxValue": ({"integer"}, "valueInteger"),
    f"{HL7}questionnaire-sliderStepValue": ({"integer"}, "valueInteger"),
    f"{HL7}questionnaire-itemControl": ({"integer"}, "valueCodeableConcept"),
    f"{HL7}questionnaire-hidden": ({"group", "boolean"}, "valueBoolean"),
}
NAME = re.compile("[A-Z]([A-Za-z0-9_]){0,254}")  # the invariant que-0
MAY_STAND_IN_A_RESPONSE = {
    *("resourceType", "meta", "language", "text", "identifier", "questionnaire", "status", "authored", "item"),
}
IDENTITY = {
    *("subject", "author", "source", "encounter", "basedOn", "partOf", "performer", "name", "telecom"),
    *("address", "birthDate", "gender", "contact", "publisher", "valueReference", "reference"),
}
XHTML = "{http://www.w3.org/1999/xhtml}"

few = settings(max_examples=20)
"""The schema of R4 is slow."""


def made(answers: Answers, aid: Aid | None = None) -> dict[str, Any]:
    aid = aid or real_aid()
    return json.loads(bundle(aid, summarize(aid, answers, TODAY)))


def resources(whole: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The Questionnaire and the QuestionnaireResponse of a Bundle."""
    asked, replied = (entry["resource"] for entry in whole["entry"])
    assert (asked["resourceType"], replied["resourceType"]) == ("Questionnaire", "QuestionnaireResponse")
    return asked, replied


def every(tree: Any) -> Iterator[Any]:
    """All dicts, lists and values of a JSON tree."""
    yield tree
    for one in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from every(one)


def flat(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """All items of a Questionnaire, groups before what they hold."""
    for item in items:
        yield item
        yield from flat(item.get("item", []))


# Faults against R4, as a receiver would find them.


def faults(whole: dict[str, Any]) -> list[str]:
    """Everything in a Bundle that R4 does not allow: first what the official schema says, then what it leaves open."""
    return [error.message for error in OFFICIAL.iter_errors(whole)] or list(faults_beside_the_schema(whole))


def faults_beside_the_schema(whole: dict[str, Any]) -> Iterator[str]:
    asked, replied = resources(whole)
    for one in (whole, asked, replied):
        yield from (f"no {name} in {one['resourceType']}" for name in REQUIRED[one["resourceType"]] - set(one))
    for one in every(whole):
        if one in ({}, [], "") or (isinstance(one, str) and not one.strip()):
            yield f"empty: {one!r}"
    if asked.get("status") not in PUBLICATION_STATUS or replied.get("status") not in RESPONSE_STATUS:
        yield "unknown status"
    if not NAME.fullmatch(asked["name"]):
        yield "a name that programs cannot use"
    if replied["questionnaire"] != f"{asked['url']}|{asked['version']}":
        yield "the response is to another questionnaire"
    yield from faults_of_questions(asked["item"])
    yield from faults_of_answers(asked["item"], replied["item"])


def faults_of_questions(asked: list[dict[str, Any]]) -> Iterator[str]:
    """Against the invariants que-1, que-2, que-5 and que-6 of R4."""
    items = list(flat(asked))
    links = [item["linkId"] for item in items]
    yield from (f"{link} stands twice" for link in set(links) if links.count(link) > 1)
    for item in items:
        if (item["type"] == "group") != ("item" in item):
            yield f"{item['linkId']}: a group has items, and here nothing else has"
        # R4 lets an integer have options. LHC-Forms loses the 0 among them.
        if "answerOption" in item and item["type"] not in ("choice", "open-choice"):
            yield f"{item['linkId']} takes no options"
        if item["type"] == "choice" and len(item.get("answerOption", [])) < 2:
            yield f"{item['linkId']} offers no choice"
        if "text" not in item and not extensions(item).get("hidden"):
            yield f"{item['linkId']} asks nothing"
        for one in item.get("extension", []):
            types, value = EXTENSIONS[one["url"]]
            if item["type"] not in types or set(one) != {"url", value}:
                yield f"{item['linkId']}: {one} does not belong here"


def extensions(item: dict[str, Any]) -> dict[str, Any]:
    """The extensions of a question, by the last part of their names."""
    return {
        re.split("[/-]", one["url"])[-1]: next(value for key, value in one.items() if key != "url")
        for one in item.get("extension", [])
    }


def faults_of_answers(asked: list[dict[str, Any]], replied: list[dict[str, Any]]) -> Iterator[str]:
    """Where one level of a response does not fit the same level of the Questionnaire."""
    known, links = {item["linkId"]: item for item in asked}, [item["linkId"] for item in replied]
    if strange := set(links) - set(known):
        yield f"{strange} are not asked here"
        return
    if links != sorted(links, key=list(known).index):
        yield f"order of {links}"
    for item in replied:
        question = known[item["linkId"]]
        group, often = question["type"] == "group", links.count(item["linkId"]) > 1
        if often and not (group and question.get("repeats")):
            yield f"{item['linkId']} stands more than once"
        if set(item) != {"linkId", "text", "item" if group else "answer"}:
            yield f"{item['linkId']} holds something else"
        elif item["text"] != question.get("text"):
            yield f"{item['linkId']}: another question was asked"
        elif group:
            yield from faults_of_answers(question["item"], item["item"])
        else:
            yield from faults_of_one(question, item["answer"])


def faults_of_one(question: dict[str, Any], answers: list[dict[str, Any]]) -> Iterator[str]:
    link = question["linkId"]
    if len(answers) > 1 and not question.get("repeats"):
        yield f"{link} takes one answer"
    for answer in answers:
        if len(answer) != 1 or not set(answer) <= VALUES[question["type"]]:
            yield f"{link}: {answer} is no {question['type']}"
        if "answerOption" in question and "valueString" not in answer and answer not in question["answerOption"]:
            yield f"{link}: {answer} is not offered"
        bounds = extensions(question)
        if "minValue" in bounds and answer.get("valueInteger") not in range(bounds["minValue"], bounds["maxValue"] + 1):
            yield f"{link}: {answer} is out of bounds"


# What a response says, and what the person said: read from the answers, without the summary.

Read = dict[str, Any]
"""By linkId: the answers as ids, numbers, booleans and texts; for a group that repeats, one of these an entry."""


def read(items: list[dict[str, Any]]) -> Read:
    found: Read = {}
    for item in items:
        if item["linkId"] in ("own_reasons", "questions"):
            found.setdefault(item["linkId"], []).append(read(item["item"]))
        elif "item" in item:
            found |= read(item["item"])
        else:
            values = [value for answer in item["answer"] for value in answer.values()]
            found[item["linkId"]] = [value["code"] if isinstance(value, dict) else value for value in values]
    return found


NOT_WRITTEN = "\ufeff\ufffe\uffff"
"""A byte order mark and two code points that are no characters."""


def letters(value: Any) -> Any:
    """A value with its texts reduced to what every form of a text has, and without what then is empty."""
    if isinstance(value, dict):
        return {name: left for name, one in value.items() if (left := letters(one)) != []}
    if isinstance(value, list):
        return [left for one in value if (left := letters(one)) not in ("", {})]
    if not isinstance(value, str):
        return value
    kept = (one for one in value if unicodedata.category(one) not in ("Cc", "Cs") and one not in NOT_WRITTEN)
    return "".join(one for one in kept if not one.isspace())


def said(aid: Aid, answers: Answers) -> Read:
    """What a response to these answers has to say, but for the questions' words."""
    visit = answers.visit
    found: Read = {
        **{f"situation.{name}": listed(value) for name, value in answers.situation.items() if name in aid.situation},
        "medicines": sorted(aid.words.medicines.get(name, name) for name in answers.medicines),
        **said_of_importance("importance", answers.importance),
        "own_reasons": [said_of_reason(reason) for reason in answers.own_reasons if reason.text.strip()],
        "opened": list(answers.opened),
        **{f"knowledge.{name}": [choice] for name, choice in answers.knowledge.items()},
        **{
            f"instrument.{name}.{item}": [answer == "yes"]
            for name, given in answers.instruments.items()
            for item, answer in given.items()
        },
        **{
            field: listed(getattr(answers, field))
            for field in ("gut_leaning", "leaning", "stage_at_start", "stage_at_end")
        },
        "unclear": [*answers.unclear, *listed(answers.still_unclear or None)],
        "visit.reason": [visit.reason],
        "visit.decided": listed(visit.decided),
        "visit.next_step": [visit.next_step],
        "visit.led_by": [visit.led_by],
        "visit.performs_procedure": [visit.performs_procedure == "yes"] if visit.performs_procedure else [],
        "questions": [said_of_question(answers, one.id) for one in question_list(aid, answers).listed],
    }
    return {name: value for name, value in found.items() if value}


def listed(value: Any) -> list[Any]:
    return [] if value is None else list(value) if isinstance(value, tuple) else [value]


def said_of_importance(group: str, importance: dict[str, Any]) -> Read:
    unsure = {f"{group}.{name}.not_sure": [True] for name, rating in importance.items() if rating == NOT_SURE}
    return {f"{group}.{name}": [rating] for name, rating in importance.items() if rating != NOT_SURE} | unsure


def said_of_reason(reason: OwnReason) -> Read:
    rating = {} if reason.importance is None else said_of_importance("own_reasons", {"importance": reason.importance})
    return {"own_reasons.text": [reason.text], "own_reasons.option": listed(reason.option), **rating}


def said_of_question(answers: Answers, name: str) -> Read:
    edits, aid = answers.question_edits, real_aid()
    bank = aid.words.questions[name].text if name in aid.questions else ""
    return {
        "questions.id": [name],
        "questions.text": [edits.own.get(name) or edits.reworded.get(name) or bank],
        "questions.note": listed(edits.notes.get(name)),
        "questions.answered": [True] if name in edits.answered else [],
    }


def without_the_aids_words(found: Read) -> Read:
    """A reading without the order of medicines and the reasons and addressees of questions, which the aid adds."""
    added = {"questions.because", "questions.ask"}
    questions = [{name: one[name] for name in one if name not in added} for one in found.get("questions", [])]
    return {**found, "questions": questions, "medicines": sorted(found.get("medicines", []))}


@st.composite
def _whole(draw: st.DrawFn) -> Answers:
    """Answers in every part of the aid, the visit too, with typed text wherever some can stand."""
    aid, answers = real_aid(), draw(answers_with_words)
    for asked in question_list(aid, answers).listed[:3]:
        answers = editing.note(answers, asked.id, draw(typed))
        answers = editing.tick(answers, asked.id, draw(st.booleans()))
    items = aid.instruments["sure"].items["en"]
    ratings = st.none() | st.just(NOT_SURE) | st.integers(0, 10)
    return answers.model_copy(
        update={
            "own_reasons": tuple(one.model_copy(update={"importance": draw(ratings)}) for one in answers.own_reasons),
            "opened": tuple(draw(st.lists(st.sampled_from(list(aid.words.pages)), unique=True))),
            "instruments": {
                "sure": draw(st.dictionaries(st.sampled_from(list(items)), st.sampled_from(["yes", "no"])))
            },
            "stage_at_start": draw(st.none() | st.sampled_from(aid.decision.stages)),
            "stage_at_end": draw(st.none() | st.sampled_from(aid.decision.stages)),
            "visit": Visit(
                reason=draw(typed),
                decided=draw(st.none() | st.sampled_from([*aid.decision.options, LEFT_OPEN])),
                next_step=draw(typed),
                led_by=draw(typed),
                performs_procedure=draw(st.sampled_from([None, "yes", "no"])),
            ),
        }
    )


whole_answers = _whole()


# Valid


@few
@given(whole_answers | edited_answers)
def test_whatever_was_answered_and_typed_the_file_is_valid_r4(answers: Answers) -> None:
    assert faults(made(answers)) == []


@few
@given(whole_answers)
def test_a_reader_of_fhir_takes_the_file_and_writes_it_back_the_same(answers: Answers) -> None:
    whole = made(answers)
    assert json.loads(Bundle.model_validate(whole).model_dump_json()) == whole


BREAK: dict[str, Callable[[dict[str, Any], dict[str, Any]], Any]] = {
    "a status that R4 does not know": lambda asked, replied: replied.update(status="done"),
    "a field that R4 does not know": lambda asked, replied: replied.update(reviewed=True),
    "a date that is none": lambda asked, replied: asked.update(date="November"),
    "a type that R4 does not know": lambda asked, replied: asked["item"][0].update(type="section"),
    "an id that is not asked": lambda asked, replied: replied["item"][0].update(linkId="weather"),
    "an answer that is not offered": lambda asked, replied: coded(replied).update(code="perhaps"),
    "an answer of another type": lambda asked, replied: replied["item"][0]["item"][0].update(
        answer=[{"valueBoolean": True}]
    ),
    "an empty text": lambda asked, replied: replied.update(language=" "),
    "no status": lambda asked, replied: replied.pop("status"),
    "a rating out of bounds": lambda asked, replied: rating(replied).update(valueInteger=11),
    "a rating with options": lambda asked, replied: asked["item"][0]["item"][2].update(
        answerOption=[{"valueInteger": 0}, {"valueInteger": 1}]
    ),
    "a question without its words": lambda asked, replied: asked["item"][1].pop("text"),
    "words that were not asked": lambda asked, replied: replied["item"][0].update(text="Weather"),
    "a name with a space": lambda asked, replied: asked.update(name="A name"),
    "another order": lambda asked, replied: replied["item"].reverse(),
}


def coded(replied: dict[str, Any]) -> dict[str, Any]:
    return replied["item"][0]["item"][1]["answer"][0]["valueCoding"]


def rating(replied: dict[str, Any]) -> dict[str, Any]:
    return replied["item"][0]["item"][0]["answer"][0]


@pytest.mark.parametrize("name", BREAK)
def test_these_checks_find(name: str) -> None:
    whole = made(Answers(situation={"pain_now": 3, "pain_trend": "same"}, leaning="in_between"))
    assert faults(whole) == []
    BREAK[name](*resources(whole))
    assert faults(whole) != []


@pytest.mark.parametrize(
    "sign",
    ["\x00", "\x07", "\x0b", "\x1f", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff", "\ufffe", "\ud800"],
    ids=ascii,
)
def test_a_character_that_fhir_cannot_hold_does_not_spoil_the_file(sign: str) -> None:
    # model_copy, since the model itself would not take all of these.
    blank = OwnReason(text="x").model_copy(update={"text": sign})
    situation = {"anything_else": f" {sign} "}
    answers = Answers().model_copy(
        update={"still_unclear": f"be{sign}fore", "situation": situation, "own_reasons": (blank,)}
    )
    whole = made(answers)
    assert faults(whole) == []
    json.dumps(whole, ensure_ascii=False).encode()
    found = read(resources(whole)[1]["item"])
    assert found["unclear"][0].replace(" ", "") == "before"
    assert not found.keys() & {"situation.anything_else", "own_reasons"}


# Complete


@few
@given(whole_answers | edited_answers)
def test_every_answer_stands_under_its_id_and_nothing_else_does(answers: Answers) -> None:
    found = read(resources(made(answers))[1]["item"])
    assert letters(without_the_aids_words(found)) == letters(said(real_aid(), answers))


def test_someone_who_answers_everything_takes_everything(aid: Aid) -> None:
    decision = aid.decision
    every_choice: dict[str, Any] = {
        "one": lambda factor: list(factor.choices)[-1],
        "many": lambda factor: tuple(factor.choices),
        "scale": lambda factor: 10,
        "text": lambda factor: "as typed",
    }
    answers = Answers(
        situation={name: every_choice[factor.kind](factor) for name, factor in aid.situation.items()},
        importance={name: 10 for name, outcome in decision.outcomes.items() if outcome.rated},
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
        medicines=tuple(aid.medicines)[:40],
        visit=Visit(reason="pain", decided=LEFT_OPEN, next_step="a call", led_by="my doctor", performs_procedure="no"),
    )
    whole = made(answers)
    assert faults(whole) == []
    asked, replied = resources(whole)
    found = read(replied["item"])
    assert letters(without_the_aids_words(found)) == letters(said(aid, answers))
    for item in flat(asked["item"]):
        inner = item["linkId"].startswith(("own_reasons.", "questions."))
        assert item["type"] == "group" or inner or item["linkId"].endswith(".not_sure") or item["linkId"] in found


@pytest.mark.parametrize(
    "text",
    ['"quotes" & <b>marks</b> \\ {} $x #y', "two\nlines\r\n\tand more", "🦴 שלום é", "a" * 5000],
    ids=["markup", "lines", "signs", "long"],
)
def test_text_comes_out_as_it_was_typed(text: str) -> None:
    answers = editing.add(Answers(still_unclear=text, situation={"anything_else": text}), text)
    answers = editing.note(answers, "own_1", text)
    found = read(resources(made(answers))[1]["item"])
    own = next(one for one in found["questions"] if one["questions.id"] == ["own_1"])
    assert found["unclear"] == found["situation.anything_else"] == [text]
    assert own["questions.text"] == own["questions.note"] == [text]


def test_not_rated_not_sure_and_zero_are_three_different_things() -> None:
    found = read(resources(made(Answers(importance={"pain_year": 0, "getting_about": NOT_SURE})))[1]["item"])
    assert {name: value for name, value in found.items() if name.startswith("importance")} == {
        "importance.pain_year": [0],
        "importance.getting_about.not_sure": [True],
    }


def test_a_medicine_stands_by_its_name_or_as_typed(aid: Aid) -> None:
    known = next(iter(aid.medicines))
    found = read(resources(made(Answers(medicines=("my tea", known))))[1]["item"])
    assert found["medicines"] == [aid.words.medicines[known], "my tea"]


def test_every_question_of_the_list_has_its_reason(aid: Aid) -> None:
    for one in read(resources(made(Answers(leaning="in_between")))[1]["item"])["questions"]:
        assert one["questions.because"][0].strip()
        assert one["questions.ask"][0] in aid.words.askable.values()


def test_an_answer_that_the_aid_does_not_know_is_left_out() -> None:
    answers = Answers(
        situation={"pain_now": 99, "pain_trend": "gone"},
        knowledge={"usual_course": "gone"},
        leaning="gone",
        opened=("gone",),
        visit=Visit(decided="gone"),
    )
    whole = made(answers)
    assert faults(whole) == []
    assert list(read(resources(whole)[1]["item"])) == ["questions"]


@few
@given(whole_answers)
def test_the_text_to_read_carries_what_all_other_forms_do(answers: Answers) -> None:
    summary = summarize(real_aid(), answers, TODAY)
    text = resources(made(answers))[1]["text"]
    page = ElementTree.fromstring(text["div"])
    assert {one.tag for one in page.iter()} <= {XHTML + tag for tag in ("div", "h2", "ul", "li", "br", "p")}
    parts = blocks(real_aid(), summary)
    lines = [
        line for block in parts for item in block.items for line in (item.text, item.under, item.note or "") if line
    ]
    told = letters("".join(page.itertext()))
    assert [line for line in (*(block.heading for block in parts), *lines) if letters(line) not in told] == []
    assert told.endswith(letters(closing(real_aid(), summary)))


# The same for everyone, and nobody in particular


@few
@given(whole_answers)
def test_the_questions_are_the_same_for_everyone(answers: Answers) -> None:
    asked, _ = resources(made(answers))
    assert asked == json.loads(the_questions())


@lru_cache
def the_questions() -> str:
    return json.dumps(questionnaire(real_aid()))


@few
@given(whole_answers)
def test_no_field_can_hold_who_the_person_is(answers: Answers) -> None:
    _, replied = resources(made(answers))
    assert set(replied) == MAY_STAND_IN_A_RESPONSE
    names = {name for one in every(replied) if isinstance(one, dict) for name in one}
    assert not names & IDENTITY
    assert [one for one in every(replied) if isinstance(one, dict) and "identifier" in one] == [replied]
    assert replied["identifier"]["system"] == "urn:ietf:rfc:3986"
    assert replied["identifier"]["value"].startswith("urn:uuid:")


def test_the_same_answers_give_the_same_file_and_others_another_name() -> None:
    one, same, other = (made(Answers(leaning=leaning)) for leaning in ("in_between", "in_between", "not_sure"))
    assert one == same
    names = [entry["fullUrl"] for entry in (*one["entry"], *other["entry"])]
    assert names[0] == names[2]
    assert len(set(names)) == 3
    assert all(name.startswith("urn:uuid:") for name in names)
    assert len({resources(whole)[1]["identifier"]["value"] for whole in (one, same, other)}) == 2


def test_ids_come_from_the_content_and_not_from_its_words(aid: Aid) -> None:
    decision, items = aid.decision, aid.instruments["sure"].items["en"]
    rated = [name for name, outcome in decision.outcomes.items() if outcome.rated]
    expected = {
        *("situation", "importance", "own_reasons", "knowledge", "instrument.sure", "questions", "visit"),
        *("medicines", "opened", "gut_leaning", "leaning", "stage_at_start", "stage_at_end", "unclear"),
        *(f"situation.{name}" for name in aid.situation),
        *(f"importance.{name}{end}" for name in rated for end in ("", ".not_sure")),
        *(f"own_reasons.{part}" for part in ("text", "option", "importance", "importance.not_sure")),
        *(f"knowledge.{name}" for name in aid.knowledge),
        *(f"instrument.sure.{item}" for item in items),
        *(f"questions.{part}" for part in ("id", "text", "because", "ask", "note", "answered")),
        *(f"visit.{part}" for part in ("reason", "decided", "next_step", "led_by", "performs_procedure")),
    }
    assert {item["linkId"] for item in flat(questionnaire(aid)["item"])} == expected


def test_in_other_words_all_ids_and_codes_stay(aid: Aid) -> None:
    words = {**other_words(aid.words.model_dump()), "language": "en"}
    words["app"]["locale"] = "en"
    translated = questionnaire(aid.model_copy(update={"words": Words(**words)}))
    assert translated != questionnaire(aid)
    assert skeleton(translated) == skeleton(questionnaire(aid))


def other_words(words: Any) -> Any:
    if isinstance(words, dict):
        return {name: other_words(one) for name, one in words.items()}
    if isinstance(words, tuple | list):
        return [other_words(one) for one in words]
    return f"Ñ {words}" if isinstance(words, str) else words


def skeleton(tree: Any) -> Any:
    """A resource without what is read by people."""
    if isinstance(tree, dict):
        read_by_people = ("text", "display", "title", "description")
        return {name: skeleton(one) for name, one in tree.items() if name not in read_by_people}
    return [skeleton(one) for one in tree] if isinstance(tree, list) else tree


WORDINGS = [(language, helping) for language in ("en", "es") for helping in (False, True)]


def test_each_wording_is_a_questionnaire_of_its_own_with_the_same_structure() -> None:
    asked = [questionnaire(real_aid(*wording)) for wording in WORDINGS]
    for part in ("url", "name"):
        assert len({one[part] for one in asked}) == len(WORDINGS)
    assert len({json.dumps(one["identifier"]) for one in asked}) == 1
    assert len({json.dumps([structure(item) for item in one["item"]]) for one in asked}) == 1


def structure(item: dict[str, Any]) -> Any:
    """A question without its words, and without whether it is shown."""
    shown = ("text", "extension", "readOnly", "item")
    bounds = {name: value for name, value in extensions(item).items() if name != "hidden"}
    inner = [structure(one) for one in item.get("item", [])]
    return skeleton({name: value for name, value in item.items() if name not in shown}), skeleton(bounds), inner


def test_a_published_instrument_is_hidden_where_it_has_no_published_form() -> None:
    """Nobody may word it otherwise: https://decisionaid.ohri.ca/eval.html."""
    answers = Answers(instruments={"sure": {"sure": "yes", "understand": "no"}})
    for language, helping in WORDINGS:
        aid = real_aid(language, helping)
        whole = made(answers, aid)
        assert faults(whole) == []
        asked, replied = resources(whole)
        items = [item for item in flat(asked["item"]) if item["linkId"].startswith("instrument.sure")]
        published = aid.instruments["sure"].items.get(language)
        assert len(items) == 5
        assert [extensions(item).get("hidden", False) for item in items] == [not published] * 5
        assert [item.get("readOnly", False) for item in items[1:]] == [not published] * 4
        assert [item["text"] for item in items[1:] if "text" in item] == list((published or {}).values())
        assert read(replied["item"]).get("instrument.sure.understand") == ([False] if published else None)


# Ratings, as programs for forms fill them in


def test_a_rating_is_a_whole_number_in_bounds_on_a_slider(aid: Aid) -> None:
    """With options in place of bounds, LHC-Forms 40.1.3 gave back no 0."""
    rated = [item for item in flat(questionnaire(aid)["item"]) if item["type"] == "integer"]
    of_outcomes = [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]
    expected = {"situation.pain_now", "own_reasons.importance", *(f"importance.{name}" for name in of_outcomes)}
    assert {item["linkId"] for item in rated} == expected
    for item in rated:
        assert "answerOption" not in item
        extended = extensions(item)
        (control,) = extended.pop("itemControl")["coding"]
        # https://hl7.org/fhir/R4/valueset-questionnaire-item-control.html
        assert control == {"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "slider"}
        assert extended == {"minValue": 0, "maxValue": 10, "sliderStepValue": 1}


@pytest.mark.parametrize("rating", [0, 1, 10])
def test_each_rating_stands_in_the_response_as_a_number(rating: int) -> None:
    reason = OwnReason(text="my stairs", importance=rating)
    answers = Answers(importance={"pain_year": rating}, situation={"pain_now": rating}, own_reasons=(reason,))
    replied = read(resources(made(answers))[1]["item"])
    assert replied["importance.pain_year"] == replied["situation.pain_now"] == [rating]
    assert replied["own_reasons"][0]["own_reasons.importance"] == [rating]


# Taken in by a server


class Server:
    """A server as R4 has it: https://hl7.org/fhir/R4/http.html#transaction, cut to what our file asks for."""

    def __init__(self) -> None:
        self.kept: list[dict[str, Any]] = []

    def take_in(self, whole: dict[str, Any]) -> None:
        assert whole["type"] == "transaction"
        own = {}
        for place, entry in enumerate(whole["entry"]):
            resource, request = entry["resource"], entry["request"]
            assert (request["method"], request["url"]) == ("POST", resource["resourceType"])
            matching = [one for one in self.kept if self.matches(one, request["url"], request["ifNoneExist"])]
            assert len(matching) <= 1  # else R4 has the server refuse it all
            if not matching:
                self.kept.append(resource)
            own[entry["fullUrl"]] = f"{request['url']}/{len(self.kept)}{place}"
        # "Servers SHALL replace all matching links in the bundle", in uris too: a name of a resource must not be lost.
        assert not [one for one in every([entry["resource"] for entry in whole["entry"]]) if str(one) in own]

    @staticmethod
    def matches(resource: dict[str, Any], kind: str, search: str) -> bool:
        wanted = dict(part.split("=") for part in search.split("&"))
        if resource["resourceType"] != kind:
            return False
        if kind == "QuestionnaireResponse":
            system, value = wanted.pop("identifier").split("|")
            return not wanted and resource["identifier"] == {"system": system, "value": value}
        assert set(wanted) == {"url", "version"}
        return all(resource[name] == value for name, value in wanted.items())


def for_a_server(answers: Answers, aid: Aid) -> dict[str, Any]:
    return json.loads(transaction(aid, summarize(aid, answers, TODAY)))


@few
@given(whole_answers)
def test_what_a_server_takes_in_is_valid_and_says_the_same(answers: Answers) -> None:
    whole = for_a_server(answers, real_aid())
    assert faults(whole) == []
    assert json.loads(Bundle.model_validate(whole).model_dump_json()) == whole
    assert resources(whole) == resources(made(answers))
    assert "request" not in made(answers)["entry"][0]  # the invariant bdl-3


def test_a_server_keeps_each_questionnaire_and_each_response_once() -> None:
    server = Server()
    people = (Answers(leaning="in_between"), Answers(leaning="not_sure"))
    for answers in (*people, *people):
        for wording in WORDINGS:
            server.take_in(for_a_server(answers, real_aid(*wording)))
    kept = [one["resourceType"] for one in server.kept]
    assert (kept.count("Questionnaire"), kept.count("QuestionnaireResponse")) == (4, 8)


# What it says of itself


def test_the_file_says_which_aid_asked_how_old_it_is_and_who_answered(aid: Aid) -> None:
    asked, replied = resources(made(Answers()))
    assert asked["version"] == aid.decision.version
    assert asked["date"] == aid.decision.published.isoformat()
    assert asked["effectivePeriod"]["end"] == aid.decision.next_review.isoformat()
    assert str(aid.decision.evidence_updated.year) in asked["description"]
    assert asked["copyright"].startswith(aid.instruments["sure"].citation)
    assert not asked.keys() & {"approvalDate", "lastReviewDate"}  # nobody has
    assert replied["authored"] == "2026-11-22"


def test_the_response_was_written_at_the_time_of_the_readers_place_and_is_the_same_one_later_that_day() -> None:
    at_home = timezone(timedelta(hours=-5))
    aid, replies = real_aid(), []
    for hour in (19, 21):
        now = datetime(2026, 11, 22, hour, 30, tzinfo=at_home)
        whole = json.loads(transaction(aid, summarize(aid, Answers(leaning="not_sure"), now.date()), now))
        replies.append(resources(whole)[1])
    assert [one["authored"] for one in replies] == ["2026-11-22T19:30:00-05:00", "2026-11-22T21:30:00-05:00"]
    assert replies[0]["identifier"] == replies[1]["identifier"]


@pytest.mark.parametrize(("helping", "code"), [(False, "PATAST"), (True, "PACQAST")])
def test_the_file_says_whose_word_it_is(helping: bool, code: str) -> None:
    """The patient's own, or a patient's acquaintance's: https://terminology.hl7.org/CodeSystem-v3-ObservationValue.html."""
    _, replied = resources(made(Answers(), real_aid("en", helping)))
    assert [label["code"] for label in replied["meta"]["security"]] == [code]


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        (Answers(), "in-progress"),
        (Answers(leaning="in_between"), "in-progress"),
        (Answers(visit=Visit(decided=LEFT_OPEN)), "completed"),
        (Answers(visit=Visit(decided="vertebroplasty")), "completed"),
    ],
)
def test_answers_are_complete_once_the_visit_has_ended(answers: Answers, status: str) -> None:
    assert resources(made(answers))[1]["status"] == status


# Another decision


@few
@given(st.deferred(lambda: st.lists(st.sampled_from(all_taps(small_aid())), max_size=20)), typed)
def test_another_decision_works_the_same(taps: list[Any], text: str) -> None:
    answers = answered(small_aid(), taps).model_copy(
        update={"still_unclear": text, "instruments": {"ready": {"ready": "yes", "enough": "no"}}}
    )
    whole = made(answers, small_aid())
    assert faults(whole) == []
    found = read(resources(whole)[1]["item"])
    assert found["instrument.ready.enough"] == [False]
    assert found.get("leaning", []) == listed(answers.leaning)
    assert whole["entry"][0]["fullUrl"] != made(Answers())["entry"][0]["fullUrl"]
