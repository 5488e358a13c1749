"""What goes round Streamlit's server: which language, which encoding, how long it keeps, which headers, is it ready."""

import asyncio
import gzip
import re
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import brotli
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message
from streamlit.web.server.app_discovery import discover_asgi_app

from decision_aid import open_files, session, style
from decision_aid.booklet import blank_files, location
from decision_aid.booklet.page import blank_page
from decision_aid.content.folder import ContentFolder
from decision_aid.content.languages import choose_language
from decision_aid.pages import FIRST, PAGES
from deploy import ROOT, chunks, compress, first_sight, health, icons, paper, store, stylesheet
from deploy.assets import A_WEEK, A_YEAR, STREAMLIT, assets
from deploy.fixed import FixedContent
from deploy.headers import SecurityHeaders, security_headers
from deploy.heads import heads
from deploy.sending import Content, answer
from deploy.sights import Sights
from deploy.store import compressed, copies, fingerprint
from deploy.turns import LARGE, in_turn
from harness.aids import real_aid

OFFERED = ("en", "es")
WORDS = real_aid().words
FIRST_GROUP = next(iter(WORDS.situation_groups.values()))
TITLES = {"situation": [FIRST_GROUP], "weigh": list[str]()}
"""Where a page's own title is not what stands first; which thing is weighed first is each person's own."""
SCRIPT = next(path for path in assets() if path.endswith(".js"))


def run(waiting: Coroutine[Any, Any, Any]) -> Any:
    """In a thread of its own: the browser tests of the same session keep a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, waiting).result()


@dataclass(frozen=True)
class Sent:
    status_code: int
    headers: Headers
    body: bytes

    @property
    def content(self) -> bytes:
        return gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body

    @property
    def text(self) -> str:
        return self.content.decode()


@dataclass(frozen=True)
class Client:
    """Asks an ASGI app and reads its answer. The path goes as it is, as from somebody who means harm."""

    app: ASGIApp

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> Sent:
        asked = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
        path, _, query = path.partition("?")
        scope = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "root_path": ""}
        scope["headers"] = asked
        answered: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b""}

        async def send(message: Message) -> None:
            answered.append(message)

        run(self.app(scope, receive, send))
        body = b"".join(message.get("body", b"") for message in answered[1:])
        return Sent(answered[0]["status"], Headers(raw=answered[0]["headers"]), body)


@pytest.fixture(scope="module")
def sights() -> Sights:
    return Sights(session.content)


@pytest.fixture(scope="module")
def client(sights: Sights) -> Client:
    """The middleware round an app that answers every address with "behind"."""
    behind = Route("/{any:path}", lambda _: PlainTextResponse("behind"))
    around = [Middleware(SecurityHeaders, inline=sights.scripts), Middleware(FixedContent, sights=sights)]
    return Client(Starlette(routes=[*health.routes(sights), behind], middleware=around))


@pytest.mark.parametrize(
    ("asked", "accepted", "language"),
    [
        (None, "", "en"),
        (None, "es", "es"),
        (None, "es-CO,es;q=0.9,en;q=0.8", "es"),
        (None, "en;q=0.2, es;q=0.9", "es"),
        (None, "fr, de;q=0.5", "en"),
        (None, "es;q=0", "en"),
        ("es", "en", "es"),
        ("xx", "es", "es"),
        (None, "es;q=loud", "en"),
    ],
)
def test_language_is_the_one_asked_for_that_the_aid_has(asked: str | None, accepted: str, language: str) -> None:
    assert choose_language(asked, accepted, OFFERED) == language


@given(st.text(), st.text())
def test_whatever_is_asked_a_language_that_the_aid_has_is_sent(query: str, accepted: str) -> None:
    assert choose_language(query, accepted, OFFERED) in OFFERED


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br; q=0.0, gzip;q=0", None),
        ("BR", "br"),
        ("brotli", None),
        ("", None),
    ],
)
def test_the_best_encoding_that_the_browser_takes_is_sent(accepted: str, encoding: str | None) -> None:
    content = Content(b"plain", "tag", "text/css", A_YEAR, {"gzip": b"zipped", "br": b"brotli"})
    sent = answer(content, Headers({"accept-encoding": accepted}))
    assert sent.headers.get("content-encoding") == encoding
    assert sent.body == {None: b"plain", "gzip": b"zipped", "br": b"brotli"}[encoding]
    assert sent.headers["vary"] == "Accept-Encoding"


def test_who_has_the_content_already_gets_no_second_copy(client: Client) -> None:
    first = client.get(SCRIPT, headers={"accept-encoding": "gzip"})
    again = client.get(
        SCRIPT, headers={"accept-encoding": "gzip", "if-none-match": f'"other", {first.headers["etag"]}'}
    )
    assert (again.status_code, again.body) == (304, b"")
    assert client.get(SCRIPT, headers={"if-none-match": '"other"'}).status_code == 200
    plain = client.get(SCRIPT, headers={"accept-encoding": "identity"})
    assert plain.headers["etag"] != first.headers["etag"], "a tag is of one encoding"


@pytest.mark.parametrize("path", [SCRIPT, next(path for path in assets() if path.startswith("/app/static/"))])
def test_a_file_arrives_whole_in_every_encoding_and_is_kept(client: Client, path: str) -> None:
    content = assets()[path].file.read_bytes()
    for encoding in ("gzip", "identity"):
        sent = client.get(path, headers={"accept-encoding": encoding})
        assert sent.content == content
        assert sent.headers["cache-control"] == (A_YEAR if path.startswith("/static/") else A_WEEK)
    assert client.get(path, method="HEAD").headers["content-length"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder filled by `python -m deploy.compress`, with one file in place of all."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patched:
        for module in (compress, icons, store):
            patched.setattr(module, "BUILT", folder)
        patched.setattr(compress, "assets", lambda: {SCRIPT: assets()[SCRIPT]})
        patched.setattr(icons, "shown_by_streamlit", cache(icons.shown_by_streamlit))
        compress.main()
        yield folder


def test_copies_that_were_made_ahead_hold_what_they_were_made_from(built: Path) -> None:
    content = assets()[SCRIPT].file.read_bytes()
    encoded = copies(fingerprint(content))
    assert gzip.decompress(encoded["gzip"]) == content
    assert brotli.decompress(encoded["br"]) == content
    assert len(encoded["br"]) < len(encoded["gzip"]) < len(content)


def test_without_copies_gzip_is_made_on_the_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("deploy.store.BUILT", tmp_path)
    assert {name: gzip.decompress(copy) for name, copy in compressed(b"text").items()} == {"gzip": b"text"}


@pytest.mark.parametrize("language", OFFERED)
def test_the_booklet_is_a_page_of_its_own_and_every_page_leads_to_it(client: Client, language: str) -> None:
    sent = client.get(f"/paper/{language}", headers={"accept-encoding": "gzip"})
    assert sent.text == blank_page(session.content.aid(language))
    assert len(sent.body) < len(sent.content) / 2
    assert sent.headers["content-type"].startswith("text/html")
    link = f'href="./paper/{language}"'
    assert [name for name in PAGES if link not in client.get(f"/{name}?lang={language}").text] == []


def test_no_booklet_is_made_up(client: Client) -> None:
    for path in ("/paper/../app.py", "/paper/static/css/index.css"):
        assert client.get(path).text == "behind"


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/paper/EN", "../paper/en"),
        ("/Paper/es", "../paper/es"),
        ("/paper/en-US", "../paper/en"),
        ("/paper/en/", "../../paper/en"),
        ("/paper", "./paper/es"),
        ("/paper/", "../paper/es"),
        ("/paper/xx", "../paper/es"),
    ],
)
def test_an_address_close_to_that_of_the_booklet_leads_to_it(client: Client, path: str, to: str) -> None:
    """A white page stood there: the program finds none of its files from such an address."""
    sent = client.get(path, headers={"accept-language": "es-MX,en;q=0.5"})
    assert (sent.status_code, sent.headers["location"]) == (307, to)
    assert client.get(urljoin(path, to)).text == blank_page(session.content.aid(to[-2:]))


def test_what_a_clinic_hands_out_is_made_in_each_language_and_its_address_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for module in (paper, location, blank_files):
        monkeypatch.setattr(module, "FILES", tmp_path / "booklet")
    assert location.address("en", "us-letter", is_page=False) == ""
    paper.main()
    assert location.address("es", "a4", is_page=False) == "./app/static/booklet/es-a4.pdf"
    assert len(list((tmp_path / "booklet").glob("*.pdf"))) == 8
    assert len(list((tmp_path / "booklet").glob("*.html"))) == 2


@pytest.mark.parametrize("name", PAGES)
def test_the_page_holds_its_words_and_all_programs_of_streamlit(client: Client, name: str) -> None:
    aid = real_aid()
    sent = client.get("/" if name == FIRST else f"/{name}", headers={"accept-language": "en-GB"})
    original = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    assert sent.headers["vary"] == "Accept-Encoding, Accept-Language"
    assert sent.headers["cache-control"] == "no-cache"
    assert set(_sources(original)) <= set(_sources(sent.text))
    assert _texts(sent.text, "h1") == TITLES.get(name, [aid.words.pages[name].title])
    assert _texts(sent.text, "title") == [f"{aid.words.pages[name].menu} – {aid.words.app['name']}"]
    assert _texts(sent.text, "strong").count(aid.words.urgent["numbers"]) == 1


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/situation?at=life", WORDS.situation_groups["life"]),
        ("/weigh?at=getting_about", WORDS.outcomes["getting_about"].name),
        ("/weigh?lang=en&at=result", WORDS.app["fit.heading"]),
        ("/priorities?at=result", WORDS.app["fit.heading"]),
        ("/chances?at=getting_about", WORDS.pages["chances"].title),
        ("/situation?at=<h1>", FIRST_GROUP),
    ],
)
def test_a_screen_is_sent_with_its_own_title(client: Client, address: str, title: str) -> None:
    assert _texts(client.get(address).text, "h1") == [title]


def test_no_two_pages_have_the_same_title(client: Client) -> None:
    titles = {_texts(client.get("/" if name == FIRST else f"/{name}").text, "title")[0] for name in PAGES}
    assert len(titles) == len(PAGES)


def test_words_are_never_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    aid = real_aid()
    hostile = "</title></style><script>alert(1)</script>&amp;"
    words = aid.words.pages["start"].model_copy(update={"title": hostile, "purpose": hostile, "menu": hostile})
    pages = {**aid.words.pages, "start": words}
    changed = aid.model_copy(update={"words": aid.words.model_copy(update={"pages": pages})})
    html, plain = (first_sight.document(one, "start", heads(one, "start")[""]) for one in (changed, aid))
    assert len(first_sight.inline_scripts(html)) == len(first_sight.inline_scripts(plain))
    assert _texts(html, "h1") == [hostile]


def test_an_unknown_address_and_another_method_are_left_to_streamlit(client: Client) -> None:
    assert client.get("/no-such-page").text == "behind"
    assert client.get("/static/js/no-such-file.js").text == "behind"
    assert client.get("/healthz", headers={"accept": "text/html"}).text == "ok"
    assert client.get("/../app.py").text == "behind"
    assert client.get(SCRIPT, method="POST").status_code == 405


def test_a_browser_at_an_unknown_address_gets_a_page_with_our_style(client: Client) -> None:
    assert client.get("/no-such-page", headers={"accept": "text/html"}).text == client.get("/").text


def test_no_program_may_run_but_ours_and_no_other_site_is_asked(client: Client) -> None:
    headers = client.get("/").headers
    rules = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert rules["default-src"] == "'none'"
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"].split()
    assert not re.search(r"https?:|\*", headers["content-security-policy"])
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/chances", "/no-such-page", "/healthz", SCRIPT])
def test_every_answer_has_its_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
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


def test_the_process_is_up_and_says_why_it_cannot_serve(client: Client) -> None:
    assert (client.get("/healthz").status_code, client.get("/healthz").text) == (200, "ok")
    ready = client.get("/readyz")
    assert ready.status_code == 503, "Streamlit does not run in this test"
    assert len(ready.text) < 80


def test_a_process_with_no_open_files_left_is_up_and_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_files, "in_use", open_files.limit)
    assert client.get("/healthz").status_code == 200
    full = client.get("/readyz")
    assert full.status_code == 503
    assert "open files" in full.text


def test_content_with_faults_is_not_ready_and_leaves_the_page_to_streamlit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "words" / "en").mkdir(parents=True)
    broken = Sights(ContentFolder(tmp_path))
    assert broken.faults
    assert capsys.readouterr().err
    assert broken.found("en", "start", "") is None
    ready = next(route for route in health.routes(broken) if route.path == "/readyz")
    told = run(ready.endpoint(Request({"type": "http"})))
    assert told.status_code == 503
    assert "content" in told.body.decode()


@pytest.mark.parametrize("page", PAGES)
def test_the_parts_of_a_page_are_there_with_all_they_import(page: str) -> None:
    named = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    later = chunks.needed_later(page)
    assert len(later) > len(chunks.FOREMOST) + len(chunks.EVERYWHERE)
    for name in later:
        assert name not in named
        imported = chunks.IMPORTED.findall((chunks.FOLDER / name).read_text(encoding="utf-8"))
        assert all(other in later or other in named for other in imported)


def test_a_page_names_the_parts_in_turn_and_what_is_on_it_last(client: Client) -> None:
    sources = [Path(source).name for source in _sources(client.get("/weigh").text)]
    assert sources[1:] == [*chunks.named_first(), *chunks.needed_later("weigh")]
    original = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    assert sorted(chunks.named_first()) == sorted(Path(source).name for source in _sources(original)[1:])


def test_a_large_file_is_followed_by_its_share_of_the_small_ones() -> None:
    sizes = {"a": 1, "b": 1, "less": LARGE, "c": 1, "d": 1, "more": 2 * LARGE, "e": 1, "f": 1}
    assert in_turn(sizes) == ["more", "a", "b", "c", "d", "less", "e", "f"]
    assert in_turn({"a": 1, "b": 1}) == ["a", "b"]


def test_the_sheet_of_the_aid_is_a_file_that_is_kept_and_named_by_the_page(client: Client) -> None:
    path, text = stylesheet.own()
    page = client.get("/").text
    assert f'<link rel="preload" href=".{path}" as="style" crossorigin />' in page
    assert f'<link rel="stylesheet" crossorigin href=".{path}">' in page
    sent = client.get(path, headers={"accept-encoding": "gzip"})
    assert (sent.text, sent.headers["cache-control"]) == (style.STYLE, A_YEAR)


def test_the_aid_sends_its_sheet_unless_the_page_of_a_server_names_it() -> None:
    assert "{" in style.page_style(FIRST)
    assert "{" not in style.page_style(FIRST, is_file=True)


def test_the_stylesheet_loses_fonts_and_no_rule() -> None:
    path, text = stylesheet.stylesheet()
    original = next((STREAMLIT / "static" / "css").glob("index.*.css")).read_text(encoding="utf-8")
    faces = re.compile(r"@font-face\{[^}]*\}")
    assert faces.sub("", text) == faces.sub("", original)
    assert len(faces.findall(text)) == len(faces.findall(original)) - 2
    assert path not in assets()


def test_the_small_icon_font_draws_each_named_icon_as_the_full_one_does(built: Path) -> None:
    asked_for = icons.shown_by_us() | icons.shown_by_streamlit()

    def drawn(file: Path) -> dict[str, object]:
        font = TTFont(file)
        letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items() if chr(code).islower() or code < 64}
        letters |= {font.getBestCmap()[ord("_")]: "_"}
        return {
            name: font["glyf"][glyph].getCoordinates(font["glyf"])
            for name, glyph in compress.ligatures(font, letters)
            if name in asked_for
        }

    assert icons.small_font().parent == built
    full, small = drawn(icons.font()), drawn(icons.small_font())
    assert len(full) > 50
    assert set(full) <= set(small)
    assert all(small[name][0] == full[name][0] for name in full)


def _sources(html: str) -> list[str]:
    return re.findall(r'(?:src|href)="(\./static/js/[^"]+)"', html)


def _texts(html: str, wanted: str) -> list[str]:
    """The text of every element of a name, read as a browser reads it."""
    found: list[str] = []

    class Reader(HTMLParser):
        inside = False

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag == wanted:
                self.inside = True
                found.append("")

        def handle_endtag(self, tag: str) -> None:
            self.inside = self.inside and tag != wanted

        def handle_data(self, data: str) -> None:
            if self.inside:
                found[-1] += data

    Reader().feed(html)
    return found


def test_streamlits_own_command_finds_the_app_that_runs_the_pages_before_anyone_comes() -> None:
    assert discover_asgi_app(ROOT / "app.py").import_string == "app:app"


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/together#answers=1.aB_-9", "./together?brings=answers#answers=1.aB_-9"),
        ("/options#answers=1.aB_-9", "./two_ways?brings=answers#answers=1.aB_-9"),
        ("/welcome#answers=1.aB_-9", "./?brings=answers#answers=1.aB_-9"),
    ],
)
def test_an_older_link_that_was_escaped_is_led_to_the_page_that_it_meant(client: Client, path: str, meant: str) -> None:
    sent = client.get(path)  # as a server gets it, unescaped
    assert (sent.status_code, sent.headers["location"]) == (307, meant)
