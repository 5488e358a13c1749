"""From a press to a settled page in a browser, on every screen of the way, beside an empty page.

It starts at the key or click, and ends with the last change that was painted, by the page's own clock. Each press is
made right after one of the same kind on an empty app, so that what else the machine does hits both alike. By
`streamlit run`.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks import serving
from benchmarks.first_sight import BACK
from benchmarks.table import beside, head, p95, row
from decision_aid.pages import FIRST
from harness.aids import real_aid
from harness.people import kept_by_tab, ordinary
from harness.visiting import KEPT, chromium, go_by_menu, settle, visit
from harness.way import NEXT

ALLOWED = 2
"""So many times an empty page's time may each of ours take."""
MAIN = "[data-testid=stMain]"
ANSWERS = {
    "slider": f"{MAIN} [data-testid=stSlider] input[type=range]",
    "pills": f"{MAIN} [data-testid=stButtonGroup] button",
}
OPENS = f"{MAIN} [data-testid=stExpander] summary"
WATCH = """() => {
  const seen = window.pressed = { at: 0, changed: 0 }
  for (const kind of ["keydown", "click"]) addEventListener(kind, () => { seen.at = performance.now() }, true)
  const note = () => { seen.changed = performance.now() }
  new MutationObserver(() => { note(); requestAnimationFrame(() => setTimeout(note)) })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}"""


def press(page: Page, target: str, key: str = "") -> None:
    """Click what is there, or press a key on it."""
    there = page.locator(target).first
    if key:
        there.press(key)
    else:
        there.click()


Press = partial[None]
CLICK = (partial(press, target="[data-testid=stButton] button"),)
FOLD = (partial(press, target=OPENS),)
ANSWER = {
    "slider": tuple(partial(press, target=ANSWERS["slider"], key=key) for key in ("ArrowRight", "ArrowLeft")),
    "pills": tuple(partial(press, target=f"{ANSWERS['pills']} >> nth={index}") for index in (1, 0)),
}
PAGES = tuple(partial(go_by_menu, menu=menu, title=title) for menu, title in (("Second", "Other"), ("First", "One")))
EMPTY: dict[str, tuple[str, tuple[Press, ...]]] = {
    "button": (serving.BUTTON, CLICK),
    "slider": (serving.SLIDER, ANSWER["slider"]),
    "pills": (serving.PILLS, ANSWER["pills"]),
    "fold": (serving.FOLD, FOLD),
    "page": (serving.TWO_PAGES, PAGES),
}
"""Empty apps by what there is to press on them, and the presses."""


@dataclass
class Comparison:
    """The aid, and empty pages by what there is to press on them; `kept`: which presses keep the limit."""

    aid: Page
    empty: dict[str, Page]
    presses: int
    kept: list[bool] = field(default_factory=list)

    def cells(self, kind: str, ours: Sequence[Press], kinds: int = 1) -> Iterator[str]:
        """Press in turn, on the empty page and on ours. A cell for each of the kinds that our presses are of: p50 and
        p95, each beside that of the empty page.
        """
        both: tuple[list[float], list[float]] = ([], [])
        for turn in range(-2, self.presses * kinds):  # two rounds come first and are left out
            pairs = ((self.empty[kind], EMPTY[kind][1]), (self.aid, ours))
            for (page, presses), times in zip(pairs, both, strict=True):
                times.append(_time(page, presses[turn % len(presses)]))
        base, own = (times[2:] for times in both)
        for times in (own[at::kinds] for at in range(kinds)):
            self.kept.append(p95(times) <= ALLOWED * p95(base))
            yield f"{beside(median(times), median(base))}, {beside(p95(times), p95(base))}"

    def lines(self) -> Iterator[str]:
        """A line for each screen from first to last. "Back" is the way back to it, from the one after."""
        page, is_last = self.aid, False
        while not is_last:
            settle(page)
            title = page.locator("h1").inner_text()
            is_last = not page.locator(NEXT).count()
            moves = "page" if page.locator(".st-key-next a").count() else "button"
            ways = (partial(press, target=NEXT), partial(press, target=BACK))
            cells = ["", ""] if is_last else list(self.cells(moves, ways, 2))
            kind = next((kind for kind, target in ANSWERS.items() if page.locator(target).count()), "")
            cells += self.cells(kind, ANSWER[kind]) if kind else [""]
            cells += self.cells("fold", FOLD) if page.locator(OPENS).count() else [""]
            yield row(title, *cells)
            if not is_last:
                page.locator(NEXT).click()
                page.locator("h1").filter(has_not_text=title).wait_for()


def _time(page: Page, act: Press) -> float:
    """Milliseconds from a press to the settled page."""
    page.bring_to_front()
    ended = page.evaluate("runs.ended")
    act(page)
    page.wait_for_function("ended => runs.ended > ended", arg=ended)
    settle(page)
    spent: float = page.evaluate("Math.max(pressed.changed, runs.at) - pressed.at")
    page.wait_for_timeout(100)
    return spent


def main(presses: int = 40) -> None:
    """Print the table."""
    print(head(*(f"{kind}, p50 and p95 ms" for kind in ("next", "back", "answer", "what opens"))))
    with chromium() as browser, ExitStack() as open_apps:
        empty = {kind: open_apps.enter_context(_empty(browser, script)) for kind, (script, _) in EMPTY.items()}
        server = open_apps.enter_context(serving.aid_app(False))
        page = browser.new_page()
        storage = json.dumps({"session": "another", "answers": kept_by_tab(ordinary(real_aid()))})
        page.add_init_script(f"({WATCH})()")
        page.add_init_script(f"sessionStorage.setItem({json.dumps(KEPT)}, {json.dumps(storage)})")
        visit(page, server.address, FIRST)
        comparison = Comparison(page, empty, presses)
        for line in comparison.lines():
            print(line, flush=True)
    kept = comparison.kept
    print(f"\nOf {len(kept)} kinds of press {sum(kept)} stay within {ALLOWED} times the empty page's p95.")


@contextmanager
def _empty(browser: Browser, script: str) -> Iterator[Page]:
    with serving.empty_app(False, script) as server, browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(f"({WATCH})()")
        page.goto(server.address)
        settle(page)
        yield page
