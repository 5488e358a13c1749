"""Open the aid as a visitor does: start a server of our own, start a browser, and wait until a page stands still."""

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from decision_aid.model.aid import Aid
from deploy import server
from deploy.nginx import HOST

ROOT = Path(__file__).parents[2]
STEPS = ("welcome", "situation", "options", "chances", "procedure", "priorities", "readiness", "questions")
VISIT = ("together", "record")
ABOUT = ("clinicians", "evidence", "about")
PAGES = (*STEPS, *VISIT, *ABOUT)
GALLERY = "tests/gallery/app.py"

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
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_BROWSER = (
    "The browser tests need Chrome or Chromium, and none was found. Install one of them "
    "(sudo apt-get install chromium), or say where it is: CHROMIUM=/path/to/chrome make test"
)
HEALTH = "/_stcore/health"
"""Where a server of Streamlit says that it is well, before anyone has asked for the app."""
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


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


class Server(server.Server):
    """A Streamlit server of an app of this repository, on a free port of its own, that can die and come back."""

    def __init__(self, app: str) -> None:
        port = free_port()
        self.address = f"http://{HOST}:{port}"
        options = ["--server.address", HOST, "--server.port", str(port), "--server.headless", "true"]
        quiet = ["--server.fileWatcherType", "none", "--logger.level", "error", "--logger.hideWelcomeMessage", "true"]
        super().__init__([sys.executable, "-m", "streamlit", "run", app, *options, *quiet])

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self.keep_up()
        self.await_answer(f"{self.address}{HEALTH}")


@contextmanager
def served(app: str) -> Iterator[str]:
    """The address of a Streamlit app of this repository, served on a free port for as long as it is needed."""
    own = Server(app)
    try:
        own.start()
        yield own.address
    finally:
        own.kill()


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
    """Where a page is. The first step is the page that opens when no other is asked for."""
    return site if name == STEPS[0] else f"{site}/{name}"


def visit(page: Page, site: str, name: str) -> None:
    """Open a page by its address, as from a link in a message, and wait until it stands still."""
    page.goto(address_of(site, name))
    settle(page)


def menu_of(aid: Aid, name: str) -> str:
    """The part of the menu that a page is in."""
    return aid.words.app["menu_steps" if name in STEPS else "menu_visit" if name in VISIT else "menu_about"]


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
