"""The summary for an electronic record: a FHIR R4 Bundle of a Questionnaire and one person's response, anonymous.

It has no subject, author or source: whoever imports it into a record adds the patient there.
Elements and rules: https://hl7.org/fhir/R4/questionnaireresponse.html and https://hl7.org/fhir/R4/bundle.html.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from markupsafe import Markup

from decision_aid.exports.questionnaire import (
    HIGHEST,
    LOWEST,
    Item,
    answerable_items,
    canonical,
    coding,
    fhir_text,
    identifier,
    questionnaire,
)
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE
from decision_aid.summary.blocks import Item as Line
from decision_aid.summary.blocks import blocks, closing
from decision_aid.summary.coded_answers import CodedAnswer
from decision_aid.summary.summary import Summary, SummaryQuestion, SummaryReason

AnswersByLink = Mapping[str, tuple[CodedAnswer, ...]]
"""Answers by linkId."""

Entries = Mapping[str, tuple[AnswersByLink, ...]]
"""By the linkId of a repeating group: the answers of each of its entries."""

YES = CodedAnswer("", "yes")
ASSERTED = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"
BY_PATIENT = {"system": ASSERTED, "code": "PATAST", "display": "patient asserted"}
BY_HELPER = {"system": ASSERTED, "code": "PACQAST", "display": "patient acquaintance asserted"}
"""HL7's security labels for data that the patient, or a caregiver, asserts."""


def bundle(aid: Aid, summary: Summary, now: datetime | None = None) -> str:
    """The Questionnaire and QuestionnaireResponse as a JSON collection. Deterministic.

    `now`: the person's local time, with its offset; without it, only the date is given.
    """
    entries = [{"fullUrl": name, "resource": resource} for name, resource in _resources(aid, summary, now)]
    return _bundle_json("collection", entries)


def transaction(aid: Aid, summary: Summary, now: datetime | None = None) -> str:
    """The same resources as a transaction: a FHIR server creates each only if it does not exist yet."""
    return _bundle_json("transaction", [_to_create(name, resource) for name, resource in _resources(aid, summary, now)])


def _bundle_json(kind: str, entries: list[dict[str, Any]]) -> str:
    bundle_data = {"resourceType": "Bundle", "type": kind, "entry": entries}
    return json.dumps(bundle_data, ensure_ascii=False, indent=2) + "\n"


def _resources(aid: Aid, summary: Summary, now: datetime | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each resource with its fullUrl.

    A fullUrl must differ from every URI in a resource: a server replaces all URIs that equal one by its own address.
    """
    for resource in (questionnaire(aid), response(aid, summary, now)):
        yield f"urn:uuid:{uuid5(UUID(canonical(aid)), json.dumps(resource))}", resource


def _to_create(name: str, resource: dict[str, Any]) -> dict[str, Any]:
    kind = resource["resourceType"]
    if kind == "Questionnaire":
        search = f"url={resource['url']}&version={resource['version']}"
    else:
        search = f"identifier={resource['identifier']['system']}|{resource['identifier']['value']}"
    return {
        "fullUrl": name,
        "resource": resource,
        "request": {"method": "POST", "url": kind, "ifNoneExist": search},
    }


def response(aid: Aid, summary: Summary, now: datetime | None = None) -> dict[str, Any]:
    """The QuestionnaireResponse.

    Its identifier is a hash of its content and the day, not the time: the same answers sent twice are one response,
    different answers never are, and it reveals nothing more than the file. Its status is "completed" once the visit
    ended with a decision or left it open, and "in-progress" before: in FHIR a completed response is definitive, and
    until then notes and a change of mind are expected.
    """
    answers, entries = _answers_by_link(summary), _entries(summary)
    items = [
        response_item for item in answerable_items(aid) for response_item in _response_items(item, answers, entries)
    ]
    resource = {
        "resourceType": "QuestionnaireResponse",
        "meta": {"security": [BY_HELPER if aid.helping else BY_PATIENT]},
        "language": aid.words.language,
        "text": {"status": "additional", "div": _narrative(aid, summary)},
        "questionnaire": f"{canonical(aid)}|{summary.version}",
        "status": "completed" if summary.visit.decided else "in-progress",
        "authored": summary.made_on.isoformat(),
        **({"item": items} if items else {}),
    }
    content_id = uuid5(UUID(canonical(aid)), json.dumps(resource))
    authored = {"authored": now.isoformat(timespec="seconds")} if now else {}
    return {**resource, **authored, "identifier": identifier(f"urn:uuid:{content_id}")}


def _answers_by_link(summary: Summary) -> AnswersByLink:
    """All answers by linkId, except those of repeating groups."""
    visit = summary.visit
    ratings = [_rating(f"importance.{outcome.outcome}", outcome.importance) for outcome in summary.matters]
    return {
        **{f"situation.{entry.id}": entry.answers for entry in summary.situation},
        "medicines": tuple(CodedAnswer(name) for group in summary.medicines for name in group.names),
        **{link: answers for rating in ratings for link, answers in rating.items()},
        "opened": summary.opened,
        **{f"knowledge.{entry.id}": entry.answers for entry in summary.knowledge},
        **{f"instrument.{entry.id}": entry.answers for entry in summary.instruments},
        "gut_leaning": _as_tuple(summary.gut_leaning),
        "leaning": _as_tuple(summary.leaning),
        "stage_at_start": _as_tuple(summary.stage_at_start),
        "stage_at_end": _as_tuple(summary.stage_at_end),
        "unclear": summary.unclear,
        "visit.reason": (CodedAnswer(visit.reason),),
        "visit.decided": _as_tuple(visit.decided),
        "visit.next_step": (CodedAnswer(visit.next_step),),
        "visit.led_by": (CodedAnswer(visit.led_by),),
        "visit.performs_procedure": _as_tuple(visit.performs_procedure),
    }


def _entries(summary: Summary) -> Entries:
    """The entries of each repeating group."""
    return {
        "own_reasons": tuple(_own_reason(reason) for reason in summary.own_reasons),
        "questions": tuple(_question(question) for question in summary.questions),
    }


def _own_reason(reason: SummaryReason) -> AnswersByLink:
    return {
        "own_reasons.text": (CodedAnswer(reason.text),),
        "own_reasons.option": _as_tuple(reason.option),
        **(_rating("own_reasons.importance", reason.importance) if reason.importance else {}),
    }


def _question(question: SummaryQuestion) -> AnswersByLink:
    """An entry of the question list. "Answered" is omitted unless ticked: an empty box states nothing."""
    return {
        "questions.id": (CodedAnswer(question.id),),
        "questions.text": (CodedAnswer(question.text),),
        "questions.because": (CodedAnswer(question.because),),
        "questions.ask": (CodedAnswer(question.ask),),
        "questions.note": (CodedAnswer(question.note),),
        "questions.answered": (YES,) if question.answered else (),
    }


def _as_tuple(answer: CodedAnswer | None) -> tuple[CodedAnswer, ...]:
    return () if answer is None else (answer,)


def _rating(link: str, answer: CodedAnswer) -> AnswersByLink:
    """A rating by its linkId; "not sure" has a linkId of its own, since it is not a number."""
    return {f"{link}.not_sure": (YES,)} if answer.code == NOT_SURE else {link: (answer,)}


def _response_items(item: Item, by_link: AnswersByLink, entries: Entries) -> Iterator[dict[str, Any]]:
    """The response items for an item: one per entry of a group, one for a question, none without an answer."""
    if item.type == "group":
        for entry in entries.get(item.id, ()) if item.repeats else (by_link,):
            if items := [child for part in item.items for child in _response_items(part, entry, entries)]:
                yield {**_item_head(item), "item": items}
    elif answers := [value for answer in by_link.get(item.id, ()) if (value := _value(item, answer))]:
        yield {**_item_head(item), "answer": answers if item.repeats else answers[:1]}


def _item_head(item: Item) -> dict[str, str]:
    """The linkId and text of an item, so that an answer is clear without the Questionnaire."""
    return {"linkId": item.id, "text": fhir_text(item.text)}


def _value(item: Item, answer: CodedAnswer) -> dict[str, Any]:
    """An answer as FHIR value[x] for the item's type; {} if the item does not allow it."""
    code = answer.code or ""
    match item.type:
        case "choice" | "open-choice" if code in item.options:
            return {"valueCoding": coding(item, code)}
        case "integer" if code.isdecimal() and LOWEST <= int(code) <= HIGHEST:
            return {"valueInteger": int(code)}
        case "boolean" if code in ("yes", "no"):
            return {"valueBoolean": code == "yes"}
        case "open-choice" | "string" | "text" if not code and fhir_text(answer.text):
            return {"valueString": fhir_text(answer.text)}
    return {}


def _narrative(aid: Aid, summary: Summary) -> Markup:
    """The summary as XHTML, for records that show nothing else; its last line says that nobody checked it."""
    parts = Markup().join(
        Markup("<h2>{}</h2><ul>{}</ul>").format(
            _lines(block.heading), Markup().join(_item(aid, line) for line in block.items)
        )
        for block in blocks(aid, summary)
    )
    last = _lines(closing(aid, summary))
    return Markup('<div xmlns="http://www.w3.org/1999/xhtml">{}<p>{}</p></div>').format(parts, last)


def _item(aid: Aid, line: Line) -> Markup:
    note = f"{aid.words.app['note']}: {line.note}" if line.note else ""
    return Markup("<li>{}</li>").format(_lines(line.text, line.under, note))


def _lines(*texts: str) -> Markup:
    return Markup("<br/>").join(line for text in texts for line in fhir_text(text).splitlines())
