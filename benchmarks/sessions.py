"""The memory of a server with so many people at once, each with a tab open and some of the journey behind them.

Beside an empty page with as many tabs.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from benchmarks.memory import resident
from benchmarks.serving import SLIDER, WAYS, aid_app, empty_app
from benchmarks.streamlit_client import Tab
from benchmarks.table import compared, head
from harness.aids import real_aid
from harness.people import kept_by_tab, ordinary
from harness.serving import Server

WALKED = ("situation", "chances", "weigh", "questions")
AT_ONCE = 4
"""People who walk at the same time; the others rest, with their tabs open."""
Come = Callable[[str], Awaitable[Tab]]


def main(people: int = 200) -> None:
    """Print the megabytes with one person, a quarter of them, and all; and the kilobytes that each further one adds."""
    steps = (1, people // 4, people)
    answers = kept_by_tab(ordinary(real_aid()))
    print(head(*(f"RSS MB, {number} open" for number in steps), "kB each"))

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

    for asgi, way in WAYS.items():
        with empty_app(asgi, SLIDER) as server:
            base = asyncio.run(_growing(server, steps, slide))
        print(compared(f"empty, {way}", base), flush=True)
        with aid_app(asgi) as server:
            print(compared(f"aid, {way}", asyncio.run(_growing(server, steps, walk)), base), flush=True)


async def _growing(server: Server, steps: Sequence[int], come: Come) -> list[float]:
    """Megabytes at each number of people, of whom those who came stay; and kilobytes for each of the last."""
    tabs, megabytes, few = list[Tab](), list[float](), asyncio.Semaphore(AT_ONCE)

    async def come_in() -> None:
        async with few:
            tabs.append(await come(server.address))

    for number in steps:
        await asyncio.gather(*(come_in() for _ in range(number - len(tabs))))
        await asyncio.sleep(2)
        megabytes.append(resident(server.pid))
    await asyncio.gather(*(tab.close() for tab in tabs))
    return [*megabytes, (megabytes[-1] - megabytes[-2]) * 1000 / (steps[-1] - steps[-2])]
