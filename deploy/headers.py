"""Headers that tell browsers what the aid never does, so that they refuse it where someone tries.

FRAME_ANCESTORS names the sites that may show the aid in a frame, such as "'self' https://clinic.example".
"""

import base64
import hashlib
import os
import re
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ON_FILES = ("X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy")
"""What a file that is no page needs; the rest would cost a first visit 50 kB, as the files are some 80."""
FILES = ("/static/", "/app/static/")
OFF = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer", "microphone")
OFF_TOO = ("midi", "payment", "serial", "usb", "xr-spatial-tracking", "browsing-topics")
SOCKET = "wss://socket.invalid"
"""Stands for the address of the websocket, which `with_host` names: to Safari before 15.4 'self' does not hold it."""
HOST = re.compile(r"[\w.-]+(:\d+)?|\[[\da-f:]+\](:\d+)?", re.IGNORECASE | re.ASCII)


def policy(inline: Iterable[str], frame_ancestors: str) -> str:
    """The content-security policy for pages with these scripts of their own.

    What Streamlit 1.67 needs beyond 'self': styles made as it runs (emotion), components whose program comes over the
    websocket and is loaded from a blob, pictures written into the page.
    """
    hashes = sorted(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline)
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", "blob:", "'wasm-unsafe-eval'", *hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self' {SOCKET}",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": frame_ancestors,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def with_host(headers: dict[str, str], host: str) -> dict[str, str]:
    """The headers for a browser that reaches the aid at this host, as its request names it."""
    sockets = f"ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
    rules = headers["Content-Security-Policy"].replace(f" {SOCKET}", f" {sockets}".rstrip())
    return headers | {"Content-Security-Policy": rules}


def security_headers(inline: Iterable[str]) -> dict[str, str]:
    """All headers, for pages with these scripts of their own."""
    ancestors = os.environ.get("FRAME_ANCESTORS", "").strip() or "'self'"
    if any(sign in ancestors for sign in ";,\r\n"):
        raise ValueError("FRAME_ANCESTORS lists sites with spaces between them, and holds no ; , or line break")
    return {
        "Content-Security-Policy": policy(inline, ancestors),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in (*OFF, *OFF_TOO)),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


class SecurityHeaders:
    """ASGI middleware: puts the headers on every answer; on a program, style or font those that act there."""

    def __init__(self, app: ASGIApp, inline: Iterable[str]) -> None:
        self._app = app
        self._headers = security_headers(inline)
        self._on_files = {name: self._headers[name] for name in ON_FILES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, and add to the head of the answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                page = headers.get("content-type", "").startswith("text/html")  # Streamlit's, at any unknown address
                file = scope["path"].startswith(FILES) and not page
                host = Headers(scope=scope).get("host", "")
                headers.update(self._on_files if file else with_host(self._headers, host))
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
