"""What a person typed is shown letter for letter in a real browser, and nothing on the page is made from it."""

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
"""The screens that show something of what was typed."""
WHOLE = ("help", RESULT, "readiness")
"""Those that show all of it, letter for letter."""
LONGEST_LINE = 190
MADE = """mark => [...document.querySelectorAll("*")].filter(one =>
  (one.matches("script, img, iframe, object, a, b, em, i, del, code, pre code, table, blockquote, h1, h2, h3, .katex")
    && one.outerHTML.includes(mark) && !one.matches("h1 *, .st-key-offer *"))
  || [...one.attributes].some(({ name, value }) => name.includes(mark) || name.startsWith("on")
    || (["src", "href", "style"].includes(name) && value.includes(mark)))
).map(one => one.outerHTML.slice(0, 200))"""
OUTLINE = """() => {
  const counted = {}, passing = ["style", "data-hovered"] // where the mouse happens to be
  for (const one of document.querySelectorAll("[data-testid=stMain] *, main *, body > div *")) {
    const attributes = [...one.attributes].map(({ name }) => name).filter(name => !passing.includes(name))
    const name = one.tagName + attributes.sort()
    counted[name] = (counted[name] ?? 0) + 1
  }
  return counted
}"""


@dataclass
class Watched:
    """A window, and what it does that no typed text may make it do."""

    page: Page
    asked: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("dialog", lambda dialog: (self.opened.append(dialog.message), dialog.dismiss()))
        self.page.on("popup", lambda popup: self.opened.append(popup.url))

    @property
    def elsewhere(self) -> list[str]:
        """Requests to hosts that are not the aid's."""
        hosts = {urlsplit(self.page.url).netloc, ""}
        return [
            url for url in self.asked if urlsplit(url).netloc not in hosts and not url.startswith(("data:", "blob:"))
        ]


def tight(text: str) -> str:
    """A text without spaces and without what HTML cannot hold."""
    return re.sub(r"[\s\x00\ufffd]", "", text)


def read(page: Page) -> str:
    """All text of a page, what stands in its fields too."""
    told: str = page.evaluate(
        "document.body.textContent + [...document.querySelectorAll('input, textarea')].map(one => one.value).join('')"
    )
    return tight(told)


def lines(texts: tuple[str, ...]) -> list[str]:
    """The texts packed into as few questions as a person's own questions have room for."""
    packed = [""]
    for text in texts:
        if len(packed[-1]) + len(text) > LONGEST_LINE:
            packed.append("")
        packed[-1] += f"{text}\n\n" if len(packed[-1]) + len(text) + 2 <= LONGEST_LINE else text
    return [line.strip() for line in packed]


def screens(page: Page, aid: Aid) -> Iterator[str]:
    """Every screen that shows what was typed, and every screen of the visit."""
    for name, screen in SHOWN_ON:
        jump(page, aid, name, screen)
        yield screen or name
        while name == "together" and page.locator(".st-key-turn-next button").count():
            page.locator(".st-key-turn-next button").click()
            settle(page)
            yield name


def follow(page: Page, site: str, aid: Aid, answers: Answers) -> None:
    """Open a stranger's link, up to the box that asks whether to open what it brings."""
    page.goto(f"{site}/situation#{fragment(aid, answers, own_words=True)}")
    page.locator(".st-key-offer").wait_for()
    settle(page)


def accept(page: Page, aid: Aid) -> None:
    """Open what the link brings, and all that would open by a press."""
    for word in ("offer.open", "offer.close"):
        page.get_by_role("button", name=aid.words.app[word], exact=True).click()
        settle(page)
    choose(page, aid, "display.details")


def html_file(page: Page, aid: Aid, folder: Path) -> Path:
    """The web page as it is downloaded."""
    with page.expect_download() as download:
        page.get_by_role("button", name=aid.words.app["download_page"]).click()
    kept = folder / download.value.suggested_filename
    download.value.save_as(kept)
    return kept


@pytest.fixture
def windows(page: OpenPage, site: str, aid: Aid) -> tuple[Watched, Watched]:
    """Two windows that followed a link: one with hostile text in every field, one with harmless text of its length.

    Both have a sign beyond ASCII, so that the note for the chart says the same of both.
    """
    hostile, harmless = Watched(page()), Watched(page())
    questions, as_long = lines(HOSTILE), f"{MARK}ñ " * (len(ALL) // len(f"{MARK}ñ "))
    follow(hostile.page, site, aid, holding(aid, ALL, *questions))
    follow(harmless.page, site, aid, holding(aid, as_long, *(MARK for _ in questions)))
    return hostile, harmless


def test_text_from_a_strangers_link_makes_no_element_asks_no_host_and_opens_nothing(
    windows: tuple[Watched, Watched], aid: Aid, tmp_path: Path, page: OpenPage
) -> None:
    hostile, harmless = windows
    assert MARK not in hostile.page.content()
    assert hostile.page.evaluate(OUTLINE) == harmless.page.evaluate(OUTLINE)
    files = []
    for one in windows:
        accept(one.page, aid)
    for name, _ in zip(screens(hostile.page, aid), screens(harmless.page, aid), strict=True):
        assert hostile.page.evaluate(MADE, MARK) == [], name
        assert hostile.page.evaluate(OUTLINE) == harmless.page.evaluate(OUTLINE), name
        if name in WHOLE:
            assert tight(ALL) in read(hostile.page), name
        if name == "questions":
            told = read(hostile.page)
            assert [line for line in lines(HOSTILE) if tight(line) not in told] == []
            files = [html_file(one.page, aid, tmp_path / str(place)) for place, one in enumerate(windows)]
    assert hostile.elsewhere == []
    assert hostile.opened == []
    taken = [Watched(page()) for _ in files]
    for one, file in zip(taken, files, strict=True):
        one.page.goto(file.as_uri())
    assert taken[0].page.evaluate(MADE, MARK) == []
    assert taken[0].page.evaluate(OUTLINE) == taken[1].page.evaluate(OUTLINE)
    assert tight(ALL) in read(taken[0].page)
    assert len(taken[0].asked) == 1
    assert taken[0].opened == []


def test_text_typed_by_hand_makes_no_element_asks_no_host_and_opens_nothing(
    page: OpenPage, site: str, aid: Aid
) -> None:
    window = Watched(page())
    visit(window.page, site, "situation")
    choose(window.page, aid, "display.details")
    for name, screen in [one for one in SHOWN_ON if one[0] != "together"]:
        jump(window.page, aid, name, screen)
        fill(window.page, screen)
        assert window.page.evaluate(MADE, MARK) == [], (name, screen)
        assert MARK in read(window.page), (name, screen)
    assert window.elsewhere == []
    assert window.opened == []


def fill(page: Page, screen: str) -> None:
    """Type hostile text into every field that is in sight, and add a question and a medicine of one's own."""
    for place in page.locator("[data-testid=stMain] textarea:visible").all():
        place.fill(ALL)
        place.blur()
        settle(page)
    for place in page.get_by_test_id("stTextInput").locator("input:visible").all():
        place.fill(HOSTILE[1])
        place.press("Enter")
        settle(page)
    if screen == "safety":
        box = page.get_by_test_id("stMultiSelect").locator("input")
        box.focus()
        settle(page)  # a list that opens while the page is brought to it closes again
        for text in (HOSTILE[1], "**qzx** :smile: $qzx$"):
            box.fill(text)
            page.get_by_role("option").first.wait_for()
            assert page.evaluate(MADE, MARK) == []
            box.press("Enter")
            settle(page)
