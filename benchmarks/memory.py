"""What each replica takes of the machine, looked at once a second, for each of its lives between two kills."""

import asyncio
from contextlib import suppress

import psutil

from harness.replicas import Replica

Life = tuple[int, int]
"""The number of a replica, from 1, and that of the process that it ran in."""


class Memory:
    """`seen` has the megabytes of each life, second by second; `busy` its processor seconds."""

    def __init__(self, replicas: list[Replica]) -> None:
        self._replicas = replicas
        self.seen: dict[Life, list[float]] = {}
        self.busy: dict[Life, float] = {}

    async def watch(self) -> None:
        """Look until cancelled."""
        while True:
            for number, replica in enumerate(self._replicas, start=1):
                with suppress(psutil.Error):  # it has just been killed
                    pid = replica.pid
                    self.busy[number, pid] = worked(pid)
                    self.seen.setdefault((number, pid), []).append(resident(pid))
            await asyncio.sleep(1)


def resident(pid: int) -> float:
    """Megabytes (10^6 bytes) that a process holds. Raises psutil.Error where there is none."""
    return float(psutil.Process(pid).memory_info().rss / 1e6)


def worked(pid: int) -> float:
    """Processor seconds that a process has taken so far. Raises psutil.Error where there is none."""
    user, system, *_ = psutil.Process(pid).cpu_times()
    return float(user + system)
