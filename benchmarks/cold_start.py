"""From the start of the server's process to the first page, in a browser that is open already.

The files are in the machine's cache, as after a first start.
"""

import socket
import time
from collections.abc import Sequence
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from benchmarks.arrival import MOMENTS, WATCH, see
from benchmarks.first_sight import BUTTON, NEXT
from benchmarks.serving import aid_app, empty_app
from benchmarks.table import beside, head, row
from harness.serving import Server
from harness.visiting import chromium

PATIENCE = 60


def main(starts: int = 5) -> None:
    """Print the table: the median of some starts each; one more comes first and is left out."""
    print(head("takes connections ms", "first heading ms", "own h1 ms", "usable control ms"))
    with chromium() as browser:
        for asgi in (False, True):
            way = "uvicorn" if asgi else "streamlit run"
            base: Sequence[float | None] = (None,) * 4
            for name, app, control in (("empty", empty_app, BUTTON), ("start", aid_app, NEXT)):
                times = []
                for _ in range(starts + 1):
                    with app(asgi, start=False) as server:
                        times.append(_start(browser, server, control))
                usual = [median(figure) for figure in zip(*times[1:], strict=True)]
                cells = (beside(figure, empty) for figure, empty in zip(usual, base, strict=True))
                print(row(f"{name}, {way}", *cells), flush=True)
                base = usual


def _start(browser: Browser, server: Server, control: str) -> list[float]:
    """Milliseconds from the process's start until it takes connections, and to each moment of the first page."""
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        page.add_init_script(f"({WATCH})({control!r})")
        start = time.time()
        server.keep_up()
        listening = _await_connection(server.address)
        page.goto(server.address, wait_until="commit")
        seen = see(page)
        opened = page.evaluate("performance.timeOrigin") - start * 1000
        return [(listening - start) * 1000, *(opened + seen[moment] for moment in MOMENTS)]


def _await_connection(address: str) -> float:
    """The time at which the server first takes a connection."""
    to = urlsplit(address)
    end = time.time() + PATIENCE
    while time.time() < end:
        with socket.socket() as trying:
            if trying.connect_ex((to.hostname or "", to.port or 0)) == 0:
                return time.time()
        time.sleep(0.01)
    raise TimeoutError(f"{address} takes no connections")
