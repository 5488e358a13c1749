"""The booklet as a web page: from a file without network, without scripts, and by its links."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from decision_aid.booklet.page import blank_page
from decision_aid.model.aid import Aid
from harness.aids import real_aid
from harness.visiting import address_of, visit
from tests.browser.access import OF_COLOR, OF_SIZE, violations
from tests.browser.conftest import OpenPage, Scheme

WINDOWS: tuple[tuple[int, Scheme, tuple[str, ...]], ...] = (
    (320, "light", ()),
    (1280, "dark", (*OF_COLOR, *OF_SIZE)),
)
"""Width, color scheme, and axe's rules: all, or those that depend on color and size."""


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(java_script_enabled=False) as opened:
        yield opened


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_can_be_read_from_a_file_by_everyone(page: OpenPage, tmp_path: Path, language: str) -> None:
    file = tmp_path / "booklet.html"
    file.write_text(blank_page(real_aid(language)), encoding="utf-8")
    for width, scheme, rules in WINDOWS:
        window = page(width, 900, scheme)
        window.context.set_offline(True)
        urls: list[str] = []
        window.on("request", lambda request, urls=urls: urls.append(request.url))
        window.goto(file.as_uri())
        assert violations(window, rules) == []
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        window.evaluate("document.fonts.ready")
        assert window.evaluate("[...document.fonts].map(font => font.status)") == ["loaded"]
        assert [url for url in urls if not url.startswith(("file:", "data:"))] == []
        window.context.set_offline(False)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_no_question_of_the_table_ends_a_printed_page(
    page: OpenPage, tmp_path: Path, language: str, paper: str
) -> None:
    file = tmp_path / "booklet.html"
    file.write_text(blank_page(real_aid(language)), encoding="utf-8")
    window = page(390, 844)
    window.goto(file.as_uri())
    questions = window.locator("th[scope=rowgroup]").all_inner_texts()
    printed = pypdfium2.PdfDocument(window.pdf(format=paper))
    last = [sheet.get_textpage().get_text_range().strip().splitlines()[-1] for sheet in printed]
    assert questions
    assert [line for line in last if line in questions] == []


def test_who_has_no_scripts_gets_there_from_the_first_words(
    own_server: str, without_scripts: BrowserContext, aid: Aid
) -> None:
    window = without_scripts.new_page()
    for name in ("start", "weigh"):
        window.goto(address_of(own_server, name))
        window.get_by_role("link", name=aid.words.booklet.on_one_page).click()
        expect(window.get_by_role("heading", level=1)).to_have_text(aid.words.pages["start"].title)
        expect(window.get_by_role("table")).to_be_visible()


def test_who_loses_the_connection_can_read_on_in_a_tab_of_its_own(own_server: str, page: OpenPage, aid: Aid) -> None:
    window = page(390, 844)
    lines = []

    def connect(socket) -> None:  # type: ignore[no-untyped-def]
        lines.append(socket)
        socket.connect_to_server()

    def refuse(route: Route) -> None:
        route.abort()

    window.route_web_socket("**/_stcore/stream", connect)
    visit(window, own_server, "situation")
    window.route("**/_stcore/health", refuse)
    window.route_web_socket("**/_stcore/stream", lambda socket: socket.close())
    for line in lines:
        line.close()
    link = window.locator("#away").get_by_role("link", name=aid.words.booklet.on_one_page)
    link.wait_for(timeout=20_000)
    with window.context.expect_page() as opened:
        link.click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text(aid.words.pages["start"].title)
    opened.value.close()
    assert "/situation" in window.url
