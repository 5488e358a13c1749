"""The aid as a server of one's own runs it, with a program before its own: `uvicorn harness.engines.watched:app`.

That program keeps what the others complain of, where the driver of a browser can read it.
"""

from pathlib import Path

from starlette.responses import FileResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deploy import asgi

PROGRAM = Path(__file__).parent / "complaints.js"
ADDRESS = f"/{PROGRAM.name}"
HEAD = b"<head>"
FIRST = HEAD + f'<script src="{ADDRESS}"></script>'.encode()


class Watched:
    """An app whose pages name our program first."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request: our program, a page that names it, or whatever else the app serves."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"] == ADDRESS:
            await FileResponse(PROGRAM, media_type="text/javascript")(scope, receive, send)
        else:
            as_it_stands = [header for header in scope["headers"] if header[0] != b"accept-encoding"]
            is_page = any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])
            put = Page(send) if is_page else send
            await self._app({**scope, "headers": as_it_stands} if is_page else scope, receive, put)


class Page:
    """What an app sends of a page, held back until it is whole."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._body = b""

    async def __call__(self, message: Message) -> None:
        """Take a part of the page. The last one sends all of it."""
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if not message.get("more_body"):
            body = self._body.replace(HEAD, FIRST, 1)
            headers = [header for header in self._start["headers"] if header[0].lower() != b"content-length"]
            await self._send({**self._start, "headers": [*headers, (b"content-length", str(len(body)).encode())]})
            await self._send({**message, "body": body})


app = Watched(asgi.app)
