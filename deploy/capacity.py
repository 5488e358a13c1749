"""No more tabs than the process has open files for. One more is refused; those that are open go on."""

from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from decision_aid import open_files

KEPT_FREE = 100
"""Open files for all that is no tab: pages and files that are asked for. A quarter of them where there are few."""


def is_full() -> bool:
    """Whether one more tab would leave too few open files."""
    limit = open_files.limit()
    return open_files.in_use() > limit - min(KEPT_FREE, limit // 4)


class Capacity:
    """ASGI middleware: refuses a tab's connection while there is no room. The tab tries again by itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the connection on, or refuse it."""
        if scope["type"] == "websocket" and is_full():
            await WebSocket(scope, receive, send).close()  # without a reason: uvicorn writes a line for each reason
        else:
            await self._app(scope, receive, send)
