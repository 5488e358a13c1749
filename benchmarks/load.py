"""Many people at once, while replicas are killed: `--people 200 --minutes 10 --kills 3`.

Starts its own replicas behind nginx (deploy/replicas.py) and lets made-up people go through the aid: so many at any
time, for each one who is through the next one comes. Kills replicas at even intervals, and prints what the people met.
Ends with 1 where an answer was lost or a person saw an error.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable

from benchmarks.load_report import Met, report
from benchmarks.memory import Memory
from benchmarks.people_at_once import Person
from deploy.nginx import HOST
from harness.aids import real_aid
from harness.replicas import Replica, running

ARRIVING = 0.1
"""The share of the time over which people arrive."""


def main(
    *,
    people: int = 20,
    minutes: float = 1.0,
    kills: int = 1,
    replicas: int = 2,
    port: int = 8600,
    think: tuple[float, float] = (5.0, 15.0),
    reloads: float = 0.05,
) -> bool:
    """Run and report. `think` has the seconds between two acts of a person, `reloads` the share of page changes that
    are reloads. True where an answer was lost or a person saw an error.
    """
    aid, address = real_aid(), f"http://{HOST}:{port}"

    def come(number: int) -> Person:
        return Person(aid, address, random.Random(number), (think[0], think[1]), reloads)

    with running(replicas, port) as served:
        met, memory = asyncio.run(_all(come, people, minutes * 60, kills, served))
    print(f"{people} people at a time for {minutes:g} minutes.\n{replicas} replicas, {kills} kills.")
    print(report(minutes, met, memory))
    return bool(met.lost or met.errors)


async def _all(
    come: Callable[[int], Person], at_a_time: int, seconds: float, kills: int, replicas: list[Replica]
) -> tuple[Met, Memory]:
    end, people, memory = time.monotonic() + seconds, list[Person](), Memory(replicas)

    async def one_after_another(arriving: float) -> None:
        await asyncio.sleep(arriving)
        while time.monotonic() < end:
            person = come(len(people))
            people.append(person)
            await person.live(end)

    others = [asyncio.create_task(memory.watch()), asyncio.create_task(_kill(replicas, kills, seconds))]
    pause = seconds * ARRIVING / at_a_time
    await asyncio.gather(*(one_after_another(number * pause) for number in range(at_a_time)))
    for other in others:
        other.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    return _met(people), memory


def _met(people: list[Person]) -> Met:
    return Met(
        people=len(people),
        served=sum(person.served for person in people),
        times=[time for person in people for time in person.tab.times],
        errors=Counter(error for person in people for error in person.errors),
        lost=[answer for person in people for answer in person.lost],
        runs=sum(person.tab.runs for person in people),
        given=sum(person.given for person in people),
        files=sum(person.files for person in people),
    )


async def _kill(replicas: list[Replica], kills: int, seconds: float) -> None:
    """Kill the replicas in turn; whoever keeps them up starts them again."""
    for number in range(kills):
        await asyncio.sleep(seconds / (kills + 1))
        replicas[number % len(replicas)].kill()
