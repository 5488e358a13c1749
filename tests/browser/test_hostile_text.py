"""Typed text is shown letter for letter in a real browser, and no element is made from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import RESULT
from decision_aid.saving.link import fragment
from harness.visiting import jump, settle, visit
from tests.browser.answering import choose
from tests.browser.conftest import OpenPage
from tests.cases.hostile import ALL, HOSTILE, MARK, holding

SHOWN_ON = (
    ("situation", "safety"),
    ("situation", "help"),
    ("weigh", RESULT),
    ("readiness", ""),
    ("questions", ""),
    ("together", ""),
    ("record", ""),
)
"""The screens that show some of the typed text."""
SHOW_ALL_OF_IT = ("help", RESULT, "readiness")
"""The screens that show all of it, letter for letter."""
LONGEST_LINE = 190
MADE_FROM_TEXT = """mark => [...document.querySelectorAll("*")].filter(node =>
  (node.matches("script, img, iframe, object, a, b, em, i, del, code, pre code, table, blockquote, h1, h2, h3, .katex")
    && node.outerHTML.includes(mark) && !node.matches("h1 *, .st-key-offer *"))
  || [...node.attributes].some(({ name, value }) => name.includes(mark) || name.startsWith("on")
    || (["src", "href", "style"].includes(name) && value.includes(mark)))
).map(node => node.outerHTML.slice(0, 200))"""
OUTLINE = """() => {
  const counted = {}, passing = ["style", "data-hovered"] // where the mouse happens to be
  for (const node of document.querySelectorAll("[data-testid=stMain] *, main *, body > div *")) {
    const attributes = [...node.attributes].map(({ name }) => name).filter(name => !passing.includes(name))
    const name = node.tagName + attributes.sort()
    counted[name] = (counted[name] ?? 0) + 1
  }
  return counted
}"""


@dataclass
class Watched:
    """A window with the requests, dialogs and popups that no typed text may cause."""

    page: Page
    requests: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", lambda dialog: (self.opened.append(dialog.message), dialog.dismiss()))
        self.page.on("popup", lambda popup: self.opened.append(popup.url))

    @property
    def elsewhere(self) -> list[str]:
        """Requests to hosts that are not the aid's."""
        hosts = {urlsplit(self.page.url).netloc, ""}
        return [
            url for url in self.requests if urlsplit(url).netloc not in hosts and not url.startswith(("data:", "blob:"))
        ]


def without_spaces(text: str) -> str:
    """A text without white space and characters that HTML cannot hold."""
    return re.sub(r"[\s\x00\ufffd]", "", text)


def page_text(page: Page) -> str:
    """The text of a page and its fields, without white space."""
    text: str = page.evaluate(
        "document.body.textContent + [...document.querySelectorAll('input, textarea')].map(node => node.value).join('')"
    )
    return without_spaces(text)


def pack_lines(texts: tuple[str, ...]) -> list[str]:
    """Pack the texts into as few own questions as their length allows."""
    packed = [""]
    for text in texts:
        if len(packed[-1]) + len(text) > LONGEST_LINE:
            packed.append("")
        packed[-1] += f"{text}\n\n" if len(packed[-1]) + len(text) + 2 <= LONGEST_LINE else text
    return [line.strip() for line in packed]


def screens(page: Page, aid: Aid) -> Iterator[str]:
    """Open each screen that shows typed text, and each screen of the visit; yields their names."""
    for name, screen in SHOWN_ON:
        jump(page, aid, name, screen)
        yield screen or name
        while name == "together" and page.locator(".st-key-turn-next button").count():
            page.locator(".st-key-turn-next button").click()
            settle(page)
            yield name


def follow(page: Page, site: str, aid: Aid, answers: Answers) -> None:
    """Open a stranger's link, up to the box that asks whether to open its answers."""
    page.goto(f"{site}/situation#{fragment(aid, answers, own_words=True)}")
    page.locator(".st-key-offer").wait_for()
    settle(page)


def accept(page: Page, aid: Aid) -> None:
    """Accept the answers of the link, and open all details."""
    for word in ("offer.open", "offer.close"):
        page.get_by_role("button", name=aid.words.app[word], exact=True).click()
        settle(page)
    choose(page, aid, "display.details")


def html_file(page: Page, aid: Aid, folder: Path) -> Path:
    """Download the web page; returns the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name=aid.words.app["download_page"]).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.fixture
def windows(page: OpenPage, site: str, aid: Aid) -> tuple[Watched, Watched]:
    """Two windows that followed a link: one with hostile text in every field, one with harmless text as long.

    Both have a character beyond ASCII, so that the note for the chart reads the same.
    """
    hostile, harmless = Watched(page()), Watched(page())
    questions, as_long = pack_lines(HOSTILE), f"{MARK}ñ " * (len(ALL) // len(f"{MARK}ñ "))
    follow(hostile.page, site, aid, holding(aid, ALL, *questions))
    follow(harmless.page, site, aid, holding(aid, as_long, *(MARK for _ in questions)))
    return hostile, harmless


def test_text_from_a_strangers_link_makes_no_element_asks_no_host_and_opens_nothing(
    windows: tuple[Watched, Watched], aid: Aid, tmp_path: Path, page: OpenPage
) -> None:
    hostile, harmless = windows
    assert MARK not in hostile.page.content()
    assert hostile.page.evaluate(OUTLINE) == harmless.page.evaluate(OUTLINE)
    files, outlines = list[Path](), list[dict[tuple[int, str], object]]()
    for window in windows:
        accept(window.page, aid)
        outlines.append({})
        for number, name in enumerate(screens(window.page, aid)):
            outlines[-1][number, name] = window.page.evaluate(OUTLINE)
            if name == "questions":
                files.append(html_file(window.page, aid, tmp_path / str(len(files))))
            if window is hostile:
                check_shown_as_typed(window.page, name)
    assert outlines[0] == outlines[1]
    assert hostile.elsewhere == []
    assert hostile.opened == []
    downloads = [Watched(page()) for _ in files]
    for window, file in zip(downloads, files, strict=True):
        window.page.goto(file.as_uri())
    assert downloads[0].page.evaluate(MADE_FROM_TEXT, MARK) == []
    assert downloads[0].page.evaluate(OUTLINE) == downloads[1].page.evaluate(OUTLINE)
    assert without_spaces(ALL) in page_text(downloads[0].page)
    assert len(downloads[0].requests) == 1
    assert downloads[0].opened == []


def check_shown_as_typed(page: Page, screen: str) -> None:
    """Check that no element is made from hostile text, and that a screen which shows it shows all of it."""
    assert page.evaluate(MADE_FROM_TEXT, MARK) == [], screen
    text = page_text(page)
    if screen in SHOW_ALL_OF_IT:
        assert without_spaces(ALL) in text, screen
    if screen == "questions":
        assert [line for line in pack_lines(HOSTILE) if without_spaces(line) not in text] == []


def test_text_typed_by_hand_makes_no_element_asks_no_host_and_opens_nothing(
    page: OpenPage, site: str, aid: Aid
) -> None:
    window = Watched(page())
    visit(window.page, site, "situation")
    choose(window.page, aid, "display.details")
    for name, screen in (("situation", "safety"), ("questions", "")):  # what Streamlit draws while someone types
        jump(window.page, aid, name, screen)
        fill(window.page, screen)
        assert window.page.evaluate(MADE_FROM_TEXT, MARK) == [], (name, screen)
        assert MARK in page_text(window.page), (name, screen)
    assert window.elsewhere == []
    assert window.opened == []


def fill(page: Page, screen: str) -> None:
    """Type hostile text into every visible field, and add an own question and medicine."""
    for area in page.locator("[data-testid=stMain] textarea:visible").all():
        area.fill(ALL)
        area.blur()
        settle(page)
    for line in page.get_by_test_id("stTextInput").locator("input:visible").all():
        line.fill(HOSTILE[1])
        line.press("Enter")
        settle(page)
    if screen == "safety":
        box = page.get_by_test_id("stMultiSelect").locator("input")
        box.focus()
        settle(page)  # a list that opens while the page is brought to it closes again
        for text in (HOSTILE[1], "**qzx** :smile: $qzx$"):
            box.fill(text)
            page.get_by_role("option").first.wait_for()
            assert page.evaluate(MADE_FROM_TEXT, MARK) == []
            box.press("Enter")
            settle(page)
