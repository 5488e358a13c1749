"""One visit by a browser, from the address to a control that answers: what comes when, and how much of it."""

import base64
from typing import Any

from playwright.sync_api import BrowserContext, Page

MOMENTS = ("heading", "own", "control")
"""The first heading, the page's own one by Streamlit, a control that can be used. Milliseconds from the start."""
LONGEST = 90
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


def visit(context: BrowserContext, address: str, control: str, line: dict[str, Any] | None = None) -> dict[str, float]:
    """The moments, the kilobytes and requests over the wire until the control has answered, and the websocket's share.

    `line` slows what is fetched, and leaves the websocket alone. Raises TimeoutError.
    """
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    if line:
        network.send("Network.emulateNetworkConditions", line)
    sizes: list[float] = []
    told: list[float] = []
    asked: set[str] = set()
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    network.on("Network.responseReceived", lambda event: None if _kept(event) else asked.add(event["requestId"]))
    network.on("Network.requestServedFromCache", lambda event: asked.discard(event["requestId"]))
    network.on("Network.webSocketFrameReceived", lambda event: told.append(_size(event["response"])))
    page.add_init_script(f"({WATCH})({control!r})")
    page.goto(address, wait_until="commit", timeout=60_000)
    seen = see(page)
    page.wait_for_timeout(500)
    page.close()
    return {
        **{name: seen[name] for name in MOMENTS},
        "kB": sum(sizes) / 1000,
        "requests": len(asked),
        "socket": sum(told) / 1000,
    }


def _kept(event: dict[str, Any]) -> bool:
    """Whether the browser had kept what it asked for, or carried it in the page."""
    response = event["response"]
    return bool(response.get("fromDiskCache")) or not response["url"].startswith("http")


def _size(frame: dict[str, Any]) -> float:
    return len(base64.b64decode(frame["payloadData"])) if frame["opcode"] == 2 else len(frame["payloadData"])


def see(page: Page) -> dict[str, float]:
    """The moments, once all have come. (A policy against eval keeps Playwright from waiting in the page.)"""
    seen: dict[str, float] = {}
    for _ in range(LONGEST * 20):
        seen = page.evaluate("window.seen")
        if "answer" in seen:
            return seen
        page.wait_for_timeout(50)
    raise TimeoutError(f"the control did not answer within {LONGEST} seconds; seen: {seen}")
