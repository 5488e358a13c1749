"""Many tabs that are open and do nothing, at a replica that may have few files open.

How many are open, how long an act in one of them takes, and what the replica works, holds and writes down. With
`--hard` it cannot raise the limit of open `--files` by itself, and refuses tabs.
"""

import asyncio
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.memory import resident, worked
from benchmarks.streamlit_client import Tab
from benchmarks.table import head, row
from decision_aid import open_files
from deploy.nginx import HOST
from harness.server import Server
from harness.serving import free_port

AT_ONCE = 8
"""Tabs that are being opened at the same time."""
LONGEST_OPENING = 20.0
"""Seconds after which a tab counts as refused, where nothing else is said."""
PAUSE = 0.1
"""Seconds between further tabs, once one was refused."""
LONGEST_LOG = 1_000_000
ACTS = 20


@dataclass(frozen=True)
class Measured:
    """How many tabs are open, the milliseconds of an act in one of them, and what they cost the replica.

    `idle` has the processor seconds of a minute in which nobody does anything; `log` is in bytes.
    """

    tabs: int
    act: float
    idle: float
    megabytes: float
    log: int


def main(*, tabs: int = 1000, files: int = 1024, hard: bool = False, minutes: float = 2.0) -> bool:
    """Run and report. True where a tab is missing that should be there, or the log is too long."""
    open_files.raise_limit()  # ours: each tab is a connection here too
    print(head("tabs asked for", "tabs open", "act ms", "processor s in an idle minute", "RSS MB", "log kB"))
    seen = measure(tabs, files, hard, minutes * 60)
    name = f"{files} files, {'hard' if hard else 'soft'} limit"
    figures = (f"{seen.act:.0f}", f"{seen.idle:.1f}", f"{seen.megabytes:.0f}", f"{seen.log / 1000:.1f}")
    print(row(name, f"{tabs}", f"{seen.tabs}", *figures))
    return seen.log > LONGEST_LOG or (seen.tabs < tabs and not hard)


def measure(tabs: int, files: int, hard: bool, seconds: float, patience: float = LONGEST_OPENING) -> Measured:
    """Open so many tabs at a replica that starts with so many open files, and look at it for so many seconds.

    `hard`: it starts with half of them, and may raise that to all. `patience`: seconds after which a tab counts as
    refused.
    """
    port = free_port()
    uvicorn = [sys.executable, "-m", "uvicorn", "deploy.asgi:app", "--host", HOST, "--port", str(port)]
    quiet = ["--no-access-log", "--log-level", "warning", "--backlog", "256"]
    limit = f"ulimit -S -n {files // 2} && ulimit -H -n {files}" if hard else f"ulimit -S -n {files}"
    limited = ["sh", "-c", f'{limit} && exec "$@"', "sh", *uvicorn, *quiet]
    with TemporaryDirectory() as folder, (Path(folder) / "log").open("w") as log:
        server = Server(limited, output=log)
        try:
            server.keep_up()
            server.await_answer(f"http://{HOST}:{port}/healthz")
            return asyncio.run(_look(f"http://{HOST}:{port}", server.pid, tabs, seconds, patience, Path(log.name)))
        finally:
            server.kill()


async def _look(address: str, pid: int, number: int, seconds: float, patience: float, log: Path) -> Measured:
    tabs = [Tab(address) for _ in range(number)]
    opening = await _open(tabs, patience)
    before, start = worked(pid) or 0, time.monotonic()
    await asyncio.sleep(seconds)
    idle = ((worked(pid) or 0) - before) * 60 / (time.monotonic() - start)
    first = next(tab for tab in tabs if tab.runs)
    first.times.clear()
    for _ in range(ACTS):
        await first.run_again()
    seen = Measured(
        tabs=sum(tab.runs > 0 for tab in tabs),
        act=median(milliseconds for _, milliseconds in first.times),
        idle=idle,
        megabytes=resident(pid) or 0,
        log=log.stat().st_size,
    )
    for task in opening:
        task.cancel()
    await asyncio.gather(*opening, *(tab.close() for tab in tabs), return_exceptions=True)
    return seen


async def _open(tabs: list[Tab], patience: float) -> list[asyncio.Task[None]]:
    """Open the tabs, a few at a time. Once one was refused nobody waits for the others, and all go on trying."""
    opening, refused = list[asyncio.Task[None]](), False
    for start in range(0, len(tabs), AT_ONCE):
        few = [asyncio.create_task(tab.open("")) for tab in tabs[start : start + AT_ONCE]]
        _, waiting = await asyncio.wait(few, timeout=PAUSE if refused else patience)
        opening, refused = [*opening, *few], refused or bool(waiting)
    return opening
