"""Many people at once, while replicas are killed: `--people 200 --minutes 10 --kills 3`.

Starts its own replicas behind nginx (deploy/replicas.py) and lets made-up people go through the aid: so many at any
time, for each one who is through the next one comes. Kills replicas at even intervals, and prints what the people met.
Ends with 1 where an answer was lost or a person saw an error.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import get_args

from benchmarks.memory import Memory
from benchmarks.people_at_once import Person, crowd
from benchmarks.streamlit_client import Kind
from benchmarks.table import columns, compared, p95
from deploy.nginx import HOST
from harness.aids import real_aid
from harness.replicas import Replica, running

ARRIVING = 0.1
"""The share of the time over which people arrive."""
SETTLING = 30
"""Seconds of a replica's life after which its libraries and pages are loaded."""


def main(
    people: int = 20,
    minutes: float = 1.0,
    kills: int = 1,
    replicas: int = 2,
    port: int = 8600,
    think: float = 10.0,
    reloads: float = 0.05,
) -> bool:
    """Run and report. `think` has the seconds between two acts of a person, half as many at least and half as many
    again at most; `reloads` the share of page changes that are reloads. True where an answer was lost or a person saw
    an error.
    """
    aid, address = real_aid(), f"http://{HOST}:{port}"

    def come(number: int) -> Person:
        return Person(aid, address, random.Random(number), think, reloads)

    async def run(served: list[Replica]) -> None:
        others = [asyncio.create_task(memory.watch()), asyncio.create_task(_kill(served, kills, seconds))]
        await crowd(come, came, people, seconds * ARRIVING, time.monotonic() + seconds)
        for other in others:
            other.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    came, seconds = list[Person](), minutes * 60
    with running(replicas, port) as served:
        memory = Memory(served)
        asyncio.run(run(served))
    print(f"{people} people at a time for {minutes:g} minutes.\n{replicas} replicas, {kills} kills.")
    print("\n".join(report(came, seconds, memory)))
    return any(person.lost or person.errors for person in came)


async def _kill(replicas: list[Replica], kills: int, seconds: float) -> None:
    """Kill the replicas in turn; whoever keeps them up starts them again."""
    for number in range(kills):
        await asyncio.sleep(seconds / (kills + 1))
        replicas[number % len(replicas)].kill()


def report(people: list[Person], seconds: float, memory: Memory) -> Iterator[str]:
    """What all people together met, and what the replicas took for it, line by line."""
    lost = Counter(answer for person in people for answer in person.lost)
    errors = Counter(error for person in people for error in person.errors)
    runs = sum(person.tab.runs for person in people)
    busy = sum(memory.busy.values())
    yield f"{len(people)} people came, {sum(person.served for person in people)} got through all before the end."
    yield f"{runs} runs ({runs / seconds:.1f} a second), {sum(person.given for person in people)} answers given,"
    yield f"{sum(person.files for person in people)} files brought."
    yield f"Processor time a run: {busy / max(runs, 1) * 1000:.0f} ms in the replicas, starts and connections included;"
    yield f"{time.process_time() / max(runs, 1) * 1000:.0f} ms in this client."
    yield f"Answers lost: {lost.total()}. Errors: {errors.total()}.\n"
    yield columns("What people waited for", "times", "p50 ms", "p95 ms", "longest ms")
    for kind in get_args(Kind):
        if times := [spent for person in people for waited_for, spent in person.tab.times if waited_for == kind]:
            yield compared(kind, (len(times), median(times), p95(times), max(times)))
    yield "\n" + columns("Replica", "seconds", "processor s", f"MB after {SETTLING} s", "MB at the end", "highest MB")
    for life, seen in sorted(memory.seen.items(), key=lambda item: item[0][0]):  # lives stay in their order
        yield compared(str(life[0]), (len(seen), memory.busy[life], seen[:SETTLING][-1], seen[-1], max(seen)))
    for what, times_met in [*errors.most_common(5), *lost.most_common(5)]:
        yield f"\n{times_met} × {what}"
