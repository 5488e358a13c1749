"""What one answer costs the server: each page run again for an ordinary person, beside an empty page.

Over a real websocket: what the person waits for before their browser draws, and the processor's time in the server.
"""

import asyncio
from statistics import median

from benchmarks.memory import worked
from benchmarks.serving import SLIDER, WAYS, aid_app, empty_app
from benchmarks.streamlit_client import Tab
from benchmarks.table import compared, head, p95
from benchmarks.wire import Value
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, PAGES
from harness.aids import real_aid
from harness.people import kept_by_tab, ordinary
from harness.serving import Server

Pair = tuple[Value, Value]
SCREENS = {"weigh": "new_fracture"}
"""The screen that is run, of a page whose first one is another for each person."""


def main(times: int = 40) -> None:
    """Print the table."""
    aid = real_aid()
    print(head(*(name for way in WAYS.values() for name in (f"{way} ms", "p95", "processor ms"))))
    base, figures = list[float](), {page: list[float]() for page in PAGES}
    for asgi in WAYS:
        with empty_app(asgi, SLIDER) as server:
            base += asyncio.run(_empty(server, times))
        with aid_app(asgi) as server:
            asyncio.run(_pages(server, aid, times, figures))
    print(compared("empty", base))
    for page, of_page in figures.items():
        print(compared(page, of_page, base))


async def _empty(server: Server, times: int) -> list[float]:
    tab = Tab(server.address)
    await tab.open("")
    figures = await _answer(tab, server, times, "asked", (["3"], ["8"]))
    await tab.close()
    return figures


async def _pages(server: Server, aid: Aid, times: int, figures: dict[str, list[float]]) -> None:
    """Every page in turn, in one tab that came with an ordinary person's answers."""
    tab = Tab(server.address, kept_by_tab(ordinary(aid)))
    await tab.open("")
    for page in PAGES:
        await tab.go("" if page == FIRST else page, SCREENS.get(page, ""))
        figures[page] += await _answer(tab, server, times, *_asked(aid, page, tab.shown()))
    await tab.close()


def _asked(aid: Aid, page: str, shown: dict[str, Value]) -> tuple[str, Pair]:
    """A widget of the page and two answers to give in turn; no widget where the page has none."""
    app = aid.words.app
    ratings: Pair = ([app["rated"].format(rating=7)], [app["rated"].format(rating=8)])
    chosen: dict[str, tuple[str, Pair]] = {
        "situation": ("answer.situation.pain_now", ratings),
        "chances": ("answer.display.per", ([app["show.per.thousand"]], [app["show.per.fitting"]])),
        "weigh": ("answer.importance.new_fracture", ratings),
    }
    if page in chosen and chosen[page][0] in shown:
        return chosen[page]
    answers = {key: value for key, value in shown.items() if key.startswith("answer.")}
    return next(((key, (_other(value), value)) for key, value in answers.items() if value != []), ("", ("", "")))


def _other(value: Value) -> Value:
    return not value if isinstance(value, bool) else "A word." if isinstance(value, str) else []


async def _answer(tab: Tab, server: Server, times: int, key: str, pair: Pair) -> list[float]:
    """Give the two answers in turn; where there is no widget, run the page as it is. Median, p95, processor's time."""
    before = 0.0
    for turn in range(-2, times):
        if turn == 0:  # all is warm
            tab.times.clear()
            before = worked(server.pid)
        await (tab.give(key, pair[turn % 2]) if key else tab.run_again())
    busy = (worked(server.pid) - before) * 1000 / times
    spent = [milliseconds for kind, milliseconds in tab.times if kind == "answer"]
    return [median(spent), p95(spent), busy]
