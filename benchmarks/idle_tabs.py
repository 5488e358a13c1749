"""Many tabs that are open and do nothing, at a replica that may have few files open.

How many are open, how long an act in one of them takes, and what the replica works, holds and writes down. With
`--hard` it cannot raise the limit of open `--files` by itself, and refuses tabs.
"""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.memory import resident, worked
from benchmarks.streamlit_client import Tab
from benchmarks.table import head, row
from decision_aid import open_files
from harness.serving import Server, by_uvicorn, served

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


def main(tabs: int = 1000, files: int = 1024, hard: bool = False, minutes: float = 2.0) -> bool:
    """Run and report. True where a tab is missing that should be there, or the log is too long."""
    open_files.raise_limit()  # ours: each tab is a connection here too
    print(head("tabs asked for", "tabs open", "act ms", "processor s in an idle minute", "RSS MB", "log kB"))
    seen = measure(tabs, files, hard, minutes * 60)
    figures = (f"{seen.act:.0f}", f"{seen.idle:.1f}", f"{seen.megabytes:.0f}", f"{seen.log / 1000:.1f}")
    print(row(f"{files} files, {'hard' if hard else 'soft'} limit", str(tabs), str(seen.tabs), *figures))
    return seen.log > LONGEST_LOG or (seen.tabs < tabs and not hard)


def measure(tabs: int, files: int, hard: bool, seconds: float, patience: float = LONGEST_OPENING) -> Measured:
    """Open so many tabs at a replica that starts with so many open files, and look at it for so many seconds.

    `patience`: seconds after which a tab counts as refused.
    """
    with TemporaryDirectory() as folder, (Path(folder) / "log").open("w") as log:
        quiet = ("--no-access-log", "--log-level", "warning", "--backlog", "256")
        replica = by_uvicorn("deploy.asgi:app", *quiet, log=log)
        limited = f'ulimit {"" if hard else "-S"} -n {files}; exec "$@"'
        replica.command[:0] = ["sh", "-c", limited, "sh"]
        with served(replica):
            return asyncio.run(_look(replica, tabs, seconds, patience, Path(log.name)))


async def _look(replica: Server, number: int, seconds: float, patience: float, log: Path) -> Measured:
    tabs = [Tab(replica.address) for _ in range(number)]
    opening = await _open(tabs, patience)
    before, start = worked(replica.pid), time.monotonic()
    await asyncio.sleep(seconds)
    idle = (worked(replica.pid) - before) * 60 / (time.monotonic() - start)
    first = next(tab for tab in tabs if tab.runs)
    first.times.clear()
    for _ in range(ACTS):
        await first.run_again()
    seen = Measured(
        tabs=sum(tab.runs > 0 for tab in tabs),
        act=median(milliseconds for _, milliseconds in first.times),
        idle=idle,
        megabytes=resident(replica.pid),
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
