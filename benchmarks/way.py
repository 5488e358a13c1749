"""How long the way is: words, height and controls of each screen, for a new visitor who opens nothing.

`python -m benchmarks.way [language] [width] [height]`. The walk presses the one way on (`next` in `foot`) until it
shows the last step. What stands in `steps` and `foot` is the same on each screen, and counted once.
"""

import sys
from dataclasses import dataclass
from math import ceil
from typing import Any

from playwright.sync_api import Page

from benchmarks import serving
from benchmarks.table import head, row
from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, STEPS
from harness.visiting import chromium, settle, visit

WORDS_A_MINUTE = 150
"""The pace of an older reader."""
MOST_PRESSES = 60
NEXT = ".st-key-next a, .st-key-next button"
SEEN = """() => {
  const main = document.querySelector("[data-testid=stMain]")
  const frame = [...main.querySelectorAll(".st-key-steps, .st-key-foot")]
  const CONTROLS = "a[href], button, input:not([type=hidden]), textarea, select, summary, [role=slider], [role=switch]"
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
    const controls = [...root.querySelectorAll(CONTROLS)].filter(one => !out(one) && !one.disabled && sight(one))
    return { words, controls: controls.length }
  }
  const content = look(main, frame)
  const height = main.scrollHeight - frame.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0)
  return { title: document.querySelector("h1").textContent, height, ...content,
    frame: frame.map(part => look(part, [])), people: !!main.querySelector("figure svg[role=img]") }
}"""
"""What is in sight: words and controls of the content and of the frame, the content's height in CSS pixels."""


@dataclass(frozen=True)
class Screen:
    """One screen of the way. `height` is in CSS pixels, without the frame's."""

    title: str
    words: int
    height: float
    controls: int


def main(language: str = "en", width: int = 390, height: int = 844) -> None:
    """Print a line for each screen, then the sums."""
    aid = load(session.CONTENT, language)
    with chromium() as browser, serving.aid_app(False) as server:
        server.start()
        page = browser.new_page(viewport={"width": width, "height": height}, locale=aid.words.locale.language)
        visit(page, f"{server.address}?lang={language}", FIRST)
        screens, frame = walk(page, aid)
    print(head("words", f"screens of {height} px", "controls"))
    for one in (*screens, Screen("steps and foot, once", frame[0], 0, frame[1])):
        print(row(one.title, str(one.words), f"{one.height / height:.1f}", str(one.controls)))
    words, tall = sum(one.words for one in screens) + frame[0], sum(one.height for one in screens) / height
    controls = sum(one.controls for one in screens) + frame[1]
    print(row("together", str(words), f"{tall:.1f}", str(controls)))
    print(row("tallest", "", f"{max(one.height for one in screens) / height:.1f}", ""))
    print(f"\n{len(screens) - 1} presses; {ceil(words / WORDS_A_MINUTE)} minutes for the words alone.")


def walk(page: Page, aid: Aid) -> tuple[list[Screen], tuple[int, int]]:
    """Go from the page that is shown to the last step. Returns the screens, and words and controls of the frame."""
    last, screens, frame = aid.words.pages[STEPS[-1]].title, list[Screen](), (0, 0)
    for _ in range(MOST_PRESSES):
        seen: dict[str, Any] = page.evaluate(SEEN)
        screens.append(Screen(seen["title"], seen["words"], seen["height"], seen["controls"]))
        parts = [(part["words"], part["controls"]) for part in seen["frame"]]
        frame = max(frame, (sum(words for words, _ in parts), sum(controls for _, controls in parts)))
        if seen["title"] == last:
            return screens, frame
        page.locator(NEXT).last.click()
        page.wait_for_function("before => document.querySelector('h1')?.textContent !== before", arg=seen["title"])
        settle(page)
    raise AssertionError(f"the way does not end after {MOST_PRESSES} presses")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "en", *map(int, sys.argv[2:4]))
