"""The first visit and the second: what comes when, how much of it, beside an empty page served the same way.

`--poor` takes Chromium's own emulation of a slow line (1.6 Mbit/s down, 0.75 up, 150 ms for each request). It counts
what goes over the websocket as if it were not packed, so a real line is quicker. There each step is opened by address.
"""

from statistics import median

from playwright.sync_api import Browser

from benchmarks.arrival import MOMENTS, visit
from benchmarks.serving import aid_app, empty_app
from benchmarks.table import beside, head, row
from decision_aid.pages import ALL_FACTS, FIRST, STEPS
from harness.visiting import address_of, chromium

POOR = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
MOMENT_NAMES = ("first heading ms", "own h1 ms", "usable control ms", "kB", "requests")
KINDS_NAMES = ("kB programs", "styles", "fonts", "other", "by websocket", "packed")
BUTTON, NEXT, BACK = "[data-testid=stButton] button", ".st-key-next :is(a, button)", ".st-key-back :is(a, button)"


def main(visits: int = 3, *, poor: bool = False) -> None:
    """Print the table: the median of some visits each."""
    print(head(*MOMENT_NAMES, *KINDS_NAMES))
    with chromium() as browser:
        for asgi in (False, True):
            with empty_app(asgi) as server:
                way = "uvicorn" if asgi else "streamlit run"
                base = _two_visits(browser, f"empty, {way}", server.address, BUTTON, visits, poor)
            with aid_app(asgi) as server:
                way = "deploy.asgi" if asgi else "streamlit run"
                for page in (*STEPS, ALL_FACTS) if asgi and poor else (FIRST, ALL_FACTS):
                    control = NEXT if page in STEPS[:-1] else BACK
                    address = address_of(server.address, page)
                    _two_visits(browser, f"{page}, {way}", address, control, visits, poor, base)


Usual = dict[str, float]


def _two_visits(
    browser: Browser,
    name: str,
    address: str,
    control: str,
    visits: int,
    poor: bool,
    bases: tuple[Usual, Usual] | None = None,
) -> tuple[Usual, Usual]:
    """Print a line for the first visit and one for the next in the same browser, and return both."""
    line = POOR if poor else None
    both: tuple[list[Usual], list[Usual]] = ([], [])
    for number in range(visits + 1):
        with browser.new_context(viewport={"width": 390, "height": 800}) as context:
            if number == 0:  # the server's own first visit is another matter (cold start)
                visit(context, address, control)
                continue
            for runs in both:
                runs.append(visit(context, address, control, line))
    first, again = ({moment: median(run[moment] for run in runs) for moment in runs[0]} for runs in both)
    for which, usual, base in zip(("first", "second"), (first, again), bases or (None, None), strict=True):
        digits = dict.fromkeys((*MOMENTS, "kB", "requests"), 0)
        cells = (beside(usual[kind], base[kind] if base else None, digits.get(kind, 1)) for kind in usual)
        print(row(f"{name}, {which} visit", *cells), flush=True)
    return first, again
