"""A line with a delay between a browser and a server of this machine."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from urllib.parse import urlsplit

from deploy.nginx import HOST

PIECE = 65_536


@contextmanager
def slow_line(address: str, delay: float) -> Iterator[str]:
    """The address by which the same server is further away; `delay` is the seconds there and back."""
    loop, port = asyncio.new_event_loop(), urlsplit(address).port
    started: asyncio.Future[int] = loop.create_future()

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Each piece comes half the delay later than it was sent, and in order."""
        pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def take() -> None:
            while piece := await reader.read(PIECE):
                pieces.put_nowait((loop.time() + delay / 2, piece))
            pieces.put_nowait((loop.time() + delay / 2, b""))

        taking = asyncio.create_task(take())
        with suppress(OSError):
            while True:
                due, piece = await pieces.get()
                await asyncio.sleep(max(0, due - loop.time()))
                if not piece:
                    break
                writer.write(piece)
                await writer.drain()
        taking.cancel()
        writer.close()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(HOST, port)
        await asyncio.gather(carry(reader, back), carry(there, writer), return_exceptions=True)

    async def serve() -> None:
        server = await asyncio.start_server(connect, HOST, 0)
        started.set_result(server.sockets[0].getsockname()[1])

    loop.run_until_complete(serve())
    running = Thread(target=loop.run_forever, daemon=True)
    running.start()
    try:
        yield f"http://{HOST}:{started.result()}"
    finally:
        loop.call_soon_threadsafe(loop.stop)
        running.join()
