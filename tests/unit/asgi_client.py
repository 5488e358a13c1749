"""Asks an ASGI app without a server, and reads its answer."""

import asyncio
import gzip
import re
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message

from deploy.assets import assets
from tests.markup import ParsedHtml

SCRIPT = next(path for path in assets() if path.endswith(".js"))
"""The address of one of Streamlit's programs."""


def run(waiting: Coroutine[Any, Any, Any]) -> Any:
    """In a thread of its own: the browser tests of the same session keep a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, waiting).result()


@dataclass(frozen=True)
class Answer:
    """What came back; `body` as it was on the line."""

    status_code: int
    headers: Headers
    body: bytes

    @property
    def content(self) -> bytes:
        """The body unpacked."""
        return gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode()


@dataclass(frozen=True)
class Client:
    """Asks an app. The path goes as it is, as from somebody who means harm."""

    app: ASGIApp

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
        """The answer to one request."""
        path, _, query = path.partition("?")
        scope = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "root_path": ""}
        scope["headers"] = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
        messages: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b""}

        async def send(message: Message) -> None:
            messages.append(message)

        run(self.app(scope, receive, send))
        body = b"".join(message.get("body", b"") for message in messages[1:])
        return Answer(messages[0]["status"], Headers(raw=messages[0]["headers"]), body)


def programs(html: str) -> list[str]:
    """The addresses of Streamlit's programs that a page names, in order."""
    return re.findall(r'(?:src|href)="(\./static/js/[^"]+)"', html)


def texts(html: str, tag: str) -> list[str]:
    """The text of every element of a kind."""
    return [ParsedHtml(inner).text for inner in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", html, re.DOTALL)]
