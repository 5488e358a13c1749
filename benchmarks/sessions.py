"""The memory of a server with so many people at once, each with a tab open and some of the journey behind them.

Beside an empty page with as many tabs.
"""

import asyncio
from collections.abc import Awaitable, Callable

from benchmarks.memory import proportional, resident
from benchmarks.serving import SLIDER, aid_app, empty_app
from benchmarks.streamlit_client import Tab
from benchmarks.table import beside, head, row
from harness.aids import real_aid
from harness.people import kept_by_tab, ordinary

WALKED = ("situation", "chances", "weigh", "questions")
AT_ONCE = 4
"""People who walk at the same time; the others rest, with their tabs open."""
Held = tuple[float, float]
Come = Callable[[str], Awaitable[Tab]]


def main(*people: int) -> None:
    """Print the table, and what each further person adds; 1, 50 and 200 people where no numbers are given."""
    people = people or (1, 50, 200)
    aid = real_aid()
    kept = kept_by_tab(ordinary(aid))
    print(head(*(f"{what}, {number} open" for what in ("RSS MB", "PSS MB") for number in people), "kB each (RSS)"))

    async def walk(address: str) -> Tab:
        tab = Tab(address, kept)
        await tab.open("")
        for page in WALKED:
            await tab.go(page)
        return tab

    async def slide(address: str) -> Tab:
        tab = Tab(address)
        await tab.open("")
        for place in range(len(WALKED)):
            await tab.give("asked", [str(place)])
        return tab

    for asgi in (False, True):
        with empty_app(asgi, SLIDER) as server:
            base = asyncio.run(_growing(server.address, server.pid, people, slide))
            _print("empty", asgi, people, base, [None] * len(people))
        with aid_app(asgi) as server:
            held = asyncio.run(_growing(server.address, server.pid, people, walk))
            _print("aid", asgi, people, held, base)


async def _growing(address: str, pid: int, people: tuple[int, ...], come: Come) -> list[Held]:
    """Megabytes at each number of people; those who came stay."""
    tabs, held, few = list[Tab](), list[Held](), asyncio.Semaphore(AT_ONCE)

    async def one() -> None:
        async with few:
            tabs.append(await come(address))

    for number in people:
        await asyncio.gather(*(one() for _ in range(number - len(tabs))))
        await asyncio.sleep(2)
        held.append((resident(pid) or 0, proportional(pid) or 0))
    await asyncio.gather(*(tab.close() for tab in tabs))
    return held


def _print(name: str, asgi: bool, people: tuple[int, ...], held: list[Held], base: list[Held] | list[None]) -> None:
    cells = [beside(one[kind], of and of[kind]) for kind in (0, 1) for one, of in zip(held, base, strict=True)]
    each = (held[-1][0] - held[-2][0]) * 1000 / (people[-1] - people[-2])
    print(row(f"{name}, {'uvicorn' if asgi else 'streamlit run'}", *cells, f"{each:.0f}"), flush=True)
