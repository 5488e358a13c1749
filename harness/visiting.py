"""Open the aid as a visitor does: start a browser, go to a page, and wait until it stands still."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, PAGES
from decision_aid.reasoning.interface_words import MENU

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
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "Google Chrome")
"""The names that scripts/system.sh looks for as well."""
NO_BROWSER = "No Chrome or Chromium was found. `make chromium` installs it, or says how to."
KEPT = "spine-fracture-choice"
"""The name under which the tab keeps the answers."""
CHOSEN = '[data-testid="stButtonGroup"] :is([aria-checked="true"], [aria-pressed="true"])'
"""What is picked among the answers to a question."""
QUIET = 120
"""Milliseconds without a change in the page after which it counts as still."""


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


SETTLED = """quiet => new Promise((done, failed) => {
  const opened = performance.now()
  let changed = opened
  const watcher = new MutationObserver(() => { changed = performance.now() })
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const stands = () => {
    const app = document.querySelector('[data-testid="stApp"]')?.dataset
    return app?.testScriptState === "notRunning" && app.testConnectionState === "CONNECTED"
      && document.querySelector("h1") && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
  }
  const look = () => {
    const now = performance.now()
    if (now - opened > 30000) { watcher.disconnect(); failed(new Error("the page does not come to rest")) }
    else if (stands() && now - changed >= quiet) { watcher.disconnect(); document.fonts.ready.then(() => done()) }
    else setTimeout(look, 20)
  }
  look()
})"""


def settle(page: Page) -> None:
    """Wait until the script has run and nothing on the page has changed for a moment."""
    page.evaluate(SETTLED, QUIET)


def address_of(site: str, name: str) -> str:
    """Where a page is. The first page has no address of its own."""
    return site if name == FIRST else f"{site}/{name}"


def visit(page: Page, site: str, name: str) -> None:
    """Open a page by its address, as from a link in a message, and wait until it stands still."""
    page.goto(address_of(site, name))
    settle(page)


def menu_of(aid: Aid, name: str) -> str:
    """The part of the menu that a page is in."""
    return aid.words.variant(MENU, PAGES[name].section)


def go_by_menu(page: Page, menu: str, title: str) -> None:
    """Open a page by the menu at the top, as people on a wide screen do; the tab is not reloaded."""
    page.get_by_test_id("stTopNavSection").filter(has_text=menu).click()
    page.get_by_test_id("stTopNavDropdownLink").filter(has_text=title).click()


def arrive(page: Page, title: str) -> None:
    """Wait until the page with this title is here and stands still."""
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
