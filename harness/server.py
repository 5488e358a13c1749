"""A process that serves: start it, wait until it answers, end it."""

import os
import subprocess
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import IO

from deploy import ROOT
from harness.forking import Forked

LONGEST_START = 120
"""Seconds until a server must answer."""
LONGEST_END = 20
"""Seconds that a server has to end in an orderly way."""


class Server:
    """A process that can be started again when it ends, until it is stopped.

    It runs in `folder` with what `environment` adds to our own; what it says goes to `output`, or where we say things.
    """

    def __init__(
        self,
        command: list[str],
        environment: dict[str, str] | None = None,
        folder: Path = ROOT,
        output: IO[str] | int | None = None,
    ) -> None:
        self._command = command
        self._environment = {**os.environ, **(environment or {})}
        self._folder = folder
        self._output = output
        self._process: subprocess.Popen[bytes] | Forked | None = None

    @property
    def pid(self) -> int:
        """The process that runs now, or ran last."""
        return self._process.pid if self._process else 0

    def keep_up(self) -> None:
        """Start it where it does not run. It gets a group of its own, so that Ctrl-C reaches it through us alone."""
        if self._process is None or self._process.poll() is not None:
            self._process = self._begin()

    def _begin(self) -> subprocess.Popen[bytes] | Forked:
        return subprocess.Popen(
            self._command,
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
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
