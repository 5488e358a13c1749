"""The aid's questions as a FHIR R4 Questionnaire: the same for everyone, with ids that do not depend on wording.

The Questionnaire and every response are made from `answerable_items`, so that they cannot disagree.
Elements and types: https://hl7.org/fhir/R4/questionnaire.html. Extensions, all of R4 itself:
https://hl7.org/fhir/R4/questionnaire-profiles.html. Each wording is a Questionnaire of its own (decision 0019).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID, uuid5

from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.wording.dates import day
from decision_aid.wording.importance import importance_question

NAMES = UUID("6b0f7d2e-6a0c-4f0e-9a57-3c1d8b1f4e92")
"""The namespace for the UUIDs of this export, made from the decision's id: we have no web address to use."""

EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/"
LOWEST, HIGHEST = 0, 10
"""The bounds of every rating."""
NOT_ALLOWED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
ODD_SPACE = re.compile(r"[^\S \t\r\n]")


@dataclass(frozen=True)
class Item:
    """A question or a group. `id` is its linkId; `options` are labels by code of the code system `system`.

    An open choice also takes typed text. A repeating group occurs in a response once for each entry. An integer is a
    rating. A hidden item has no text in this wording, and is not shown.
    """

    id: str
    text: str
    type: Literal["group", "choice", "open-choice", "integer", "boolean", "string", "text"]
    options: Mapping[str, str] = field(default_factory=dict)
    system: str = ""
    repeats: bool = False
    items: tuple["Item", ...] = ()
    hidden: bool = False


def questionnaire(aid: Aid) -> dict[str, Any]:
    """The Questionnaire.

    Its status is "draft", in FHIR for what is not yet ready for normal use: no clinician has reviewed the aid. For the
    same reason it has no approvalDate and no lastReviewDate; the evidence date is in the description. The copyright
    names the instruments' sources, as their licenses require.
    """
    decision, app = aid.decision, aid.words.app
    rights = "\n\n".join(f"{instrument.citation} {instrument.licence}" for instrument in aid.instruments.values())
    return {
        "resourceType": "Questionnaire",
        "language": aid.words.language,
        "url": canonical(aid),
        "identifier": [identifier(address(aid))],
        "version": decision.version,
        "name": _name(aid),
        "title": fhir_text(app["name"]),
        "status": "draft",
        "subjectType": ["Patient"],
        "date": decision.published.isoformat(),
        "description": fhir_text(app["fhir.description"].format(evidence_date=day(aid, decision.evidence_updated))),
        **({"copyright": fhir_text(rights)} if rights else {}),
        "effectivePeriod": {"start": decision.published.isoformat(), "end": decision.next_review.isoformat()},
        "item": [_as_fhir(item) for item in answerable_items(aid)],
    }


def address(aid: Aid, name: str = "") -> str:
    """The URI of the decision, or of one of its vocabularies: the same in every wording and version."""
    decision_id = uuid5(NAMES, aid.decision.id)
    return f"urn:uuid:{uuid5(decision_id, name) if name else decision_id}"


def canonical(aid: Aid) -> str:
    """The URI of the Questionnaire in this wording: a language, for the patient or a caregiver."""
    return address(aid, f"questionnaire.{_wording(aid)}")


def identifier(uri: str) -> dict[str, str]:
    """A URI as a FHIR Identifier."""
    return {"system": "urn:ietf:rfc:3986", "value": uri}


def _wording(aid: Aid) -> str:
    return f"{aid.words.language}.helping" if aid.helping else aid.words.language


def _name(aid: Aid) -> str:
    """The name for programs, such as `SoreThroat_en`; invariant que-0 allows only identifier characters."""
    return f"{aid.decision.id.title()}_{_wording(aid)}".translate({ord("-"): None, ord("."): "_"})


def coding(item: Item, code: str) -> dict[str, str]:
    """An option of an item as a Coding."""
    return {"system": item.system, "code": code, "display": fhir_text(item.options[code])}


def fhir_text(text: str) -> str:
    """A text as a valid FHIR string, "" if nothing is left.

    Drops control characters, lone surrogates and other code points that are invalid in JSON or XHTML; other white
    space than space, tab and line breaks becomes a space, since validators differ on it; strips the ends.
    """
    return ODD_SPACE.sub(" ", NOT_ALLOWED.sub("", text)).strip()


def answerable_items(aid: Aid) -> tuple[Item, ...]:
    """All items that can be answered, in the order of a response. No group is empty."""
    return tuple(item for item in _parts(aid) if item.type != "group" or item.items)


def _parts(aid: Aid) -> Iterator[Item]:
    words, app = aid.words, aid.words.app
    leanings = {name: leaning.label for name, leaning in words.leanings.items()}
    pages = {name: page.menu for name, page in words.pages.items()}
    unclear = {name: item.label for name, item in words.unclear.items()}
    yield _group("situation", app["my_situation"], *_situation(aid))
    yield Item("medicines", app["medicines.pick"], "string", repeats=True)
    yield _group("importance", app["what_matters"], *_importance(aid))
    yield _own_reasons(aid)
    yield _choice(aid, "opened", app["facts_opened"], pages, "page", repeats=True)
    yield _group("knowledge", app["knowledge_heading"], *_knowledge(aid))
    yield from _instruments(aid)
    yield _choice(aid, "gut_leaning", app["gut_question"], leanings, "leaning")
    yield _choice(aid, "leaning", app["leaning_question"], leanings, "leaning")
    yield _choice(aid, "stage_at_start", app["stage_question"], words.stages, "stage")
    yield _choice(aid, "stage_at_end", app["stage_question"], words.stages, "stage")
    yield Item("unclear", app["unclear_question"], "open-choice", unclear, address(aid, "unclear"), repeats=True)
    yield _questions(aid)
    yield _visit(aid)


def _situation(aid: Aid) -> Iterator[Item]:
    for name, factor in aid.situation.items():
        words, link = aid.words.situation[name], f"situation.{name}"
        if factor.kind == "text":
            yield Item(link, words.question, "text")
        elif factor.kind == "scale":
            scale = aid.words.scales.get(factor.scale or "")
            ends = aid.words.app["scale_ends"].format(low=scale.low, high=scale.high) if scale else ""
            yield _rating(link, words.question, ends)
        else:
            labels = {choice: words.choices[choice].label for choice in factor.choices}
            yield _choice(aid, link, words.question, labels, link, repeats=factor.kind == "many")


def _importance(aid: Aid) -> Iterator[Item]:
    """A rating of each outcome, and "not sure" as a separate item, as on the screen."""
    app, outcomes = aid.words.app, aid.words.outcomes
    for name in ratable_outcomes(aid):
        link, outcome = f"importance.{name}", outcomes[name].name
        yield _rating(link, " ".join(filter(None, importance_question(aid, name))), app["importance_ends"])
        yield Item(f"{link}.not_sure", app["not_sure_about"].format(outcome=outcome), "boolean")


def _own_reasons(aid: Aid) -> Item:
    app = aid.words.app
    return _group(
        "own_reasons",
        app["own_reasons"],
        Item("own_reasons.text", app["fhir.own_reason"], "text"),
        _choice(aid, "own_reasons.option", app["fhir.own_reason_speaks"], _options(aid), "option"),
        _rating("own_reasons.importance", app["fhir.own_reason_matters"], app["importance_ends"]),
        Item("own_reasons.importance.not_sure", app["not_sure"], "boolean"),
        repeats=True,
    )


def _knowledge(aid: Aid) -> Iterator[Item]:
    for name, item in aid.knowledge.items():
        words, link = aid.words.knowledge[name], f"knowledge.{name}"
        yield _choice(aid, link, words.question, {choice: words.choices[choice] for choice in item.choices}, link)


def _instruments(aid: Aid) -> Iterator[Item]:
    """The published instruments, word for word; hidden, without text, if a language has no published version."""
    for name, instrument in aid.instruments.items():
        link, texts = f"instrument.{name}", instrument.items.get(aid.words.language, {})
        item_ids = dict.fromkeys(item for items in instrument.items.values() for item in items)
        items = (Item(f"{link}.{item}", texts.get(item, ""), "boolean", hidden=item not in texts) for item in item_ids)
        yield Item(link, instrument.name if texts else "", "group", items=tuple(items), hidden=not texts)


def _questions(aid: Aid) -> Item:
    app = aid.words.app
    return _group(
        "questions",
        app["my_questions"],
        Item("questions.id", app["fhir.question_id"], "string"),
        Item("questions.text", app["fhir.question"], "text"),
        Item("questions.because", app["fhir.question_because"], "text"),
        Item("questions.ask", app["fhir.question_ask"], "string"),
        Item("questions.note", app["note_label"], "text"),
        Item("questions.answered", app["answered"], "boolean"),
        repeats=True,
    )


def _visit(aid: Aid) -> Item:
    app, ends = aid.words.app, {**_options(aid), LEFT_OPEN: aid.words.app["visit.left_open"]}
    return _group(
        "visit",
        app["visit.outcome"],
        Item("visit.reason", app["visit.reason"], "text"),
        _choice(aid, "visit.decided", app["visit.decided"], ends, "option"),
        Item("visit.next_step", app["visit.next_step"], "text"),
        Item("visit.led_by", app["visit.led_by"], "text"),
        Item("visit.performs_procedure", app["visit.performs"], "boolean"),
    )


def _options(aid: Aid) -> dict[str, str]:
    return {name: aid.words.options[name].name for name in aid.decision.options}


def _group(link: str, text: str, *items: Item, repeats: bool = False) -> Item:
    return Item(link, text, "group", repeats=repeats, items=items)


def _choice(aid: Aid, link: str, text: str, labels: Mapping[str, str], vocabulary: str, repeats: bool = False) -> Item:
    return Item(link, text, "choice", labels, address(aid, vocabulary), repeats)


def _rating(link: str, question: str, ends: str) -> Item:
    return Item(link, f"{question} {ends}", "integer")


def _as_fhir(item: Item) -> dict[str, Any]:
    """An item as FHIR JSON, without empty elements, which FHIR does not allow."""
    options = [{"valueCoding": coding(item, code)} for code in item.options]
    extensions = list(_extensions(item))
    return {
        **({"extension": extensions} if extensions else {}),
        "linkId": item.id,
        **({"text": fhir_text(item.text)} if item.text else {}),
        "type": item.type,
        **({"repeats": True} if item.repeats else {}),
        **({"readOnly": True} if item.hidden and item.type != "group" else {}),
        **({"answerOption": options} if options else {}),
        **({"item": [_as_fhir(child) for child in item.items]} if item.items else {}),
    }


def _extensions(item: Item) -> Iterator[dict[str, Any]]:
    """The FHIR extensions of an item. A rating has bounds and a slider instead of options: LHC-Forms loses option 0."""
    if item.type == "integer":
        slider = {"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "slider"}
        yield {"url": f"{EXTENSIONS}minValue", "valueInteger": LOWEST}
        yield {"url": f"{EXTENSIONS}maxValue", "valueInteger": HIGHEST}
        yield {"url": f"{EXTENSIONS}questionnaire-itemControl", "valueCodeableConcept": {"coding": [slider]}}
        yield {"url": f"{EXTENSIONS}questionnaire-sliderStepValue", "valueInteger": 1}
    if item.hidden:
        yield {"url": f"{EXTENSIONS}questionnaire-hidden", "valueBoolean": True}
