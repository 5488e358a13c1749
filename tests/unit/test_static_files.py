"""The files that a server of one's own sends: which encoding, how long they keep, icons and style sheets."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import brotli
import pytest
from fontTools.ttLib import TTFont
from starlette.datastructures import Headers

from decision_aid import style
from decision_aid.pages import FIRST
from deploy import compress, icons, sending, stylesheet
from deploy.assets import A_WEEK, A_YEAR, STREAMLIT, assets
from deploy.chunks import LARGE, in_turn
from deploy.sending import Content, answer, compressed
from tests.cases.tables import cases
from tests.unit.asgi_client import SCRIPT, Client


@cases("server", "encodings")
def test_the_best_encoding_that_the_browser_takes_is_sent(accepted: str, expected: str | None) -> None:
    content = Content(b"plain", "text/css", A_YEAR, {"gzip": b"zipped", "br": b"brotli"})
    sent = answer(content, Headers({"accept-encoding": accepted}))
    assert sent.headers.get("content-encoding") == expected
    assert sent.body == {None: b"plain", "gzip": b"zipped", "br": b"brotli"}[expected]
    assert sent.headers["vary"] == "Accept-Encoding"


def test_who_has_the_content_already_gets_no_second_copy(client: Client) -> None:
    def get(encoding: str, tags: str = "") -> tuple[int, str, bytes]:
        sent = client.get(SCRIPT, headers={"accept-encoding": encoding, "if-none-match": tags})
        return sent.status_code, sent.headers["etag"], sent.body

    _, tag, _ = get("gzip")
    assert get("gzip", f'"other", {tag}') == (304, tag, b"")
    assert get("gzip", '"other"')[0] == 200
    assert get("identity")[1] != tag, "a tag is of one encoding"


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
        for module in (compress, icons, sending):
            patched.setattr(module, "BUILT", folder)
        patched.setattr(compress, "assets", lambda: {SCRIPT: assets()[SCRIPT]})
        patched.setattr(icons, "shown_by_streamlit", cache(icons.shown_by_streamlit))
        compress.main()
        yield folder


def test_copies_that_were_made_ahead_hold_what_they_were_made_from(built: Path) -> None:
    content = assets()[SCRIPT].file.read_bytes()
    encoded = compressed(content)
    assert gzip.decompress(encoded["gzip"]) == brotli.decompress(encoded["br"]) == content
    assert len(encoded["br"]) < len(encoded["gzip"]) < len(content)


def test_without_copies_gzip_is_made_on_the_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("deploy.sending.BUILT", tmp_path)
    assert {name: gzip.decompress(copy) for name, copy in compressed(b"text").items()} == {"gzip": b"text"}


def test_a_large_file_is_followed_by_its_share_of_the_small_ones() -> None:
    sizes = {"a": 1, "b": 1, "less": LARGE, "c": 1, "d": 1, "more": 2 * LARGE, "e": 1, "f": 1}
    assert in_turn(sizes) == ["more", "a", "b", "c", "d", "less", "e", "f"]
    assert in_turn({"a": 1, "b": 1}) == ["a", "b"]


def test_the_sheet_of_the_aid_is_a_file_that_is_kept_and_named_by_the_page(client: Client) -> None:
    path, _ = stylesheet.own()
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
    named = icons.shown_by_us() | icons.shown_by_streamlit()

    def drawn(file: Path) -> dict[str, object]:
        font = TTFont(file)
        letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items() if chr(code).islower() or code < 64}
        letters |= {font.getBestCmap()[ord("_")]: "_"}
        glyphs = [(name, glyph) for name, glyph in compress.ligatures(font, letters) if name in named]
        return {name: font["glyf"][glyph].getCoordinates(font["glyf"])[0] for name, glyph in glyphs}

    assert icons.small_font().parent == built
    full, small = drawn(icons.font()), drawn(icons.small_font())
    assert len(full) > 50
    assert full.items() <= small.items()
