"""The way as a new visitor sees it who opens nothing: words, height and controls of each screen, from first to last.

The walk presses the one way on (`next` in `foot`) until there is none. What stands in `steps` and `foot` is the same on
each screen, and counted once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from playwright.sync_api import Page, ViewportSize

from harness.visiting import settle

WORDS_A_MINUTE = 150
"""The pace of an older reader."""
SECONDS_A_QUESTION = 5
ROUNDED_UP_TO = 5
"""Minutes."""
MOST_PRESSES = 60
NEXT = ".st-key-next :is(a, button)"
SKIP = ".st-key-skip :is(a, button)"
SEEN = """() => {
  const main = document.querySelector("[data-testid=stMain]")
  const frame = [...main.querySelectorAll(".st-key-steps, .st-key-foot")]
  const CONTROLS = "a[href], button, input:not([type=hidden]), textarea, select, summary, [role=slider], [role=switch]"
  const QUESTIONS = "[data-testid=stButtonGroup], [data-testid=stSlider], [data-testid=stTextArea]"
  const sight = node => node.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && node.getBoundingClientRect().width > 1
  const count = text => (text.match(/[\\p{L}\\p{N}][\\p{L}\\p{N}'’.,-]*/gu) ?? []).length
  const look = (root, but) => {
    const out = node => but.some(part => part.contains(node))
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let words = 0
    while (walker.nextNode()) {
      const node = walker.currentNode, around = node.parentElement
      if (!out(node) && !around.closest("script, style, [data-testid=stIconMaterial]") && sight(around))
        words += count(node.data)
    }
    const controls = [...root.querySelectorAll(CONTROLS)].filter(node => !out(node) && !node.disabled && sight(node))
    const questions = [...root.querySelectorAll(QUESTIONS)].filter(node => !out(node) && sight(node))
    return { words, controls: controls.length, questions: questions.length }
  }
  const content = look(main, frame)
  const height = main.scrollHeight - frame.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0)
  const end = document.querySelector(".st-key-onward").getBoundingClientRect().top
  const people = [...main.querySelectorAll("svg.icon-array")].some(svg => svg.getBoundingClientRect().bottom <= end)
  return { title: document.querySelector("h1").textContent, at: new URL(location).searchParams.get("at") ?? "",
    height, scrolls: main.scrollHeight - main.clientHeight, people, ...content,
    frame: frame.map(part => look(part, [])) }
}"""
"""What is in sight: words and controls of the content and of the frame, the content's height in CSS pixels."""


@dataclass(frozen=True)
class Screen:
    """One screen of the way. `height` is in CSS pixels, without the frame's; `scrolls` is by how many it can be moved.

    `people`: whether a whole picture of people stands in the window before anyone scrolls.
    """

    title: str
    at: str
    words: int
    height: float
    controls: int
    questions: int
    scrolls: float
    people: bool


@dataclass(frozen=True)
class Way:
    """All screens in order, and the words and controls of the frame, which are counted once."""

    screens: tuple[Screen, ...]
    frame_words: int
    frame_controls: int

    @property
    def words(self) -> int:
        """All words in sight."""
        return sum(screen.words for screen in self.screens) + self.frame_words

    @property
    def controls(self) -> int:
        """All controls in sight."""
        return sum(screen.controls for screen in self.screens) + self.frame_controls

    @property
    def height(self) -> float:
        """In CSS pixels."""
        return sum(screen.height for screen in self.screens)

    @property
    def presses(self) -> int:
        """On the way on, from the first screen to the last."""
        return len(self.screens) - 1

    @property
    def minutes(self) -> int:
        """How long it takes to read all and answer all, rounded up."""
        questions = sum(screen.questions for screen in self.screens)
        exact = self.words / WORDS_A_MINUTE + questions * SECONDS_A_QUESTION / 60
        return ceil(exact / ROUNDED_UP_TO) * ROUNDED_UP_TO


def walk(page: Page, skip: bool = False) -> Way:
    """Go from the page that is shown to the end of the way; with `skip`, by the quiet extra wherever there is one."""
    return _way([page.evaluate(SEEN) for _ in _screens(page, skip)])


def walk_at_sizes(page: Page, *sizes: ViewportSize) -> tuple[Way, ...]:
    """Go to the end of the way, with each screen looked at in a window of each of these sizes."""
    seen: list[list[dict[str, Any]]] = [[] for _ in sizes]
    for _ in _screens(page):
        # That of now comes first: what is pressed stands in one size and then in another.
        for size, at_size in sorted(zip(sizes, seen, strict=True), key=lambda pair: pair[0] != page.viewport_size):
            page.set_viewport_size(size)
            settle(page)
            at_size.append(page.evaluate(SEEN))
    return tuple(map(_way, seen))


def _screens(page: Page, skip: bool = False) -> Iterator[None]:
    """Each screen from that which is shown to the end of the way, once it stands still."""
    for _ in range(MOST_PRESSES):
        before = page.locator("h1").text_content()
        yield
        onward = page.locator(SKIP) if skip and page.locator(SKIP).count() else page.locator(NEXT)
        if not onward.count():
            return
        onward.click()
        title = "before => (document.querySelector('h1')?.textContent ?? before) !== before"
        page.wait_for_function(title, arg=before)
        settle(page)
    raise AssertionError(f"the way does not end after {MOST_PRESSES} presses")


def _way(seen: list[dict[str, Any]]) -> Way:
    frames = [screen.pop("frame") for screen in seen]
    words, controls = (max(sum(part[what] for part in frame) for frame in frames) for what in ("words", "controls"))
    return Way(tuple(Screen(**screen) for screen in seen), words, controls)
