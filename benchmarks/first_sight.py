"""The first visit and the second: what comes when, how much of it, beside an empty page served the same way.

`--poor` takes Chromium's own emulation of a slow line (1.6 Mbit/s down, 0.75 up, 150 ms for each request). It counts
what goes over the websocket as if it were not packed, so a real line is quicker. There each step is opened by address.
"""

import base64
import zlib
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from benchmarks.serving import aid_app, empty_app
from benchmarks.table import compared, head
from decision_aid.pages import ALL_FACTS, FIRST, STEPS
from harness.visiting import address_of, chromium
from harness.way import NEXT

POOR = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
PHONE: ViewportSize = {"width": 390, "height": 800}
MOMENTS = {"heading": "first heading ms", "own": "own h1 ms", "control": "usable control ms"}
"""The first heading, the page's own one by Streamlit, a control that can be used. Milliseconds from the start."""
KINDS = {"Script": "kB programs", "Stylesheet": "styles", "Font": "fonts"}
"""By the browser's name for it: what is fetched. All the rest, the page among it, is OTHER."""
OTHER = "other"
NAMES = (*MOMENTS.values(), "kB", "requests", *KINDS.values(), OTHER, "by websocket", "packed")
WINDOW = 12
"""Bits of the window with which uvicorn packs what goes over the websocket."""
LONGEST = 90
BUTTON, BACK = "[data-testid=stButton] button", ".st-key-back :is(a, button)"
WATCH = """control => {
  const seen = window.seen = {}
  const note = name => { seen[name] ??= performance.now() }
  const shown = e => e && !e.closest("[inert]") && e.getClientRects().length
  const look = () => {
    const headings = [...document.querySelectorAll("h1")].filter(e => e.getClientRects().length)
    if (headings.length) requestAnimationFrame(() => setTimeout(() => note("heading")))
    const own = document.querySelector("#root h1")
    if (shown(own)) { note("own"); seen.text ??= own.textContent }
    const element = document.querySelector("#root " + control)
    if (shown(element) && !seen.control) { note("control"); setTimeout(() => element.click()) }
    const now = [...document.querySelectorAll("#root h1")].at(-1)?.textContent
    if (seen.control && seen.text && now && now !== seen.text) note("answer")
  }
  const all = { subtree: true, childList: true, attributes: true, characterData: true }
  new MutationObserver(look).observe(document, all)
}"""
Figures = list[float]
"""In the order of NAMES."""


def main(visits: int = 3, poor: bool = False) -> None:
    """Print the table: the median of some visits each."""
    print(head(*NAMES))
    line = POOR if poor else None
    with chromium() as browser:
        for asgi in (False, True):
            with empty_app(asgi) as server:
                way = "uvicorn" if asgi else "streamlit run"
                base = _two_visits(browser, f"empty, {way}", server.address, BUTTON, visits, line)
            with aid_app(asgi) as server:
                way = "deploy.asgi" if asgi else "streamlit run"
                for page in (*STEPS, ALL_FACTS) if asgi and poor else (FIRST, ALL_FACTS):
                    control = NEXT if page in STEPS[:-1] else BACK
                    _two_visits(
                        browser, f"{page}, {way}", address_of(server.address, page), control, visits, line, base
                    )


def _two_visits(
    browser: Browser,
    name: str,
    address: str,
    control: str,
    visits: int,
    line: dict[str, Any] | None,
    bases: tuple[Figures, ...] | None = None,
) -> tuple[Figures, ...]:
    """Print a line for the first visit and one for the next in the same browser, and return both."""
    runs = []
    for _ in range(visits + 1):
        with browser.new_context(viewport=PHONE) as context:
            runs.append([_visit(context, address, control, line) for _ in range(2)])
    both = tuple([median(figure) for figure in zip(*of_one, strict=True)] for of_one in zip(*runs[1:], strict=True))
    for which, usual, base in zip(("first", "second"), both, bases or ([], []), strict=True):
        print(compared(f"{name}, {which} visit", usual, base), flush=True)
    return both


def _visit(context: BrowserContext, address: str, control: str, line: dict[str, Any] | None) -> Figures:
    """The moments, the kilobytes and requests over the wire until the control has answered; what the kilobytes are, and
    what came over the websocket, as it is and packed.

    `line` slows what is fetched, and the websocket by what is said, not by what is packed. Raises TimeoutError.
    """
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    if line:
        network.send("Network.emulateNetworkConditions", line)
    sizes: dict[str, float] = {}
    messages: list[bytes] = []
    asked: dict[str, str] = {}

    def note(event: dict[str, Any]) -> None:
        response = event["response"]
        if not response.get("fromDiskCache") and response["url"].startswith("http"):  # else it is kept, or in the page
            asked[event["requestId"]] = KINDS.get(event["type"], OTHER)

    def forget(event: dict[str, Any]) -> None:
        asked.pop(event["requestId"], None)

    def hear(event: dict[str, Any]) -> None:
        frame = event["response"]
        data: str = frame["payloadData"]
        messages.append(base64.b64decode(data) if frame["opcode"] == 2 else data.encode())

    network.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    network.on("Network.responseReceived", note)
    network.on("Network.requestServedFromCache", forget)
    network.on("Network.webSocketFrameReceived", hear)
    page.add_init_script(f"({WATCH})({control!r})")
    page.goto(address, wait_until="commit", timeout=60_000)
    seen = see(page)
    page.wait_for_timeout(500)
    page.close()
    of_kind = dict.fromkeys((*KINDS.values(), OTHER), 0.0)
    for request, kind in asked.items():
        of_kind[kind] += sizes.get(request, 0)
    packer = zlib.compressobj(wbits=-WINDOW)  # the browser tells what came as it was before the server packed it
    packed = sum(len(packer.compress(message) + packer.flush(zlib.Z_SYNC_FLUSH)) for message in messages)
    sent = [*of_kind.values(), sum(map(len, messages)), packed]
    moments = [seen[moment] for moment in MOMENTS]
    return [*moments, sum(sizes.values()) / 1000, len(asked), *(size / 1000 for size in sent)]


def see(page: Page) -> dict[str, float]:
    """The moments, once all have come. (A policy against eval keeps Playwright from waiting in the page.)"""
    seen: dict[str, float] = {}
    for _ in range(LONGEST * 20):
        seen = page.evaluate("window.seen")
        if "answer" in seen:
            return seen
        page.wait_for_timeout(50)
    raise TimeoutError(f"the control did not answer within {LONGEST} seconds; seen: {seen}")
