"""Replicas behind nginx as `python -m deploy.replicas` serves them, for tests and load runs that kill some of them."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from deploy.nginx import HOST
from harness.serving import Server


class Replica:
    """A replica by its port, in whichever process it runs now."""

    def __init__(self, port: int) -> None:
        self._signs = {"uvicorn", str(port)}

    @property
    def pid(self) -> int:
        """The process that runs now; 0 for none."""
        running = psutil.process_iter(["cmdline"])
        return next((each.pid for each in running if self._signs <= {*(each.info["cmdline"] or ())}), 0)

    def kill(self) -> None:
        """End it as a crash or a lack of memory does: at once, with no word to anyone."""
        if pid := self.pid:
            os.kill(pid, signal.SIGKILL)


@contextmanager
def running(count: int, port: int) -> Iterator[list[Replica]]:
    """Replicas at the ports after `port`, ready and kept up, behind nginx at `port`. They end with the block.

    Raises ChildProcessError or TimeoutError where one of them does not get ready.
    """
    ports = range(port + 1, port + 1 + count)
    server = Server([sys.executable, "-m", "deploy.replicas", "--replicas", str(count), "--port", str(port)])
    try:
        server.keep_up()
        for each in (*ports, port):
            server.await_answer(f"http://{HOST}:{each}/readyz")
        yield [Replica(each) for each in ports]
    finally:
        server.stop()
