"""Tables in Markdown, as they stand in docs/performance.md: each with the load of the machine while it was made."""

import os
from collections.abc import Callable, Sequence
from statistics import quantiles
from time import perf_counter


def head(*names: str) -> str:
    """The load average and the first two lines of a table; the first column holds words, all others figures."""
    load = " ".join(f"{average:.1f}" for average in os.getloadavg())
    return f"Load average at the start {load}.\n\n| {' | '.join(('', *names))} |\n|---|{'---:|' * len(names)}"


def row(name: str, *cells: str) -> str:
    """One line of a table."""
    return f"| {' | '.join((name, *cells))} |"


def beside(value: float, base: float | None, digits: int = 0) -> str:
    """A figure, and in brackets how many times as large as the empty page's it is; `base` None is that page itself."""
    figure = f"{value:,.{digits}f}"
    return f"{figure} ({value / base:.2f})" if base else figure


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of so many calls; one more comes first, so that all is warm, and stands first."""
    spent = []
    for _ in range(times + 1):
        start = perf_counter()
        work()
        spent.append((perf_counter() - start) * 1000)
    return spent


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 stay below."""
    return quantiles(times, n=20, method="inclusive")[18]
