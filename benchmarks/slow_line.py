"""A line with a delay between a browser and a server of this machine."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from functools import partial
from threading import Thread
from urllib.parse import urlsplit

from deploy.nginx import HOST

PIECE = 65_536


@contextmanager
def slow_line(address: str, delay: float) -> Iterator[str]:
    """The address by which the same server is further away; `delay` is the seconds there and back."""
    ended, started = asyncio.Event(), Future[tuple[int, asyncio.AbstractEventLoop]]()

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Each piece comes half the delay later than it was sent, and in order."""
        later = partial(asyncio.get_running_loop().call_later, delay / 2)
        while piece := await reader.read(PIECE):
            later(writer.write, piece)
        later(writer.close)

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(HOST, urlsplit(address).port)
        with suppress(asyncio.CancelledError):  # at the end; Python 3.11 would print each
            await asyncio.gather(carry(reader, back), carry(there, writer), return_exceptions=True)

    async def serve() -> None:
        server = await asyncio.start_server(connect, HOST, 0)
        started.set_result((server.sockets[0].getsockname()[1], asyncio.get_running_loop()))
        await ended.wait()

    running = Thread(target=asyncio.run, args=(serve(),), daemon=True)
    running.start()
    port, loop = started.result()
    try:
        yield f"http://{HOST}:{port}"
    finally:
        loop.call_soon_threadsafe(ended.set)
        running.join()
