"""Open the aid as a visitor does: start a browser, go to a page, and wait until it stands still."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from decision_aid.address import SCREEN
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import FIRST, PAGES, RESULT, WARNING_SIGNS, WEIGH
from decision_aid.reasoning.things_to_weigh import main_outcomes
from decision_aid.wording.interface_words import MENU
from harness.people import kept_by_tab
from harness.serving import HEALTH
from harness.settling import SETTLED

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "Google Chrome",
)
"""The names that scripts/system.sh looks for as well."""
NO_BROWSER = "No Chrome or Chromium was found. `make chromium` installs it, or says how to."
KEPT = "spine-fracture-choice"
"""The name under which the tab keeps the answers."""
CHOSEN = '[data-testid="stButtonGroup"] :is([aria-checked="true"], [aria-pressed="true"])'
"""What is picked among the answers to a question."""
BROUGHT = "name => JSON.parse(sessionStorage.getItem(name)).session !== 'before' && !decisionAidAnswers.next"
"""Whether a session has what the tab had kept, and has been told that the page shows it."""
JUMP = "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')) }"


def browser_path() -> str | None:
    """Where Chrome or Chromium is; None where there is none."""
    return shutil.which(os.environ.get("CHROMIUM", "")) or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def settle(page: Page) -> None:
    """Wait until the script has run, and nothing of what it brought is still to be drawn.

    The tab comes to the front: a browser draws those behind others once a second at most.
    """
    page.bring_to_front()
    page.evaluate(SETTLED)


def screens(aid: Aid, name: str) -> Mapping[str, str]:
    """The titles of a page's screens, by what the address calls each; "" where a page has only one.

    A person is asked about the things to weigh in an order of their own; here they stand in the content's.
    """
    words = aid.words
    match name:
        case _ if name == WARNING_SIGNS:
            return words.situation_groups
        case _ if name == WEIGH:
            things = {outcome: words.outcomes[outcome].name for outcome in main_outcomes(aid)}
            return {**things, RESULT: words.app["fit.heading"]}
        case _:
            return {"": words.pages[name].title}


def everywhere(aid: Aid) -> list[tuple[str, str]]:
    """Every screen of every page."""
    return [(name, screen) for name in PAGES for screen in screens(aid, name)]


def address_of(site: str, name: str, screen: str = "") -> str:
    """Where a page is, or a screen of it. The first page has no address of its own."""
    page = site if name == FIRST else f"{site}/{name}"
    return f"{page}?{SCREEN}={screen}" if screen else page


def visit(page: Page, site: str, name: str, screen: str = "") -> None:
    """Open a page by its address, as from a link in a message, and wait until it stands still."""
    page.goto(address_of(site, name, screen))
    settle(page)


def bring(page: Page, site: str, answers: Answers, name: str = FIRST, screen: str = "") -> None:
    """Open a page in a tab that has kept these answers, as after a reload, and wait until it shows them."""
    page.goto(f"{site}{HEALTH}")
    storage = json.dumps({"session": "before", "answers": kept_by_tab(answers)})
    page.evaluate("([name, storage]) => sessionStorage.setItem(name, storage)", [KEPT, storage])
    page.goto(address_of(site, name, screen))
    page.bring_to_front()
    page.wait_for_function(BROUGHT, arg=KEPT)
    settle(page)


def jump(page: Page, aid: Aid, name: str, screen: str = "") -> None:
    """Show another page in an open tab, at any width, as the browser's own Back and Forward do, and settle.

    Of a page that has several screens the first is shown where none is named.
    """
    titles = screens(aid, name)
    screen = screen or next(iter(titles))
    page.evaluate(JUMP, address_of("", name, screen) if name != FIRST else "/")
    arrive(page, titles[screen])


def menu_of(aid: Aid, name: str) -> str:
    """The part of the menu that a page is in."""
    return aid.words.variant(MENU, PAGES[name].section)


def go_by_menu(page: Page, menu: str, title: str) -> None:
    """Open a page by the menu at the top, as people on a wide screen do; the tab is not reloaded."""
    page.get_by_test_id("stTopNavSection").filter(has_text=menu).click()
    page.get_by_test_id("stTopNavDropdownLink").filter(has_text=title).click()


def arrive(page: Page, title: str) -> None:
    """Wait until the page with this title is here and stands still."""
    page.bring_to_front()
    page.get_by_role("heading", level=1, name=title, exact=True).wait_for()
    settle(page)


def grow(page: Page) -> int:
    """Make the window as tall as the page's inner scrolling part, so that all of it is seen; returns the height."""
    size = page.viewport_size
    assert size is not None
    height = size["height"]
    for _ in range(3):
        needed = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        if needed <= height:
            break
        height = needed
        page.set_viewport_size({"width": size["width"], "height": height})
        settle(page)
    return height


def picture(page: Page, to: Path) -> None:
    """A picture of a whole page."""
    grow(page)
    page.screenshot(path=to, animations="disabled")
