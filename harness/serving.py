"""Servers on free ports of this machine: an app by `streamlit run`, or by uvicorn as a server of one's own runs it."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL
from typing import IO

from deploy import ROOT
from deploy.nginx import HOST
from harness import server
from harness.forking import Forked

HEALTH = "/_stcore/health"
"""Where a server of Streamlit says that it is well, before anyone has asked for the app."""


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


class Server(server.Server):
    """A server that knows its address, and can die and come back there."""

    def __init__(
        self,
        port: int,
        command: list[str],
        folder: Path,
        output: IO[str] | None,
        environment: dict[str, str] | None = None,
    ) -> None:
        self.address = f"http://{HOST}:{port}"
        unbuffered = {"PYTHONUNBUFFERED": "1"} | (environment or {})
        super().__init__([sys.executable, "-m", *command], unbuffered, folder, output or DEVNULL)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self.keep_up()
        self.await_answer(f"{self.address}{HEALTH}")


class ForkedServer(Server):
    """The same, ready in a moment: forked from a process that has read beforehand what a server needs."""

    def _begin(self) -> Forked:
        _, _, *module = self._command
        output = getattr(self._output, "name", os.devnull)
        return Forked(module, str(self._folder), self._environment, output)


def by_streamlit(
    app: str, log: IO[str] | None = None, program: str = "streamlit", kind: type[Server] = Server
) -> Server:
    """An app as `streamlit run` serves it; `program` is the module that does so."""
    port = free_port()
    options = ["--server.address", HOST, "--server.port", str(port), "--server.headless", "true"]
    quiet = ["--server.fileWatcherType", "none", "--logger.level", "error", "--logger.hideWelcomeMessage", "true"]
    return kind(port, [program, "run", app, *options, *quiet], ROOT, log)


def by_uvicorn(
    app: str,
    *options: str,
    folder: Path = ROOT,
    log: IO[str] | None = None,
    kind: type[Server] = Server,
    **environment: str,
) -> Server:
    """An ASGI app as a server of one's own runs it."""
    port = free_port()
    command = ["uvicorn", app, "--host", HOST, "--port", str(port), "--no-server-header", *options]
    return kind(port, command, folder, log, environment)


@contextmanager
def served(own: Server) -> Iterator[str]:
    """The address of a server, which runs until the block ends."""
    with ending(own):
        own.start()
        yield own.address


@contextmanager
def ending(own: Server) -> Iterator[Server]:
    """A server, not yet started, which ends with the block."""
    try:
        yield own
    finally:
        own.kill()
