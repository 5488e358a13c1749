"""The file for an electronic record: valid FHIR R4, nobody's identity, and taken in once by a server."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.exports.fhir import transaction
from decision_aid.exports.questionnaire import questionnaire
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN, Answers, Visit
from decision_aid.summary.summary import summarize
from harness.aids import real_aid, small_aid
from tests.unit.fhir_answers import TODAY, bundle_of, few, read_items, transaction_of
from tests.unit.fhir_rules import Json, extensions, faults, flat, resources, values
from tests.unit.people import after_a_visit, all_taps, answered, edited_answers, typed

WORDINGS = [(language, helping) for language in ("en", "es") for helping in (False, True)]


@few
@given(after_a_visit() | edited_answers)
def test_any_answers_give_valid_r4_with_the_same_questions_and_no_room_for_an_identity(answers: Answers) -> None:
    bundle = bundle_of(answers)
    assert faults(bundle) == []
    assert "request" not in bundle["entry"][0]  # the invariant bdl-3
    asked, response = resources(bundle)
    assert asked == questionnaire(real_aid())
    # The rules leave no other element in an item or in an answer.
    assert set(response) == {
        *("resourceType", "meta", "language", "text", "identifier", "questionnaire", "status", "authored", "item"),
    }
    assert set(response["meta"]) == {"security"}
    assert response["identifier"]["system"] == "urn:ietf:rfc:3986"
    assert response["identifier"]["value"].startswith("urn:uuid:")


SPOILED: dict[str, Callable[[Json, Json], Any]] = {
    "a status that R4 does not know": lambda asked, response: response.update(status="done"),
    "an id that is not asked": lambda asked, response: response["item"][0].update(linkId="weather"),
    "an answer that is not offered": lambda asked, response: answer(response, 1)["valueCoding"].update(code="perhaps"),
    "an answer of another type": lambda asked, response: response["item"][0]["item"][0].update(
        answer=[{"valueBoolean": True}]
    ),
    "an empty element": lambda asked, response: asked.update(effectivePeriod={}),
    "a rating out of bounds": lambda asked, response: answer(response, 0).update(valueInteger=11),
    "a rating with options": lambda asked, response: asked["item"][0]["item"][2].update(
        answerOption=[{"valueInteger": 0}, {"valueInteger": 1}]
    ),
    "a question without its words": lambda asked, response: asked["item"][1].pop("text"),
    "words that were not asked": lambda asked, response: response["item"][0].update(text="Weather"),
    "a name with a space": lambda asked, response: asked.update(name="A name"),
    "another order": lambda asked, response: response["item"].reverse(),
}


def answer(response: Json, number: int) -> Json:
    return response["item"][0]["item"][number]["answer"][0]


@pytest.mark.parametrize("fault", SPOILED)
def test_a_fault_in_a_file_is_seen(fault: str) -> None:
    bundle = bundle_of(Answers(situation={"pain_now": 3, "pain_trend": "same"}, leaning="in_between"))
    assert faults(bundle) == []
    SPOILED[fault](*resources(bundle))
    assert faults(bundle) != []


def test_the_same_answers_give_the_same_file_and_others_another_response() -> None:
    bundle, same, other = (bundle_of(Answers(leaning=leaning)) for leaning in ("in_between", "in_between", "not_sure"))
    assert bundle == same
    names, others = ([entry["fullUrl"] for entry in file["entry"]] for file in (bundle, other))
    assert names[0] == others[0]
    assert len({*names, *others}) == 3
    assert all(name.startswith("urn:uuid:") for name in (*names, *others))
    assert resources(bundle)[1]["identifier"] != resources(other)[1]["identifier"]


def test_each_wording_is_a_questionnaire_of_its_own_with_the_same_ids_and_codes() -> None:
    asked = [questionnaire(real_aid(*wording)) for wording in WORDINGS]
    for part in ("url", "name"):
        assert len({resource[part] for resource in asked}) == len(WORDINGS)
    assert len({json.dumps(resource["identifier"]) for resource in asked}) == 1
    assert len({json.dumps([skeleton(item) for item in resource["item"]]) for resource in asked}) == 1


def skeleton(tree: Any) -> Any:
    """A question without its words, and without whether it is shown."""
    if isinstance(tree, dict):
        fixed = {name: part for name, part in tree.items() if name not in ("text", "display", "extension", "readOnly")}
        bounds = {name: part for name, part in extensions(tree).items() if name != "hidden"}
        return [bounds, {name: skeleton(part) for name, part in fixed.items()}]
    return [skeleton(part) for part in tree] if isinstance(tree, list) else tree


def test_a_published_instrument_is_hidden_where_it_has_no_published_form() -> None:
    """Nobody may word it otherwise: https://decisionaid.ohri.ca/eval.html."""
    answers = Answers(instruments={"sure": {"sure": "yes", "understand": "no"}})
    for language, helping in WORDINGS:
        aid = real_aid(language, helping)
        bundle = bundle_of(answers, aid)
        assert faults(bundle) == []
        asked, response = resources(bundle)
        items = [item for item in flat(asked["item"]) if item["linkId"].startswith("instrument.sure")]
        published = aid.instruments["sure"].items.get(language)
        assert [extensions(item).get("hidden", False) for item in items] == [not published] * 5
        assert [item.get("readOnly", False) for item in items[1:]] == [not published] * 4
        assert [item["text"] for item in items[1:] if "text" in item] == list((published or {}).values())
        assert read_items(response["item"]).get("instrument.sure.understand") == ([False] if published else None)


def test_a_rating_is_a_whole_number_in_bounds_on_a_slider(aid: Aid) -> None:
    """With options in place of bounds, LHC-Forms 40.1.3 gave back no 0."""
    rated = [f"importance.{name}" for name, outcome in aid.decision.outcomes.items() if outcome.rated]
    ratings = {item["linkId"]: item for item in flat(questionnaire(aid)["item"]) if item["type"] == "integer"}
    assert set(ratings) == {"situation.pain_now", "own_reasons.importance", *rated}
    # https://hl7.org/fhir/R4/valueset-questionnaire-item-control.html
    slider = {"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "slider"}
    bounds = {"minValue": 0, "maxValue": 10, "sliderStepValue": 1, "itemControl": {"coding": [slider]}}
    for item in ratings.values():
        assert extensions(item) == bounds


def test_a_server_creates_each_questionnaire_and_each_response_once() -> None:
    """As R4 has it: https://hl7.org/fhir/R4/http.html#transaction."""
    created: dict[str, Json] = {}
    people = (Answers(leaning="in_between"), Answers(still_unclear="<b>my trip</b>"))
    for answers in (*people, *people):
        for wording in WORDINGS:
            bundle = transaction_of(answers, real_aid(*wording))
            assert bundle["type"] == "transaction"
            assert faults(bundle) == []
            assert resources(bundle) == resources(bundle_of(answers, real_aid(*wording)))
            names = {entry["fullUrl"] for entry in bundle["entry"]}
            for entry in bundle["entry"]:
                resource, request = entry["resource"], entry["request"]
                assert (request["method"], request["url"]) == ("POST", resource["resourceType"])
                assert created.setdefault(request["ifNoneExist"], resource) == resource
                # "Servers SHALL replace all matching links in the bundle", in uris too: what is named must not be lost.
                assert not names & {value for value in values(resource) if isinstance(value, str)}
    kinds = [resource["resourceType"] for resource in created.values()]
    assert (kinds.count("Questionnaire"), kinds.count("QuestionnaireResponse")) == (4, 8)
    for search, resource in created.items():
        wanted = {name: value for name, (value,) in parse_qs(search, strict_parsing=True).items()}
        if resource["resourceType"] == "Questionnaire":
            assert wanted == {name: resource[name] for name in ("url", "version")}
        else:
            assert wanted == {"identifier": "|".join(resource["identifier"].values())}


def test_the_file_says_which_aid_asked_and_how_old_it_is(aid: Aid) -> None:
    asked, response = resources(bundle_of(Answers()))
    assert asked["version"] == aid.decision.version
    assert asked["date"] == aid.decision.published.isoformat()
    assert asked["effectivePeriod"]["end"] == aid.decision.next_review.isoformat()
    assert str(aid.decision.evidence_updated.year) in asked["description"]
    assert asked["copyright"].startswith(aid.instruments["sure"].citation)
    assert not asked.keys() & {"approvalDate", "lastReviewDate"}  # nobody has
    assert response["authored"] == TODAY.isoformat()


def test_a_response_has_the_readers_time_and_stays_the_same_one_later_that_day() -> None:
    aid, responses = real_aid(), []
    for hour in (19, 21):
        now = datetime(2026, 11, 22, hour, 30, tzinfo=timezone(timedelta(hours=-5)))
        bundle = json.loads(transaction(aid, summarize(aid, Answers(leaning="not_sure"), now.date()), now))
        responses.append(resources(bundle)[1])
    times = [response["authored"] for response in responses]
    assert times == ["2026-11-22T19:30:00-05:00", "2026-11-22T21:30:00-05:00"]
    assert responses[0]["identifier"] == responses[1]["identifier"]


@pytest.mark.parametrize(("helping", "code"), [(False, "PATAST"), (True, "PACQAST")])
def test_the_file_says_whose_word_it_is(helping: bool, code: str) -> None:
    """The patient's own, or a patient's acquaintance's: https://terminology.hl7.org/CodeSystem-v3-ObservationValue.html."""
    _, response = resources(bundle_of(Answers(), real_aid("en", helping)))
    assert [label["code"] for label in response["meta"]["security"]] == [code]


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        (Answers(leaning="in_between"), "in-progress"),
        (Answers(visit=Visit(decided=LEFT_OPEN)), "completed"),
        (Answers(visit=Visit(decided="vertebroplasty")), "completed"),
    ],
)
def test_a_response_is_completed_once_the_visit_has_ended(answers: Answers, status: str) -> None:
    assert resources(bundle_of(answers))[1]["status"] == status


@few
@given(st.deferred(lambda: st.lists(st.sampled_from(all_taps(small_aid())), max_size=20)), typed)
def test_another_decision_works_the_same(taps: list[Any], text: str) -> None:
    answers = answered(small_aid(), taps).model_copy(
        update={"still_unclear": text, "instruments": {"ready": {"ready": "yes", "enough": "no"}}}
    )
    bundle = bundle_of(answers, small_aid())
    assert faults(bundle) == []
    response = read_items(resources(bundle)[1]["item"])
    assert response["instrument.ready.enough"] == [False]
    assert response.get("leaning") == (None if answers.leaning is None else [answers.leaning])
    assert bundle["entry"][0]["fullUrl"] != bundle_of(Answers())["entry"][0]["fullUrl"]
