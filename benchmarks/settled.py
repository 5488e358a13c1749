"""From a press to a settled page in a browser, on every screen of the way, beside an empty page.

Each press is made right after one of the same kind on an empty app, so that what else the machine does hits both alike.
By `streamlit run`.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks import serving
from benchmarks.pressing import Press, in_turn, watch
from benchmarks.table import beside, head, p95, row
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST
from harness.aids import real_aid
from harness.people import kept_by_tab, ordinary
from harness.visiting import KEPT, chromium, go_by_menu, settle, visit

ALLOWED = 2
"""So many times an empty page's time may each of ours take."""
MAIN = "[data-testid=stMain]"
ANSWERS = {
    "slider": f"{MAIN} [data-testid=stSlider] input[type=range]",
    "pills": f"{MAIN} [data-testid=stButtonGroup] button",
}
OPENS = f"{MAIN} [data-testid=stExpander] summary"
WAYS = {way: f".st-key-{way} :is(a, button)" for way in ("next", "back")}
EMPTY = {
    "button": serving.BUTTON,
    "slider": serving.SLIDER,
    "pills": serving.PILLS,
    "fold": serving.FOLD,
    "page": serving.TWO_PAGES,
}
KINDS = ("next", "back", "answer", "what opens")


@dataclass
class Way:
    """The aid, and empty pages by what there is to press on them; `within` and `beyond` count what keeps the limit."""

    aid: Page
    empty: dict[str, Page]
    presses: int
    within: int = 0
    beyond: int = 0

    def measure(self, kind: str, ours: tuple[Press, Press]) -> list[float]:
        """Make the two presses in turn. Milliseconds: ours p50 and p95, then the empty page's."""
        pairs = [(self.empty[kind], _on_empty(kind)), (self.aid, ours)]
        base, own = in_turn(pairs, self.presses)
        return [median(own), p95(own), median(base), p95(base)]

    def cell(self, kind: str, ours: tuple[Press, Press]) -> str:
        """One cell of the table."""
        return self.text_of(self.measure(kind, ours))

    def text_of(self, figures: list[float]) -> str:
        """p50 and p95, each beside that of the empty page."""
        own, slow, base, slow_base = figures
        keeps = slow <= ALLOWED * slow_base
        self.within, self.beyond = self.within + keeps, self.beyond + (not keeps)
        return f"{beside(own, base)}, {beside(slow, slow_base)}"


def main(presses: int = 40) -> None:
    """Print the table."""
    aid = real_aid()
    print(head(*(f"{kind}, p50 and p95 ms" for kind in KINDS)))
    with chromium() as browser, ExitStack() as open_apps:
        empty = {kind: open_apps.enter_context(_empty(browser, script)) for kind, script in EMPTY.items()}
        server = open_apps.enter_context(serving.aid_app(False))
        page = _ordinary(browser, aid)
        visit(page, server.address, FIRST)
        way = Way(page, empty, presses)
        for line in _walk(way):
            print(line, flush=True)
    print(
        f"\nOf {way.within + way.beyond} kinds of press {way.within} stay within {ALLOWED} times the empty page's p95."
    )


def _walk(way: Way) -> Iterator[str]:
    """A line for each screen from first to last. "Back" is the way back to it, from the one after."""
    page = way.aid
    while True:
        settle(page)
        title = page.locator("h1").inner_text()
        kind = next((kind for kind, target in ANSWERS.items() if page.locator(target).count()), "")
        answer = way.cell(kind, _answers(kind)) if kind else ""
        opens = way.cell("fold", (_click(OPENS), _click(OPENS))) if page.locator(OPENS).count() else ""
        if not page.locator(WAYS["next"]).count():
            yield row(title, "", "", answer, opens)
            return
        moves = "page" if page.locator(".st-key-next a").count() else "button"
        yield row(title, *_there_and_back(way, moves), answer, opens)
        page.locator(WAYS["next"]).click()
        page.wait_for_function(
            "title => ![title, undefined].includes(document.querySelector('h1')?.innerText)", arg=title
        )


def _there_and_back(way: Way, kind: str) -> tuple[str, str]:
    pairs = [(way.empty[kind], _on_empty(kind)), (way.aid, (_click(WAYS["next"]), _click(WAYS["back"])))]
    base, own = in_turn(pairs, 2 * way.presses)
    all_of_them = [median(base), p95(base)]
    there, back = ([median(own[at::2]), p95(own[at::2]), *all_of_them] for at in (0, 1))
    return way.text_of(there), way.text_of(back)


def _on_empty(kind: str) -> tuple[Press, Press]:
    match kind:
        case "page":
            return _to("Second", "Other"), _to("First", "One")
        case "slider" | "pills":
            return _answers(kind)
        case "fold":
            return _click(OPENS), _click(OPENS)
    button = _click("[data-testid=stButton] button")
    return button, button


def _answers(kind: str) -> tuple[Press, Press]:
    """Right and left, or one choice and another."""
    target = ANSWERS[kind]
    if kind == "slider":
        right, left = (partial(_key, target=target, key=key) for key in ("ArrowRight", "ArrowLeft"))
        return right, left
    return _click(f"{target} >> nth=1"), _click(f"{target} >> nth=0")


def _key(page: Page, target: str, key: str) -> None:
    page.locator(target).first.press(key)


def _click(target: str) -> Press:
    return lambda page: page.locator(target).first.click()


def _to(menu: str, title: str) -> Press:
    return lambda page: go_by_menu(page, menu, title)


@contextmanager
def _empty(browser: Browser, script: str) -> Iterator[Page]:
    with serving.empty_app(False, script) as server, browser.new_context() as context:
        page = context.new_page()
        watch(page)
        page.goto(server.address)
        page.locator("h1").wait_for()
        settle(page)
        yield page


def _ordinary(browser: Browser, aid: Aid) -> Page:
    """A tab that holds an ordinary person's answers."""
    page = browser.new_page()
    storage = json.dumps({"session": "another", "answers": kept_by_tab(ordinary(aid))})
    watch(page)
    page.add_init_script(f"sessionStorage.setItem({json.dumps(KEPT)}, {json.dumps(storage)})")
    return page
