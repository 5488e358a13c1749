"""Tables in Markdown, as they stand in docs/performance.md: each with the load of the machine while it was made."""

import os
from collections.abc import Sequence
from statistics import quantiles


def head(*names: str) -> str:
    """The load average and the first two lines of a table; the first column holds words, all others figures."""
    load = " ".join(f"{average:.1f}" for average in os.getloadavg())
    return f"Load average at the start {load}.\n\n{columns('', *names)}"


def columns(*names: str) -> str:
    """The first two lines of a table."""
    return f"{row(*names)}\n|---|{'---:|' * (len(names) - 1)}"


def row(name: str, *cells: str) -> str:
    """One line of a table."""
    return f"| {' | '.join((name, *cells))} |"


def beside(value: float, base: float | None) -> str:
    """A figure, and in brackets how many times as large as the empty page's it is; `base` None is that page itself."""
    figure = f"{value:,.{0 if value >= 100 or value == int(value) else 1}f}"
    return f"{figure} ({value / base:.2f})" if base else figure


def compared(name: str, figures: Sequence[float], bases: Sequence[float] = ()) -> str:
    """One line of figures, each beside that of the empty page; `bases` is empty for that page itself."""
    pairs = zip(figures, bases or (None,) * len(figures), strict=True)
    return row(name, *(beside(figure, base) for figure, base in pairs))


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 stay below."""
    return quantiles(times, n=20, method="inclusive")[18] if len(times) > 1 else times[0]
