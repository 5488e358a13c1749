"""The memory of a server with so many people at once, each with a tab open and some of the journey behind them.

Beside an empty page with as many tabs.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from benchmarks.memory import proportional, resident
from benchmarks.serving import SLIDER, aid_app, empty_app
from benchmarks.streamlit_client import Tab
from benchmarks.table import beside, head, row
from harness.aids import real_aid
from harness.people import kept_by_tab, ordinary

WALKED = ("situation", "chances", "weigh", "questions")
AT_ONCE = 4
"""People who walk at the same time; the others rest, with their tabs open."""
Megabytes = tuple[float, float]
Come = Callable[[str], Awaitable[Tab]]


def main(*people: int) -> None:
    """Print the table, and what each further person adds; 1, 50 and 200 people where no numbers are given."""
    people = people or (1, 50, 200)
    aid = real_aid()
    answers = kept_by_tab(ordinary(aid))
    print(head(*(f"{what}, {number} open" for what in ("RSS MB", "PSS MB") for number in people), "kB each (RSS)"))

    async def walk(address: str) -> Tab:
        tab = Tab(address, answers)
        await tab.open("")
        for page in WALKED:
            await tab.go(page)
        return tab

    async def slide(address: str) -> Tab:
        tab = Tab(address)
        await tab.open("")
        for stop in range(len(WALKED)):
            await tab.give("asked", [str(stop)])
        return tab

    for asgi in (False, True):
        with empty_app(asgi, SLIDER) as server:
            base = asyncio.run(_growing(server.address, server.pid, people, slide))
            _print("empty", asgi, people, base, [None] * len(people))
        with aid_app(asgi) as server:
            measured = asyncio.run(_growing(server.address, server.pid, people, walk))
            _print("aid", asgi, people, measured, base)


async def _growing(address: str, pid: int, people: tuple[int, ...], come: Come) -> list[Megabytes]:
    """Megabytes at each number of people; those who came stay."""
    tabs, measured, few = list[Tab](), list[Megabytes](), asyncio.Semaphore(AT_ONCE)

    async def come_in() -> None:
        async with few:
            tabs.append(await come(address))

    for number in people:
        await asyncio.gather(*(come_in() for _ in range(number - len(tabs))))
        await asyncio.sleep(2)
        measured.append((resident(pid) or 0, proportional(pid) or 0))
    await asyncio.gather(*(tab.close() for tab in tabs))
    return measured


def _print(name: str, asgi: bool, people: tuple[int, ...], measured: list[Megabytes], base: list[Any]) -> None:
    pairs = list(zip(measured, base, strict=True))
    cells = [beside(held[kind], empty and empty[kind]) for kind in (0, 1) for held, empty in pairs]
    each = (measured[-1][0] - measured[-2][0]) * 1000 / (people[-1] - people[-2])
    print(row(f"{name}, {'uvicorn' if asgi else 'streamlit run'}", *cells, f"{each:.0f}"), flush=True)
