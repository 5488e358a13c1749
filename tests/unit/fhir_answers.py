"""What a FHIR response says, and what the person said: read from the answers, without the summary."""

import json
import unicodedata
from typing import Any

from hypothesis import settings

from decision_aid.exports.fhir import bundle, transaction
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers, OwnReason
from decision_aid.reasoning.question_list import question_list
from decision_aid.summary.summary import summarize
from harness.aids import real_aid
from tests.unit.fhir_rules import Json, resources
from tests.unit.people import TODAY

NOT_WRITTEN = "\ufeff\ufffe\uffff"
"""A byte order mark and two code points that are no characters."""

few = settings(max_examples=20)
"""The schema of R4 is slow."""


def bundle_of(answers: Answers, aid: Aid | None = None) -> Json:
    """The file that a person takes along."""
    aid = aid or real_aid()
    return json.loads(bundle(aid, summarize(aid, answers, TODAY)))


def transaction_of(answers: Answers, aid: Aid) -> Json:
    """The file for a server."""
    return json.loads(transaction(aid, summarize(aid, answers, TODAY)))


def read(answers: Answers) -> Json:
    """What our response to these answers says."""
    return read_items(resources(bundle_of(answers))[1]["item"])


def read_items(items: list[Json]) -> Json:
    """By linkId: the answers as ids, numbers, booleans and texts; for a group that repeats, one of these an entry."""
    by_link: Json = {}
    for item in items:
        if item["linkId"] in ("own_reasons", "questions"):
            by_link.setdefault(item["linkId"], []).append(read_items(item["item"]))
        elif "item" in item:
            by_link |= read_items(item["item"])
        else:
            values = [value for answer in item["answer"] for value in answer.values()]
            by_link[item["linkId"]] = [value["code"] if isinstance(value, dict) else value for value in values]
    return by_link


def without_the_aids_words(response: Json) -> Json:
    """A reading without the order of medicines and the reasons and addressees of questions, which the aid adds."""
    added = {"questions.because", "questions.ask"}
    questions = [
        {name: question[name] for name in question if name not in added} for question in response.get("questions", [])
    ]
    return {**response, "questions": questions, "medicines": sorted(response.get("medicines", []))}


def letters(value: Any) -> Any:
    """A value with its texts reduced to what every form of a text has, and without what then is empty."""
    if isinstance(value, dict):
        return {name: reduced for name, part in value.items() if (reduced := letters(part)) != []}
    if isinstance(value, list):
        return [reduced for part in value if (reduced := letters(part)) not in ("", {})]
    if not isinstance(value, str):
        return value
    printed = (sign for sign in value if unicodedata.category(sign) not in ("Cc", "Cs") and sign not in NOT_WRITTEN)
    return "".join(sign for sign in printed if not sign.isspace())


def expected(aid: Aid, answers: Answers) -> Json:
    """What a response to these answers has to say, but for the questions' words."""
    visit = answers.visit
    by_link: Json = {
        **{f"situation.{name}": _listed(value) for name, value in answers.situation.items() if name in aid.situation},
        "medicines": sorted(aid.words.medicines.get(name, name) for name in answers.medicines),
        **_importance("importance", answers.importance),
        "own_reasons": [_own_reason(reason) for reason in answers.own_reasons if reason.text.strip()],
        "opened": list(answers.opened),
        **{f"knowledge.{name}": [choice] for name, choice in answers.knowledge.items()},
        **{
            f"instrument.{name}.{item}": [answer == "yes"]
            for name, by_item in answers.instruments.items()
            for item, answer in by_item.items()
        },
        **{
            field: _listed(getattr(answers, field))
            for field in ("gut_leaning", "leaning", "stage_at_start", "stage_at_end")
        },
        "unclear": [*answers.unclear, *_listed(answers.still_unclear or None)],
        "visit.reason": [visit.reason],
        "visit.decided": _listed(visit.decided),
        "visit.next_step": [visit.next_step],
        "visit.led_by": [visit.led_by],
        "visit.performs_procedure": [visit.performs_procedure == "yes"] if visit.performs_procedure else [],
        "questions": [_question(aid, answers, question.id) for question in question_list(aid, answers).listed],
    }
    return {name: value for name, value in by_link.items() if value}


def _listed(value: Any) -> list[Any]:
    return [] if value is None else list(value) if isinstance(value, tuple) else [value]


def _importance(group: str, importance: Json) -> Json:
    unsure = {f"{group}.{name}.not_sure": [True] for name, rating in importance.items() if rating == NOT_SURE}
    return {f"{group}.{name}": [rating] for name, rating in importance.items() if rating != NOT_SURE} | unsure


def _own_reason(reason: OwnReason) -> Json:
    rating = {} if reason.importance is None else _importance("own_reasons", {"importance": reason.importance})
    return {"own_reasons.text": [reason.text], "own_reasons.option": _listed(reason.option), **rating}


def _question(aid: Aid, answers: Answers, name: str) -> Json:
    edits = answers.question_edits
    bank = aid.words.questions[name].text if name in aid.questions else ""
    return {
        "questions.id": [name],
        "questions.text": [edits.own.get(name) or edits.reworded.get(name) or bank],
        "questions.note": _listed(edits.notes.get(name)),
        "questions.answered": [True] if name in edits.answered else [],
    }
