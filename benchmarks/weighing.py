"""What it costs to hold the ratings against the evidence: processor milliseconds, beside a run of an empty page."""

from collections.abc import Callable
from statistics import median
from time import process_time

from streamlit.testing.v1 import AppTest

from benchmarks.serving import PAGE
from benchmarks.table import beside, head, p95, row, timed
from decision_aid import reader
from decision_aid.reasoning.outlook import Fit, Outlook, outlook_of
from decision_aid.reasoning.weighing import weigh
from decision_aid.summary.summary import summarize
from harness.aids import real_aid
from harness.people import ordinary

TIMES = 50


def main() -> None:
    """Print the table."""
    aid = real_aid()
    answers = ordinary(aid)
    outlook = outlook_of(aid, answers)
    weighings = [fit.weighing for fit in outlook.fits.values()]
    kinds = f"{len(weighings)} kinds of studies"
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
    _, *times = timed(work, TIMES, process_time)
    usual = median(times)
    print(row(name, beside(usual, base, 1), f"{p95(times):.1f}"), flush=True)
    return usual
