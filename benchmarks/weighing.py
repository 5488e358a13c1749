"""What it costs to hold the ratings against the evidence: processor milliseconds, beside a run of an empty page."""

import logging
from collections.abc import Callable
from statistics import median
from time import process_time

from streamlit.testing.v1 import AppTest

from benchmarks.serving import PAGE
from benchmarks.table import beside, head, p95, row
from decision_aid import reader, session
from decision_aid.content.load import load
from decision_aid.reasoning.outlook import Fit, Outlook, outlook_of
from decision_aid.reasoning.weighing import weigh
from decision_aid.summary.summary import summarize
from harness.people import ordinary

TIMES = 50


def main() -> None:
    """Print the table."""
    aid = load(session.CONTENT, "en")
    answers = ordinary(aid)
    outlook = outlook_of(aid, answers)
    weighings = [fit.weighing for fit in outlook.fits.values()]
    kinds = f"{len(weighings)} kinds of studies"
    logging.disable(logging.WARNING)  # AppTest runs without a server, and Streamlit says so each time
    at = AppTest.from_string(PAGE).run()
    print(head("median ms", "p95 ms"))
    base = _line("a run of the empty page", at.run, None)
    _line(f"the word, {kinds}", lambda: [weigh(each.options, each.criteria) for each in weighings], base)
    _line(f"which rating would change it, {kinds}", lambda: [Fit(each).tipping_points for each in weighings], base)
    _line(f"what if (for the sums), {kinds}", lambda: [Fit(each).what_ifs for each in weighings], base)
    _line("all three again, with no rating moved", lambda: _drawn(outlook_of(aid, answers)), base)
    _line("the summary", lambda: summarize(aid, answers, reader.today()), base)


def _drawn(outlook: Outlook) -> None:
    """Ask for all that a page can show of it."""
    for fit in outlook.fits.values():
        fit.tipping_points, fit.what_ifs  # noqa: B018


def _line(name: str, work: Callable[[], object], base: float | None) -> float:
    """Print one line and return the median; the first call is left out."""
    times = []
    for _ in range(TIMES + 1):
        start = process_time()
        work()
        times.append((process_time() - start) * 1000)
    usual = median(times[1:])
    print(row(name, beside(usual, base, 1), f"{p95(times[1:]):.1f}"), flush=True)
    return usual


if __name__ == "__main__":
    main()
