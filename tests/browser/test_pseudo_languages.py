"""Every screen fits in a language with longer words and in one that runs from right to left."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from harness.serving import ForkedServer, by_uvicorn, served
from harness.visiting import jump, settle
from tests.browser.access import cut_off, too_wide
from tests.browser.conftest import OpenPage
from tests.browser.looking_at import EVERYWHERE
from tests.pseudo import LEFTWARD, LONGER, untranslated_words, with_pseudo_languages

WIDTHS = (320, 1280)
DIRECTIONS = {LONGER: "ltr", LEFTWARD: "rtl"}
UNTRANSLATED = ("English", "Englisch", "Deutsch", "Flesch–Kincaid", "mm")
"""Names of languages and of a formula, and the text of Streamlit's empty date field."""

FROM_THE_LEFT = """() => [...document.querySelectorAll(
  "[data-testid=stMain] :is(h1, h2, h3, h4, p, li, th, td, caption, .timeline ol, [data-testid=stWidgetLabel], label)"
)].filter(node => node.checkVisibility() && node.textContent.trim())
.filter(node => !node.closest("svg, [data-testid=stVegaLiteChart]"))
.filter(node => {
  const { textAlign, direction } = getComputedStyle(node)
  const row = node.closest("button, a, [data-testid=stSliderThumbValue], [data-testid=stSliderTickBar]")
  return direction !== "rtl" || (!row && !["start", "right", "-webkit-right", "justify"].includes(textAlign))
}).map(node => `${node.tagName} ${getComputedStyle(node).textAlign}: ${node.textContent.trim().slice(0, 60)}`)"""
"""Texts that do not start at the right."""

MARKERS_INSIDE = """() => [...document.querySelectorAll("[data-testid=stMain] li")]
.filter(node => node.checkVisibility())
.filter(node => getComputedStyle(node).listStyleType !== "none" && getComputedStyle(node).display === "list-item")
.filter(node => node.getBoundingClientRect().right > document.querySelector(
  "[data-testid=stMainBlockContainer]").getBoundingClientRect().right - 30)
.map(node => node.textContent.slice(0, 60))"""
"""List items whose marker would be outside the column at the right."""

TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), said = []
  while (walker.nextNode()) {
    const { data, parentElement: on } = walker.currentNode
    if (!on || on.closest("script, style, noscript, [lang=en], [data-testid=stIconMaterial]")) continue
    if (!on.checkVisibility()) continue
    said.push(data)
  }
  for (const name of ["aria-label", "aria-valuetext", "alt", "title", "placeholder"])
    for (const node of document.querySelectorAll(`[${name}]`))
      if (node.checkVisibility()) said.push(node.getAttribute(name))
  return said.map(node => node.trim()).filter(node => node)
}"""

CHART_WORDS = """() => [...document.querySelectorAll("[data-testid=stVegaLiteChart] svg")].flatMap(chart => {
  const room = chart.getBoundingClientRect()
  return [...chart.querySelectorAll("text")].filter(node => node.textContent.trim())
    .map(node => [node, node.getBoundingClientRect()])
    .filter(([, box]) => box.left < room.left - 1 || box.right > room.right + 1)
    .map(([node, box]) => `${node.textContent}: ${box.left}–${box.right} of ${room.left}–${room.right}`)
})"""
"""Words of a chart that reach beyond it."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_pseudo_languages(session.CONTENT, tmp_path_factory.mktemp("pseudo"))


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with served(by_uvicorn("tests.browser.pseudo_languages:app", kind=ForkedServer, CONTENT=str(folder))) as address:
        yield address


@pytest.fixture(scope="module", params=DIRECTIONS)
def faults_by_kind(
    request: pytest.FixtureRequest, site: str, folder: Path, lasting_page: OpenPage
) -> dict[str, list[str]]:
    """The faults of all screens in one language, by kind; each screen is opened once."""
    language, page, aid = request.param, lasting_page(WIDTHS[0], 844), load(folder, request.param)
    faults: dict[str, list[str]] = {}

    def note(kind: str, name: str, texts: list[str]) -> None:
        faults.setdefault(kind, []).extend(f"{name} at {page.viewport_size}: {text}" for text in texts)

    page.goto(f"{site}?lang={language}")
    settle(page)
    for name, screen in EVERYWHERE:
        check_screen(page, aid, name, screen, note)
        if language == LONGER:
            note("not in the language", screen or name, untranslated_texts(page, folder))
    return faults


def check_screen(page: Page, aid: Aid, name: str, screen: str, note: Callable[[str, str, list[str]], None]) -> None:
    """Open a screen and note its faults on a phone, and in a right-to-left language on a wide window too."""
    language = aid.words.language
    jump(page, aid, name, screen)
    name = screen or name
    page.locator(f"html[lang={language}][dir={DIRECTIONS[language]}][data-text]").wait_for(state="attached")
    widths = WIDTHS if DIRECTIONS[language] == "rtl" else WIDTHS[:1]
    current = (page.viewport_size or {})["width"]
    for width in sorted(widths, key=lambda candidate: candidate != current):  # the current width first
        page.set_viewport_size({"width": width, "height": 844})
        settle(page)
        note("error", name, page.get_by_test_id("stException").all_inner_texts())
        note("too wide", name, too_wide(page))
        note("cut off", name, cut_off(page))
        note("out of the chart", name, page.evaluate(CHART_WORDS))
        if DIRECTIONS[language] == "rtl":
            note("from the left", name, page.evaluate(FROM_THE_LEFT))
            note("marker outside", name, page.evaluate(MARKERS_INSIDE))


def untranslated_texts(page: Page, folder: Path) -> list[str]:
    """The texts on the page that are not in the longer language."""
    return [
        f"{words} in {text[:80]}"
        for text in page.evaluate(TEXTS)
        if (words := untranslated_words(folder, text, *UNTRANSLATED))
    ]


@pytest.mark.parametrize(
    "kind",
    [
        "error",
        "too wide",
        "cut off",
        "out of the chart",
        "from the left",
        "marker outside",
        "not in the language",
    ],
)
def test_every_screen_holds_in_a_longer_and_in_a_right_to_left_language(
    faults_by_kind: dict[str, list[str]], kind: str
) -> None:
    assert faults_by_kind.get(kind, []) == []


def test_a_page_is_marked_with_its_language_before_any_script_has_run(site: str, page: OpenPage) -> None:
    window = page()
    for language, direction in DIRECTIONS.items():
        html = window.request.get(f"{site}/?lang={language}").text()
        assert f'<html lang="{language}" dir="{direction}">' in html
