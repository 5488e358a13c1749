"""Many people at once, while replicas are killed: `python -m benchmarks.load --people 200 --minutes 10 --kills 3`.

Starts its own replicas behind nginx (deploy/replicas.py) and lets made-up people go through the aid: so many at any
time, for each one who is through the next one comes. Kills replicas at even intervals, and prints what the people met.
Ends with 1 where an answer was lost or a person saw an error.
"""

import argparse
import asyncio
import random
import sys
import time
from collections import Counter

from benchmarks.load_report import Met, report
from benchmarks.memory import Memory
from benchmarks.people_at_once import Person
from decision_aid import session
from decision_aid.content.load import load
from deploy.nginx import HOST
from harness.replicas import Replica, running

ARRIVING = 0.1
"""The share of the time over which people arrive."""


def main() -> None:
    """Run and report."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--people", type=int, default=20)
    asked.add_argument("--minutes", type=float, default=1)
    asked.add_argument("--kills", type=int, default=1)
    asked.add_argument("--replicas", type=int, default=2)
    asked.add_argument("--port", type=int, default=8600)
    asked.add_argument("--think", type=float, nargs=2, default=(5, 15), help="seconds between two acts of a person")
    asked.add_argument("--reloads", type=float, default=0.05, help="share of page changes that are reloads")
    chosen = asked.parse_args()
    with running(chosen.replicas, chosen.port) as replicas:
        met, memory = asyncio.run(_all(chosen, replicas))
    print(report(chosen, met, memory))
    sys.exit(1 if met.lost or met.errors else 0)


async def _all(chosen: argparse.Namespace, replicas: list[Replica]) -> tuple[Met, Memory]:
    aid, seconds, address = load(session.CONTENT, "en"), chosen.minutes * 60, f"http://{HOST}:{chosen.port}"
    end, people, memory = time.monotonic() + seconds, list[Person](), Memory(replicas)

    async def one_after_another(arriving: float) -> None:
        await asyncio.sleep(arriving)
        while time.monotonic() < end:
            person = Person(aid, address, random.Random(len(people)), tuple(chosen.think), chosen.reloads)
            people.append(person)
            await person.live(end)

    others = [asyncio.create_task(memory.watch()), asyncio.create_task(_kill(replicas, chosen.kills, seconds))]
    pause = seconds * ARRIVING / chosen.people
    await asyncio.gather(*(one_after_another(place * pause) for place in range(chosen.people)))
    for other in others:
        other.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    return _met(people), memory


def _met(people: list[Person]) -> Met:
    return Met(
        people=len(people),
        served=sum(one.served for one in people),
        times=[time for one in people for time in one.tab.times],
        errors=Counter(error for one in people for error in one.errors),
        lost=[answer for one in people for answer in one.lost],
        runs=sum(one.tab.runs for one in people),
        given=sum(one.given for one in people),
        files=sum(one.files for one in people),
    )


async def _kill(replicas: list[Replica], kills: int, seconds: float) -> None:
    """Kill the replicas in turn; whoever keeps them up starts them again."""
    for number in range(kills):
        await asyncio.sleep(seconds / (kills + 1))
        replicas[number % len(replicas)].kill()


if __name__ == "__main__":
    main()
