"""From the start of the server's process to the first page, in a browser that is open already.

The files are in the machine's cache, as after a first start.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from statistics import median

from playwright.sync_api import Browser

from benchmarks.first_sight import BUTTON, MOMENTS, PHONE, WATCH, see
from benchmarks.serving import WAYS, aid_app, empty_app
from benchmarks.table import compared, head
from harness.serving import Server
from harness.visiting import chromium
from harness.way import NEXT


def main(starts: int = 5) -> None:
    """Print the table: the median of some starts each; one more comes first and is left out."""
    print(head(*MOMENTS.values()))
    with chromium() as browser:
        for asgi, way in WAYS.items():
            base: Sequence[float] = ()
            for name, app, control in (("empty", empty_app, BUTTON), ("start", aid_app, NEXT)):
                times = [_start(browser, partial(app, asgi), control) for _ in range(starts + 1)]
                usual = [median(figure) for figure in zip(*times[1:], strict=True)]
                print(compared(f"{name}, {way}", usual, base), flush=True)
                base = usual


def _start(browser: Browser, app: Callable[[], AbstractContextManager[Server]], control: str) -> list[float]:
    """Milliseconds from the process's start to each moment of the first page."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.add_init_script(f"({WATCH})({control!r})")
        start = time.time() * 1000
        with app() as server:
            page.goto(server.address, wait_until="commit")
            seen = see(page)
            opened = page.evaluate("performance.timeOrigin") - start
        return [opened + seen[moment] for moment in MOMENTS]
