"""Servers on free ports of this machine: an app by `streamlit run`, or by uvicorn as a server of one's own runs it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import DEVNULL
from typing import IO

from deploy import ROOT
from deploy.nginx import HOST
from harness.forking import Forked

HEALTH = "/_stcore/health"
"""Where a server of Streamlit says that it is well, before anyone has asked for the app."""
LONGEST_START = 120
"""Seconds until a server must answer."""
LONGEST_END = 20
"""Seconds that a server has to end in an orderly way."""


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


class Server:
    """A process that serves at `address`, and can be started again there when it has ended.

    It runs in `folder` with what `environment` adds to our own; what it says goes to `output`, or where we say things.
    `health` is the path by which it answers once it serves.
    """

    def __init__(
        self,
        command: Sequence[str],
        address: str = "",
        health: str = "",
        folder: Path = ROOT,
        output: IO[str] | int | None = None,
        **environment: str,
    ) -> None:
        self.command = list(command)
        self.address = address
        self._health = health
        self._environment = {**os.environ, **environment}
        self._folder = folder
        self._output = output
        self._process: subprocess.Popen[bytes] | Forked | None = None

    @property
    def pid(self) -> int:
        """The process that runs now, or ran last."""
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Start it where it does not run, and wait until it answers. Raises what `await_answer` raises."""
        self.keep_up()
        self.await_answer(self.address + self._health)

    def keep_up(self) -> None:
        """Start it where it does not run. It gets a group of its own, so that Ctrl-C reaches it through us alone."""
        if self._process is None or self._process.poll() is not None:
            self._process = self._begin()

    def _begin(self) -> subprocess.Popen[bytes] | Forked:
        return subprocess.Popen(
            self.command,
            cwd=self._folder,
            env=self._environment,
            stdin=DEVNULL,
            stdout=self._output,
            stderr=self._output,
            start_new_session=True,
        )

    def await_answer(self, address: str) -> None:
        """Return once `address` answers well.

        Raises ChildProcessError where the process ended before, TimeoutError where it took too long.
        """
        end = time.monotonic() + LONGEST_START
        while time.monotonic() < end:
            if self._process and (code := self._process.poll()) is not None:
                raise ChildProcessError(f"{address}: ended with code {code} before it answered")
            with suppress(OSError), urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
            time.sleep(0.05)
        raise TimeoutError(f"{address} was not ready within {LONGEST_START} seconds")

    def kill(self) -> None:
        """End it as a crash or a lack of memory does: at once, with no word to anyone. Returns when it is gone."""
        if process := self._process:  # another thread may keep it up, and start the next one while we wait
            process.kill()
            process.wait()

    def stop(self) -> None:
        """End it in an orderly way; where it does not end in time, at once."""
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout=LONGEST_END)
            except subprocess.TimeoutExpired:
                self.kill()


class ForkedServer(Server):
    """One that is ready in a moment: forked from a process that has read beforehand what a server needs."""

    def _begin(self) -> Forked:
        _, _, *module = self.command
        output = getattr(self._output, "name", os.devnull)
        return Forked(module, str(self._folder), self._environment, output)


def by_streamlit(
    app: str, log: IO[str] | None = None, program: str = "streamlit", kind: type[Server] = Server
) -> Server:
    """An app as `streamlit run` serves it; `program` is the module that does so."""
    port = free_port()
    options = ["--server.address", HOST, "--server.port", str(port), "--server.headless", "true"]
    quiet = ["--server.fileWatcherType", "none", "--logger.level", "error", "--logger.hideWelcomeMessage", "true"]
    return _python(kind, port, [program, "run", app, *options, *quiet], ROOT, log)


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
    return _python(kind, port, command, folder, log, **environment)


def _python(
    kind: type[Server], port: int, module: list[str], folder: Path, log: IO[str] | None, **environment: str
) -> Server:
    command, output = [sys.executable, "-m", *module], log or DEVNULL
    return kind(command, f"http://{HOST}:{port}", HEALTH, folder, output, PYTHONUNBUFFERED="1", **environment)


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
