"""How much memory each replica holds, looked at once a second, for each of its lives between two kills."""

import asyncio
from pathlib import Path

from deploy.replicas import Server

Life = tuple[int, int]
"""The number of a replica and of its life, each from 1."""


class Memory:
    """`seen` has the megabytes (resident, 10^6 bytes) of each life, second by second."""

    def __init__(self, replicas: list[Server]) -> None:
        self._replicas = replicas
        self._pids: list[list[int]] = [[] for _ in replicas]
        self.seen: dict[Life, list[float]] = {}

    async def watch(self) -> None:
        """Look until cancelled."""
        while True:
            for number, server in enumerate(self._replicas, start=1):
                pids, held = self._pids[number - 1], resident(server.pid)
                if held is not None:
                    if server.pid not in pids:
                        pids.append(server.pid)
                    self.seen.setdefault((number, len(pids)), []).append(held)
            await asyncio.sleep(1)


def resident(pid: int) -> float | None:
    """Megabytes that a process holds; None where there is none."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return None
    found = next((line for line in lines if line.startswith("VmRSS:")), None)
    return int(found.split()[1]) * 1024 / 1e6 if found else None
