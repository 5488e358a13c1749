"""One visit by a browser, from the address to a control that answers: what comes when, and how much of it."""

import base64
import zlib
from typing import Any

from playwright.sync_api import BrowserContext, Page

MOMENTS = ("heading", "own", "control")
"""The first heading, the page's own one by Streamlit, a control that can be used. Milliseconds from the start."""
KINDS = {"Script": "programs", "Stylesheet": "styles", "Font": "fonts"}
"""By the browser's name for it: what is fetched. All the rest, the page among it, is "other"."""
WINDOW = 12
"""Bits of the window with which uvicorn packs what goes over the websocket."""
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
    const element = document.querySelector("#root " + control)
    if (shown(element) && !seen.control) { note("control"); setTimeout(() => element.click()) }
    const now = [...document.querySelectorAll("#root h1")].at(-1)?.textContent
    if (seen.control && seen.text && now && now !== seen.text) note("answer")
  }
  const all = { subtree: true, childList: true, attributes: true, characterData: true }
  new MutationObserver(look).observe(document, all)
}"""


def visit(context: BrowserContext, address: str, control: str, line: dict[str, Any] | None = None) -> dict[str, float]:
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
    network.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    network.on("Network.responseReceived", lambda event: None if _kept(event) else asked.update(_kind(event)))
    network.on("Network.requestServedFromCache", lambda event: _forget(asked, event["requestId"]))
    network.on("Network.webSocketFrameReceived", lambda event: messages.append(_content(event["response"])))
    page.add_init_script(f"({WATCH})({control!r})")
    page.goto(address, wait_until="commit", timeout=60_000)
    seen = see(page)
    page.wait_for_timeout(500)
    page.close()
    return {
        **{name: seen[name] for name in MOMENTS},
        "kB": sum(sizes.values()) / 1000,
        "requests": len(asked),
        **{kind: _sum(sizes, asked, kind) for kind in (*KINDS.values(), "other")},
        "socket": sum(map(len, messages)) / 1000,
        "socket packed": _packed(messages) / 1000,
    }


def _kept(event: dict[str, Any]) -> bool:
    """Whether the browser had kept what it asked for, or carried it in the page."""
    response = event["response"]
    return bool(response.get("fromDiskCache")) or not response["url"].startswith("http")


def _forget(asked: dict[str, str], request: str) -> None:
    asked.pop(request, None)


def _kind(event: dict[str, Any]) -> dict[str, str]:
    return {event["requestId"]: KINDS.get(event["type"], "other")}


def _sum(sizes: dict[str, float], asked: dict[str, str], kind: str) -> float:
    return sum(sizes.get(request, 0) for request, of in asked.items() if of == kind) / 1000


def _content(frame: dict[str, Any]) -> bytes:
    payload: str = frame["payloadData"]
    return base64.b64decode(payload) if frame["opcode"] == 2 else payload.encode()


def _packed(messages: list[bytes]) -> int:
    """The bytes of all messages as the server packs them. The browser tells them unpacked."""
    packer = zlib.compressobj(wbits=-WINDOW)
    return sum(len(packer.compress(message) + packer.flush(zlib.Z_SYNC_FLUSH)) for message in messages)


def see(page: Page) -> dict[str, float]:
    """The moments, once all have come. (A policy against eval keeps Playwright from waiting in the page.)"""
    seen: dict[str, float] = {}
    for _ in range(LONGEST * 20):
        seen = page.evaluate("window.seen")
        if "answer" in seen:
            return seen
        page.wait_for_timeout(50)
    raise TimeoutError(f"the control did not answer within {LONGEST} seconds; seen: {seen}")
