"""The summary for an electronic record: a FHIR R4 Bundle with the questions and one person's answers, and no identity.

It names no subject, author or source: whoever puts it into a record adds the patient there.
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
    asked,
    canonical,
    coding,
    fit,
    identifier,
    questionnaire,
)
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE
from decision_aid.summary.blocks import Item as Line
from decision_aid.summary.blocks import blocks, closing
from decision_aid.summary.coded_answers import Given
from decision_aid.summary.summary import Summary, TakenQuestion, TakenReason

Told = Mapping[str, tuple[Given, ...]]
"""Answers by linkId."""

YES = Given("", "yes")
ASSERTED = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"
BY_PATIENT = {"system": ASSERTED, "code": "PATAST", "display": "patient asserted"}
BY_HELPER = {"system": ASSERTED, "code": "PACQAST", "display": "patient acquaintance asserted"}
"""HL7's security labels for data whose word is the patient's own, or that of someone who helps."""


def bundle(aid: Aid, summary: Summary, now: datetime | None = None) -> str:
    """The Questionnaire and the QuestionnaireResponse as JSON, to read; the same input gives the same text.

    `now` is the time where the person is, with its offset; without it the day alone is told.
    """
    entries = [{"fullUrl": name, "resource": one} for name, one in _resources(aid, summary, now)]
    return _written("collection", entries)


def transaction(aid: Aid, summary: Summary, now: datetime | None = None) -> str:
    """The same resources for a FHIR server to take in at once, each only if it is not there yet."""
    return _written("transaction", [_to_create(name, one) for name, one in _resources(aid, summary, now)])


def _written(kind: str, entries: list[dict[str, Any]]) -> str:
    whole = {"resourceType": "Bundle", "type": kind, "entry": entries}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _resources(aid: Aid, summary: Summary, now: datetime | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each resource with its fullUrl.

    A fullUrl is no name that a resource bears: a server puts its own address in the place of every URI that equals one.
    """
    for resource in (questionnaire(aid), response(aid, summary, now)):
        yield f"urn:uuid:{uuid5(UUID(canonical(aid)), json.dumps(resource))}", resource


def _to_create(name: str, resource: dict[str, Any]) -> dict[str, Any]:
    kind = resource["resourceType"]
    if kind == "Questionnaire":
        known = f"url={resource['url']}&version={resource['version']}"
    else:
        known = f"identifier={resource['identifier']['system']}|{resource['identifier']['value']}"
    return {
        "fullUrl": name,
        "resource": resource,
        "request": {"method": "POST", "url": kind, "ifNoneExist": known},
    }


def response(aid: Aid, summary: Summary, now: datetime | None = None) -> dict[str, Any]:
    """The QuestionnaireResponse.

    Its identifier is made from its content and the day, not the time: two people's answers never pass for one response,
    the same answers sent twice do, and it tells nothing that the file does not hold. Its status is "completed" once the
    visit ended with a decision or left it open, and "in-progress" before: FHIR calls complete what is definitive, and
    until then notes and a change of mind are expected.
    """
    told, entries = _told(summary), _entries(summary)
    items = [one for item in asked(aid) for one in _answered(item, told, entries)]
    whole = {
        "resourceType": "QuestionnaireResponse",
        "meta": {"security": [BY_HELPER if aid.helping else BY_PATIENT]},
        "language": aid.words.language,
        "text": {"status": "additional", "div": _narrative(aid, summary)},
        "questionnaire": f"{canonical(aid)}|{summary.version}",
        "status": "completed" if summary.visit.decided else "in-progress",
        "authored": summary.made_on.isoformat(),
        **({"item": items} if items else {}),
    }
    own = uuid5(UUID(canonical(aid)), json.dumps(whole))
    authored = {"authored": now.isoformat(timespec="seconds")} if now else {}
    return {**whole, **authored, "identifier": identifier(f"urn:uuid:{own}")}


def _told(summary: Summary) -> Told:
    """Every answer by linkId, but for the groups that repeat."""
    visit = summary.visit
    ratings = [_rating(f"importance.{one.outcome}", one.importance) for one in summary.matters]
    return {
        **{f"situation.{entry.id}": entry.answers for entry in summary.situation},
        "medicines": tuple(Given(name) for group in summary.medicines for name in group.names),
        **{link: given for rating in ratings for link, given in rating.items()},
        "opened": summary.opened,
        **{f"knowledge.{entry.id}": entry.answers for entry in summary.knowledge},
        **{f"instrument.{entry.id}": entry.answers for entry in summary.instruments},
        "gut_leaning": _one(summary.gut_leaning),
        "leaning": _one(summary.leaning),
        "stage_at_start": _one(summary.stage_at_start),
        "stage_at_end": _one(summary.stage_at_end),
        "unclear": summary.unclear,
        "visit.reason": (Given(visit.reason),),
        "visit.decided": _one(visit.decided),
        "visit.next_step": (Given(visit.next_step),),
        "visit.led_by": (Given(visit.led_by),),
        "visit.performs_procedure": _one(visit.performs_procedure),
    }


def _entries(summary: Summary) -> Mapping[str, tuple[Told, ...]]:
    """The entries of each group that repeats."""
    return {
        "own_reasons": tuple(_own_reason(reason) for reason in summary.own_reasons),
        "questions": tuple(_question(question) for question in summary.questions),
    }


def _own_reason(reason: TakenReason) -> Told:
    return {
        "own_reasons.text": (Given(reason.text),),
        "own_reasons.option": _one(reason.option),
        **(_rating("own_reasons.importance", reason.importance) if reason.importance else {}),
    }


def _question(question: TakenQuestion) -> Told:
    """A question of the list. "Answered" is a tick: without one it says nothing, and so does the response."""
    return {
        "questions.id": (Given(question.id),),
        "questions.text": (Given(question.text),),
        "questions.because": (Given(question.because),),
        "questions.ask": (Given(question.ask),),
        "questions.note": (Given(question.note),),
        "questions.answered": (YES,) if question.answered else (),
    }


def _one(given: Given | None) -> tuple[Given, ...]:
    return () if given is None else (given,)


def _rating(link: str, given: Given) -> Told:
    """A rating stands under its own linkId, "not sure" under one beside it: a number cannot say it."""
    return {f"{link}.not_sure": (YES,)} if given.code == NOT_SURE else {link: (given,)}


def _answered(item: Item, told: Told, entries: Mapping[str, tuple[Told, ...]]) -> Iterator[dict[str, Any]]:
    """An item of the response for each entry of a group, one with all answers for a question; none for no answer."""
    if item.type == "group":
        for entry in entries.get(item.id, ()) if item.repeats else (told,):
            if items := [one for part in item.items for one in _answered(part, entry, entries)]:
                yield {**_asked(item), "item": items}
    elif answers := [value for given in told.get(item.id, ()) if (value := _value(item, given))]:
        yield {**_asked(item), "answer": answers if item.repeats else answers[:1]}


def _asked(item: Item) -> dict[str, str]:
    """What was asked, as it read: an answer stays clear without the Questionnaire."""
    return {"linkId": item.id, "text": fit(item.text)}


def _value(item: Item, given: Given) -> dict[str, Any]:
    """An answer as the item's type writes it; {} where the item knows no such answer."""
    code = given.code or ""
    match item.type:
        case "choice" | "open-choice" if code in item.options:
            return {"valueCoding": coding(item, code)}
        case "integer" if code.isdecimal() and LOWEST <= int(code) <= HIGHEST:
            return {"valueInteger": int(code)}
        case "boolean" if code in ("yes", "no"):
            return {"valueBoolean": code == "yes"}
        case "open-choice" | "string" | "text" if not code and fit(given.text):
            return {"valueString": fit(given.text)}
    return {}


def _narrative(aid: Aid, summary: Summary) -> Markup:
    """The whole summary to read, for records that show nothing else; its last line says that nobody checked it."""
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
    return Markup("<br/>").join(line for text in texts for line in fit(text).splitlines())
