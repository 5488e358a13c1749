"""What it costs to hold the ratings against the evidence: milliseconds, beside a run of an empty page."""

import logging
from collections.abc import Callable
from statistics import median
from time import perf_counter

from streamlit.testing.v1 import AppTest

from benchmarks.serving import PAGE
from benchmarks.table import beside, head, p95, row
from decision_aid import session
from decision_aid.content.load import load
from decision_aid.exports.summary import summarize
from decision_aid.reasoning.preferences import fit
from decision_aid.reasoning.sensitivity import tipping_points, what_ifs
from decision_aid.reasoning.weighing import Weighing
from harness.people import ordinary

TIMES = 50


def main() -> None:
    """Print the table."""
    aid = load(session.CONTENT, "en")
    answers = ordinary(aid)
    lenses = list(aid.decision.lenses)
    fits = [one for lens in lenses if isinstance(one := fit(aid, answers, lens), Weighing)]
    logging.disable(logging.WARNING)  # AppTest runs without a server, and Streamlit says so each time
    at = AppTest.from_string(PAGE).run()
    print(head("median ms", "p95 ms"))
    base = _line("a run of the empty page", at.run, None)
    _line(f"the fit, {len(lenses)} kinds of studies", lambda: [fit(aid, answers, lens) for lens in lenses], base)
    _line(f"which rating would change it, {len(fits)} fits", lambda: [tipping_points(one) for one in fits], base)
    _line(f"what if (for the sums), {len(fits)} fits", lambda: [what_ifs(one) for one in fits], base)
    _line("the summary", lambda: summarize(aid, answers, session.today()), base)


def _line(name: str, work: Callable[[], object], base: float | None) -> float:
    """Print one line and return the median; the first call is left out."""
    times = []
    for _ in range(TIMES + 1):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    usual = median(times[1:])
    print(row(name, beside(usual, base, 1), f"{p95(times[1:]):.1f}"), flush=True)
    return usual


if __name__ == "__main__":
    main()
