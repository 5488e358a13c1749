"""What each replica takes of the machine, looked at once a second, for each of its lives between two kills."""

import asyncio
import os
from pathlib import Path

from harness.replicas import Replica

Life = tuple[int, int]
"""The number of a replica and of its life, each from 1."""


class Memory:
    """`seen` has the megabytes (resident, 10^6 bytes) of each life, second by second; `busy` its processor seconds."""

    def __init__(self, replicas: list[Replica]) -> None:
        self._replicas = replicas
        self._pids: list[list[int]] = [[] for _ in replicas]
        self.seen: dict[Life, list[float]] = {}
        self.busy: dict[Life, float] = {}

    async def watch(self) -> None:
        """Look until cancelled."""
        while True:
            for number, replica in enumerate(self._replicas, start=1):
                pids, pid = self._pids[number - 1], replica.pid
                megabytes = resident(pid)
                if megabytes is not None:
                    if pid not in pids:
                        pids.append(pid)
                    life = (number, len(pids))
                    self.seen.setdefault(life, []).append(megabytes)
                    self.busy[life] = worked(pid) or self.busy.get(life, 0)
            await asyncio.sleep(1)


def resident(pid: int) -> float | None:
    """Megabytes that a process holds; None where there is none."""
    return _megabytes(pid, "status", "VmRSS:")


def proportional(pid: int) -> float | None:
    """Megabytes that a process holds, what it shares with others counted by its share; None where there is none."""
    return _megabytes(pid, "smaps_rollup", "Pss:")


def _megabytes(pid: int, file: str, name: str) -> float | None:
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return None
    line = next((line for line in lines if line.startswith(name)), None)
    return int(line.split()[1]) * 1024 / 1e6 if line else None


def worked(pid: int) -> float | None:
    """Processor seconds that a process has taken so far; None where there is none."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
