"""What goes round Streamlit's server: which language, which headers, unknown addresses, and is it ready."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from streamlit.web.server.app_discovery import discover_asgi_app

from decision_aid import open_files
from decision_aid.content.folder import ContentFolder
from decision_aid.content.languages import choose_language
from deploy import ROOT, health
from deploy.headers import security_headers
from deploy.sights import Sights
from harness.aids import real_aid
from tests.cases.tables import cases
from tests.unit.asgi_client import SCRIPT, Client, run, texts

OFFERED = ("en", "es")
BROWSER = {"accept": "text/html"}


@cases("server", "languages")
def test_language_is_the_one_asked_for_that_the_aid_has(asked: str | None, accepted: str, expected: str) -> None:
    assert choose_language(asked, accepted, OFFERED) == expected


@given(st.text(), st.text())
def test_whatever_is_asked_a_language_that_the_aid_has_is_sent(query: str, accepted: str) -> None:
    assert choose_language(query, accepted, OFFERED) in OFFERED


def test_an_unknown_address_and_another_method_are_left_to_streamlit(client: Client) -> None:
    for path in ("/no-such-page", "/static/js/no-such-file.js", "/../app.py"):
        assert client.get(path).text == "behind"
    assert client.get("/healthz", BROWSER).text == "ok"
    assert client.get(SCRIPT, method="POST").status_code == 405


def test_a_browser_at_an_unknown_address_hears_at_once_that_there_is_no_page(client: Client) -> None:
    assert texts(client.get("/no-such-page", BROWSER).text, "h1") == [real_aid().words.app["no_page"]]
    assert client.get("/WEIGH", BROWSER).text == client.get("/weigh").text


def test_a_browser_is_led_out_of_a_folder_that_there_is_not(client: Client) -> None:
    led = {path: client.get(path, BROWSER).headers.get("location") for path in ("/en/weigh?at=result", "/a/b/", "/a ")}
    assert list(led.values()) == ["../weigh?at=result", "../../b", "./a"]
    assert client.get("/_stcore/host-config", BROWSER).text == client.get("/media/a.pdf", BROWSER).text == "behind"


def test_no_program_may_run_but_ours_and_no_other_site_is_asked(client: Client) -> None:
    written = client.get("/").headers["content-security-policy"]
    rules = dict(rule.split(" ", 1) for rule in written.split("; "))
    assert rules["default-src"] == "'none'"
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & set(rules["script-src"].split())
    assert not re.search(r"https?:|\*", written)


@pytest.mark.parametrize("path", ["/", "/chances", "/no-such-page", "/healthz", SCRIPT])
def test_every_answer_has_its_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert ("content-security-policy" in headers) == (path != SCRIPT)


def test_the_sites_that_may_show_the_aid_in_a_frame_are_named_by_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert security_headers([])["Content-Security-Policy"].endswith("frame-ancestors 'self'")
    monkeypatch.setenv("FRAME_ANCESTORS", "'self' https://clinic.example")
    assert security_headers([])["Content-Security-Policy"].endswith("frame-ancestors 'self' https://clinic.example")
    monkeypatch.setenv("FRAME_ANCESTORS", "'self'; script-src *")
    with pytest.raises(ValueError, match="FRAME_ANCESTORS"):
        security_headers([])


def test_the_process_is_up_and_says_why_it_cannot_serve(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = client.get("/readyz")
    assert ready.status_code == 503, "Streamlit does not run in this test"
    assert len(ready.text) < 80
    monkeypatch.setattr(open_files, "in_use", open_files.limit)
    full = client.get("/readyz")
    assert full.status_code == 503
    assert "open files" in full.text
    up = client.get("/healthz")
    assert (up.status_code, up.text) == (200, "ok")


def test_content_with_faults_is_not_ready_and_leaves_the_page_to_streamlit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "words" / "en").mkdir(parents=True)
    broken = Sights(ContentFolder(tmp_path))
    assert broken.faults
    assert capsys.readouterr().err
    assert broken.content("en", "start", "") is None
    ready = next(route for route in health.routes(broken) if route.path == "/readyz")
    answer = run(ready.endpoint(Request({"type": "http"})))
    assert answer.status_code == 503
    assert "content" in answer.body.decode()


def test_streamlits_own_command_finds_the_app_that_runs_the_pages_before_anyone_comes() -> None:
    assert discover_asgi_app(ROOT / "app.py").import_string == "app:app"
