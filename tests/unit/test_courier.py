"""What the courier brings: what was asked for, from the answers of the moment, to the session that was asked."""

from base64 import b64decode
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from decision_aid import reader, session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import courier
from decision_aid.views.export_catalog import EXPORTS
from harness.aids import real_aid
from harness.people import ordinary

HERE = "this session"
FILES = {"text": ("questions", "txt"), "answers": ("answers", "json"), "fhir": ("record", "fhir.json")}
"""By export: the word that its name begins with, and its ending."""


@pytest.fixture(autouse=True)
def browser(aid: Aid, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "session_id", lambda: HERE)
    monkeypatch.setattr(session, "aid_for_the_record", lambda: aid)
    monkeypatch.setattr(reader, "locale", lambda: "en-US")
    monkeypatch.setattr(reader, "time_zone", lambda: "America/New_York")
    monkeypatch.setattr(reader, "address_of", lambda page: f"https://aid.example/{page}")


def request(what: str, **more: Any) -> dict[str, Any]:
    return {"id": "7", "what": what, "session": HERE, **more}


def brought(aid: Aid, answers: Answers, what: str, **more: Any) -> bytes:
    answer = courier.response(aid, answers, request(what, **more))
    assert answer is not None
    assert (answer["id"], answer["kind"]) == ("7", EXPORTS[what].kind)
    assert bool(answer["file"]) == bool(answer["kind"])
    return b64decode(answer["bytes"])


@pytest.mark.parametrize("what", sorted(EXPORTS.keys() - {"appointment"}))
def test_everything_that_leaves_can_be_made(aid: Aid, what: str) -> None:
    assert len(brought(aid, ordinary(aid), what)) > 100


@pytest.mark.parametrize("what", ["booklet", "own_booklet"])
def test_both_sizes_of_the_booklet_can_be_told_apart_among_the_downloads(aid: Aid, what: str) -> None:
    answers = [courier.response(aid, ordinary(aid), request(what, of=size)) for size in (None, 18)]
    names = [answer["file"] for answer in answers if answer is not None]
    assert names[1].replace(f"-{aid.words.app['file.large_print']}", "") == names[0] != names[1]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Bogota"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_file_is_named_by_the_clock_where_the_person_is(
    language: str, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "time_zone", lambda: zone)
    aid = real_aid(language)
    before = datetime.now(ZoneInfo(zone))
    named = {what: (courier.response(aid, ordinary(aid), request(what)) or {})["file"] for what in FILES}
    times = {time.strftime("%Y-%m-%d-%H%M") for time in (before, datetime.now(ZoneInfo(zone)))}
    for what, (word, ending) in FILES.items():
        assert named[what] in {f"{aid.words.app[f'file.{word}']}-{time}.{ending}" for time in times}


@pytest.mark.parametrize("refused", [None, "pdf", request("pdf", session="another"), {"id": "7", "what": "pdf"}])
def test_who_asked_nothing_or_another_session_is_given_nothing(aid: Aid, refused: Any) -> None:
    assert courier.response(aid, ordinary(aid), refused) is None


@pytest.mark.parametrize("what", ["appointment", "nothing of ours", ["pdf"]])
def test_what_cannot_be_made_is_told_as_failed(aid: Aid, what: Any) -> None:
    assert courier.response(aid, Answers(), request(what)) == {"id": "7", "failed": True}


def test_the_table_of_evidence_holds_what_was_found_and_nothing_else(aid: Aid) -> None:
    first, second, *_ = aid.evidence.estimates
    rows = brought(aid, Answers(), "evidence", of=[second, first, "no such figure"]).decode("utf-8-sig").splitlines()
    every = brought(aid, Answers(), "evidence", of=None).decode("utf-8-sig")
    assert [name for name in aid.evidence.estimates if any(name in row for row in rows)] == [first, second]
    assert all(name in every for name in aid.evidence.estimates)


def test_own_words_are_in_the_link_only_where_they_were_asked_for(aid: Aid) -> None:
    lengths = [len(brought(aid, ordinary(aid), "link", of=of)) for of in (True, False, "yes")]
    assert lengths[0] > lengths[1] == lengths[2]
