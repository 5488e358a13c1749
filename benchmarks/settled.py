"""From a press to a settled page in a browser: answers, and page changes by the menu, beside empty apps.

By `streamlit run`. `python -m benchmarks.settled [presses]`
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks import serving
from benchmarks.pressing import Press, press_and_wait, watch
from benchmarks.table import beside, head, p95, row
from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST
from harness.people import kept_by_tab, ordinary
from harness.visiting import KEPT, address_of, chromium, go_by_menu, menu_of, settle, visit


def main(presses: int = 40) -> None:
    """Print the table."""
    aid = load(session.CONTENT, "en")
    print(head("p50 ms", "p95 ms"))
    with chromium() as browser:
        bases = {}
        for kind, script in EMPTY.items():
            with _empty(browser, script) as page:
                bases[kind] = _line(
                    f"{kind}, empty", page, _presses(kind, "menu." if kind == "menu" else "asked"), presses
                )
        with serving.aid_app(False) as server:
            server.start()
            _meet(browser, server.address)
            for name, screen in SCREENS:
                page = _ordinary(browser, aid)
                visit(page, server.address, name, screen)
                ways: list[Press] = [partial(_click, target=f".st-key-{way} button") for way in ("back", "next")]
                _line(f"next and back, {screen}", page, ways, presses, bases["button"])
                page.close()
            for kind, name, screen, key in ANSWERS:
                page = _ordinary(browser, aid)
                visit(page, server.address, name, screen)
                _line(f"{kind}, {screen or name}", page, _presses(kind, key), presses, bases[kind])
                page.close()
            with _empty(browser, serving.TWO_PAGES) as page:
                base = _line("page change, empty", page, [_to("Second", "Other"), _to("First", "One")], presses)
            for name in ("situation", "two_ways", "weigh", "questions", "chances"):
                page = _ordinary(browser, aid)
                page.goto(address_of(server.address, "readiness"))
                moves = [_to(menu_of(aid, one), aid.words.pages[one].menu) for one in (name, "readiness")]
                _line(f"page change, readiness and {name} in turn", page, moves, presses, base)
                page.close()


EMPTY = {"button": serving.BUTTON, "slider": serving.SLIDER, "pills": serving.PILLS, "menu": serving.MENU}
SCREENS = (("situation", "break"), ("situation", "safety"), ("weigh", "result"))
"""Screens of a step from which one goes back and comes again."""
ANSWERS = (
    ("slider", "situation", "break", "answer.situation.pain_now"),
    ("pills", "situation", "safety", "answer.situation.infection"),
    ("slider", "weigh", "new_fracture", "answer.importance.new_fracture"),
    ("pills", "weigh", "result", "answer.gut_leaning"),
    ("pills", "readiness", "", "answer.leaning"),
    ("menu", "questions", "", "menu."),
)
"""What is pressed: the kind of widget, the page and its screen, how its key begins."""


def _presses(kind: str, key: str) -> list[Press]:
    """Two presses to be made in turn: right and left, one choice and another; a menu has one."""
    widget = f"[class*='st-key-{key.replace('.', '-')}']"
    if kind == "slider":
        return [partial(_key, slider=f"{widget} input[type=range]", key=one) for one in ("ArrowRight", "ArrowLeft")]
    if kind == "button":
        return [partial(_click, target="[data-testid=stButton] button")]
    if kind == "pills":
        return [partial(_click, target=f"{widget} button >> nth={one}") for one in (1, 0)]
    return [partial(_pick, menu=f"{widget} button >> nth=0")]


def _key(page: Page, slider: str, key: str) -> None:
    page.locator(slider).press(key)


def _click(page: Page, target: str) -> None:
    page.locator(target).click()


def _pick(page: Page, menu: str) -> None:
    """Open a menu and pick its first: what counts is the time from the pick."""
    page.locator(menu).click()
    page.get_by_role("menuitem").first.click()


def _to(menu: str, title: str) -> Press:
    return lambda page: go_by_menu(page, menu, title)


@contextmanager
def _empty(browser: Browser, script: str) -> Iterator[Page]:
    with serving.empty_app(False, script) as server, browser.new_context() as context:
        server.start()
        page = context.new_page()
        watch(page)
        page.goto(server.address)
        yield page


def _meet(browser: Browser, address: str) -> None:
    """Open the aid once, so that nothing that is measured waits for the content and the libraries."""
    page = browser.new_page()
    visit(page, address, FIRST)
    page.close()


def _ordinary(browser: Browser, aid: Aid) -> Page:
    """A tab that holds an ordinary person's answers."""
    page = browser.new_page()
    kept = json.dumps({"session": "another", "answers": kept_by_tab(ordinary(aid))})
    watch(page)
    page.add_init_script(f"sessionStorage.setItem({json.dumps(KEPT)}, {json.dumps(kept)})")
    return page


def _line(name: str, page: Page, ways: list[Press], presses: int, base: list[float] | None = None) -> list[float]:
    """Press, wait, and print one line. Returns p50 and p95."""
    page.locator("h1").wait_for()
    settle(page)
    times = press_and_wait(page, cycle(ways), presses)
    usual = [median(times), p95(times)]
    print(row(name, *(beside(one, of) for one, of in zip(usual, base or (None, None), strict=True))), flush=True)
    return usual


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
