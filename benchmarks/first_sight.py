"""The first visit on a poor line: what comes when, how much of it, beside an empty Streamlit page in the same run.

The line is Chromium's own emulation (1.6 Mbit/s down, 0.75 up, 150 ms for each request); it slows what is fetched, and
leaves the websocket alone. `python -m benchmarks.first_sight [visits]`
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from tests.browser.behind_asgi import served_by_uvicorn
from tests.browser.visiting import chromium, served

LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
EMPTY = 'import streamlit as st\nst.title("Empty")\nif st.button("Go on"):\n    st.title("Gone on")\n'
BARE = 'import streamlit as st\napp = st.App("empty.py")\n'
WATCH = """control => {
  const seen = window.seen = {}
  const note = name => { seen[name] ??= performance.now() }
  const shown = e => e && !e.closest("[inert]") && e.getClientRects().length
  const look = () => {
    const headings = [...document.querySelectorAll("h1")].filter(e => e.getClientRects().length)
    if (headings.length) requestAnimationFrame(() => setTimeout(() => note("heading")))
    const own = document.querySelector("#root h1")
    if (shown(own)) { note("own"); seen.text ??= own.textContent }
    const found = document.querySelector("#root " + control)
    if (shown(found) && !seen.control) { note("control"); setTimeout(() => found.click()) }
    const now = [...document.querySelectorAll("#root h1")].at(-1)?.textContent
    if (seen.control && seen.text && now && now !== seen.text) note("answer")
  }
  const all = { subtree: true, childList: true, attributes: true, characterData: true }
  new MutationObserver(look).observe(document, all)
}"""
LONGEST = 90
MOMENTS = ("heading", "own", "control", "answer")


@contextmanager
def empty(asgi: bool) -> Iterator[str]:
    """The address of an empty Streamlit page, by `streamlit run` or behind uvicorn."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "empty.py").write_text(EMPTY, encoding="utf-8")
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        with served_by_uvicorn("bare:app", folder) if asgi else served(str(folder / "empty.py")) as address:
            yield address


def visit(browser: Browser, address: str, control: str) -> dict[str, float]:
    """One cold visit: milliseconds to each moment, kilobytes and requests until the control was there and used."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", LINE)
    sizes: list[float] = []
    asked: list[str] = []
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    network.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    page.add_init_script(f"({WATCH})({control!r})")
    page.goto(address, wait_until="commit", timeout=60_000)
    seen = _seen(page)
    page.wait_for_timeout(500)
    context.close()
    fetched = [url for url in asked if url.startswith("http")]
    return {**{name: seen[name] for name in MOMENTS}, "kB": sum(sizes) / 1000, "requests": len(fetched)}


def _seen(page: Page) -> dict[str, float]:
    """The moments, once all have come. (A policy against eval keeps Playwright from waiting in the page.)"""
    for _ in range(LONGEST * 10):
        seen: dict[str, float] = page.evaluate("window.seen")
        if "answer" in seen:
            return seen
        page.wait_for_timeout(100)
    raise TimeoutError(f"the control did not answer within {LONGEST} seconds; seen: {seen}")


def main(visits: int = 3) -> None:
    """Print the table: the median of some visits each, and how it compares with the empty page by `streamlit run`."""
    ways: dict[str, tuple[Callable[[], AbstractContextManager[str]], str, dict[str, str]]] = {
        "a empty, streamlit run": (partial(empty, asgi=False), "[data-testid=stButton] button", {"": ""}),
        "b empty, uvicorn": (partial(empty, asgi=True), "[data-testid=stButton] button", {"": ""}),
        "c aid, streamlit run": (partial(served, "app.py"), ".st-key-next a", {"welcome": "", "chances": "chances"}),
        "d aid, deploy.asgi": (
            partial(served_by_uvicorn, "deploy.asgi:app"),
            ".st-key-next a",
            {"welcome": "", "chances": "chances"},
        ),
    }
    print(f"{'':32}" + "".join(f"{name:>16}" for name in (*MOMENTS, "kB", "requests")))
    base: dict[str, float] = {}
    with chromium() as browser:
        for way, (serve, control, pages) in ways.items():
            with serve() as address:
                _first_run(browser, address)
                for page, path in pages.items():
                    runs = [visit(browser, f"{address}/{path}", control) for _ in range(visits)]
                    usual = {name: median(run[name] for run in runs) for name in runs[0]}
                    base = base or usual
                    cells = (f"{usual[name]:>9.0f} ({usual[name] / base[name]:4.2f})" for name in usual)
                    print(f"{way + ' ' + page:32}" + "".join(f"{cell:>16}" for cell in cells), flush=True)


def _first_run(browser: Browser, address: str) -> None:
    """Let the server run the script once: a first visitor after a start is another matter (cold start)."""
    page = browser.new_page()
    page.goto(address)
    page.locator("#root h1").wait_for(timeout=60_000)
    page.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
