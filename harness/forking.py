"""Programs that begin in a moment: each is forked from a process that has read what they need beforehand.

Reading it is most of what the start of a server costs. All else is as with `python -m`: a process of its own, that can
be killed.
"""

import os
import runpy
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from subprocess import TimeoutExpired

BEFOREHAND = "harness.beforehand"
"""The module that is read once."""

_context = get_context("forkserver")
_context.set_forkserver_preload([BEFOREHAND])


class Forked:
    """A module that runs as a program in a process of its own. A server needs no more of `subprocess.Popen`."""

    def __init__(self, module: Sequence[str], folder: str, environment: Mapping[str, str], output: str) -> None:
        """`module`: its name, then its arguments. `output`: the path of a file to which what it says is added."""
        self._process: ForkServerProcess = _context.Process(
            target=_run, args=(list(module), folder, dict(environment), output), daemon=True
        )
        self._process.start()
        self.kill = self._process.kill
        self.terminate = self._process.terminate

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid or 0

    def poll(self) -> int | None:
        """The code with which it has ended; None while it runs."""
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> None:
        """Return when it has ended. Raises TimeoutExpired where it has not within `timeout` seconds."""
        self._process.join(timeout)
        if timeout is not None and self.poll() is None:
            raise TimeoutExpired("a forked program", timeout)


def _run(module: list[str], folder: str, environment: dict[str, str], output: str) -> None:
    os.setsid()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    said = os.open(output, os.O_WRONLY | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(said, stream)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    sys.path[0] = folder
    sys.argv = module
    runpy.run_module(module[0], run_name="__main__", alter_sys=True)
