"""What one answer costs the server: each page run again for an ordinary person, beside an empty page.

Without a server (Streamlit's AppTest, which also reads what the page sent), and over a real websocket: what the person
waits for before their browser draws, and the processor's time in the server.
"""

import asyncio
from statistics import median

from streamlit.testing.v1 import AppTest

from benchmarks.memory import worked
from benchmarks.serving import PAGE, SLIDER, aid_app, empty_app
from benchmarks.streamlit_client import Tab
from benchmarks.table import beside, head, p95, row, timed
from benchmarks.wire import Value
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, PAGES
from deploy import ROOT
from harness.aids import real_aid
from harness.people import kept_by_tab, ordinary
from harness.walking import go

NAMES = ("AppTest ms", "streamlit run ms", "p95", "processor ms", "uvicorn ms", "p95", "processor ms")
Pair = tuple[Value, Value]
SCREENS = {"weigh": "new_fracture"}
"""The screen that is run, of a page whose first one is another for each person."""


def main(times: int = 40) -> None:
    """Print the table."""
    aid = real_aid()
    print(head(*NAMES))
    base = [median(timed(AppTest.from_string(PAGE).run, times)[1:])]
    for asgi in (False, True):
        with empty_app(asgi, SLIDER) as server:
            base += asyncio.run(_empty(server.address, server.pid, times))
    print(row("empty", *(beside(figure, None, 1) for figure in base)), flush=True)
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    at.session_state["answers"] = ordinary(aid)
    figures = {page: [median(timed(go(at, page, SCREENS.get(page, "")).run, times)[1:])] for page in PAGES}
    for asgi in (False, True):
        with aid_app(asgi) as server:
            for page, served in asyncio.run(_pages(server.address, server.pid, aid, times)).items():
                figures[page] += served
    for page, all_ways in figures.items():
        print(row(page, *(beside(figure, empty, 1) for figure, empty in zip(all_ways, base, strict=True))), flush=True)


async def _empty(address: str, pid: int, times: int) -> list[float]:
    tab = Tab(address)
    await tab.open("")
    figures = await _answer(tab, pid, times, "asked", (["3"], ["8"]))
    await tab.close()
    return figures


async def _pages(address: str, pid: int, aid: Aid, times: int) -> dict[str, list[float]]:
    """Every page in turn, in one tab that came with an ordinary person's answers."""
    tab, figures = Tab(address, kept_by_tab(ordinary(aid))), {}
    await tab.open("")
    for page in PAGES:
        await tab.go("" if page == FIRST else page, SCREENS.get(page, ""))
        figures[page] = await _answer(tab, pid, times, *_asked(aid, page, tab.shown()))
    await tab.close()
    return figures


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


async def _answer(tab: Tab, pid: int, times: int, key: str, pair: Pair) -> list[float]:
    """Give the two answers in turn; where there is no widget, run the page as it is. Median, p95, processor's time."""
    for turn in range(2):  # warm
        await (tab.give(key, pair[turn]) if key else tab.run_again())
    tab.times.clear()
    before = worked(pid) or 0
    for turn in range(times):
        await (tab.give(key, pair[turn % 2]) if key else tab.run_again())
    busy = ((worked(pid) or 0) - before) * 1000 / times
    spent = [milliseconds for kind, milliseconds in tab.times if kind == "answer"]
    return [median(spent), p95(spent), busy]
