"""Faults of a FHIR bundle against R4: the official schema, the models of fhir.resources, and what neither knows."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fhir.resources.R4B.bundle import Bundle
from jsonschema import Draft6Validator
from pydantic import ValidationError

Json = dict[str, Any]

# Cut as its comment says; its `enum`s are the required value sets of R4.
OFFICIAL = Draft6Validator(json.loads((Path(__file__).parents[1] / "cases" / "fhir_r4.schema.json").read_text()))
NAME = re.compile("[A-Z]([A-Za-z0-9_]){0,254}")  # the invariant que-0
VALUES = {
    "choice": {"valueCoding"},
    "open-choice": {"valueCoding", "valueString"},
    "integer": {"valueInteger"},
    "boolean": {"valueBoolean"},
    "string": {"valueString"},
    "text": {"valueString"},
}
# Which type of item takes an extension: https://hl7.org/fhir/R4/questionnaire-profiles.html.
EXTENSIONS = {
    **dict.fromkeys(("minValue", "maxValue", "sliderStepValue", "itemControl"), {"integer"}),
    "hidden": {"group", "boolean"},
}


def resources(bundle: Json) -> tuple[Json, Json]:
    """The Questionnaire and the QuestionnaireResponse of a bundle."""
    questionnaire, response = (entry["resource"] for entry in bundle["entry"])
    assert (questionnaire["resourceType"], response["resourceType"]) == ("Questionnaire", "QuestionnaireResponse")
    return questionnaire, response


def values(tree: Any) -> Iterator[Any]:
    """All dicts, lists and values of a JSON tree."""
    yield tree
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from values(child)


def flat(items: list[Json]) -> Iterator[Json]:
    """All items of a Questionnaire, groups before what they hold."""
    for item in items:
        yield item
        yield from flat(item.get("item", []))


def extensions(item: Json) -> Json:
    """The extensions of a question, by the last part of their names."""
    return {
        re.split("[/-]", extension["url"])[-1]: next(value for key, value in extension.items() if key != "url")
        for extension in item.get("extension", [])
    }


def faults(bundle: Json) -> list[str]:
    """Everything in a bundle that R4 does not allow."""
    return [error.message for error in OFFICIAL.iter_errors(bundle)] or [
        *_faults_of_models(bundle),
        *_faults_between_resources(bundle),
    ]


def _faults_of_models(bundle: Json) -> Iterator[str]:
    try:
        if json.loads(Bundle.model_validate(bundle).model_dump_json()) != bundle:
            yield "a reader of FHIR does not write it back the same"
    except ValidationError as error:
        yield str(error)


def _faults_between_resources(bundle: Json) -> Iterator[str]:
    questionnaire, response = resources(bundle)
    if {} in values(bundle):
        yield "an empty element"
    if not NAME.fullmatch(questionnaire["name"]):
        yield "a name that programs cannot use"
    if response["questionnaire"] != f"{questionnaire['url']}|{questionnaire['version']}":
        yield "the response is to another questionnaire"
    yield from _faults_of_questions(list(flat(questionnaire["item"])))
    yield from _faults_of_answers(questionnaire["item"], response["item"])


def _faults_of_questions(items: list[Json]) -> Iterator[str]:
    """Against the invariants que-1, que-2, que-5 and que-6 of R4."""
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
        if any(item["type"] not in EXTENSIONS[name] for name in extensions(item)):
            yield f"{item['linkId']}: an extension of another type of item"


def _faults_of_answers(questions: list[Json], responses: list[Json]) -> Iterator[str]:
    """Where a level of a response does not fit the same level of the Questionnaire."""
    by_link, links = {item["linkId"]: item for item in questions}, [item["linkId"] for item in responses]
    if unknown := set(links) - set(by_link):
        yield f"{unknown} are not asked here"
        return
    if links != sorted(links, key=list(by_link).index):
        yield f"order of {links}"
    for item in responses:
        question = by_link[item["linkId"]]
        group = question["type"] == "group"
        if links.count(item["linkId"]) > 1 and not (group and question.get("repeats")):
            yield f"{item['linkId']} stands more than once"
        if set(item) != {"linkId", "text", "item" if group else "answer"}:
            yield f"{item['linkId']} holds something else"
        elif item["text"] != question.get("text"):
            yield f"{item['linkId']}: another question was asked"
        elif group:
            yield from _faults_of_answers(question["item"], item["item"])
        else:
            yield from _faults_of_one_answer(question, item["answer"])


def _faults_of_one_answer(question: Json, answers: list[Json]) -> Iterator[str]:
    link, bounds = question["linkId"], extensions(question)
    if len(answers) > 1 and not question.get("repeats"):
        yield f"{link} takes one answer"
    for answer in answers:
        if not set(answer) <= VALUES[question["type"]]:
            yield f"{link}: {answer} is no {question['type']}"
        if "answerOption" in question and "valueString" not in answer and answer not in question["answerOption"]:
            yield f"{link}: {answer} is not offered"
        if "minValue" in bounds and not bounds["minValue"] <= answer.get("valueInteger", -1) <= bounds["maxValue"]:
            yield f"{link}: {answer} is out of bounds"
