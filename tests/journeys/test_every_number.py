"""What patients read: no number about outcomes that is not an estimate's, and none of the phrases that mislead."""

import re
from functools import cache
from typing import Any

import pytest

from decision_aid.pages import PAGES
from harness.walking import arrive, screens, texts, with_details
from tests.cases.published import WHOLE, frequencies, share

BANNED = {
    "1 in X": r"\b(1|one) in (\d+|two|three|four|five|six|seven|eight|nine|ten)\b",
    "percent": r"\d ?%",
    "your risk": r"\byour risk\b",
    "a relative risk alone": r"\b(relative risk|odds ratio|hazard ratio|times (as|more) likely|twice as likely)\b",
    "advice": r"\b(we recommend|recommended for you|best for you|you should (have|choose))\b",
}


def counts_of(arm: dict[str, Any]) -> set[tuple[int, int]]:
    """Every "n of per" that one arm of an estimate can give, with its complement, range and reported counts."""
    counts: set[tuple[int, int]] = set()
    for per in (100, 1000):
        value, *ends = share(arm).out_of(per).shown(WHOLE)
        counts |= {(int(number), per) for number in (value, *ends) if number is not None}
        counts |= {(per - int(value), per)} if value is not None else set()
    if "events" in arm:
        counts.add((arm["events"], arm["denominator"]))
    return counts | ({(arm["range"][end], arm["range"]["per"]) for end in ("low", "high")} if "range" in arm else set())


def known_counts() -> set[tuple[int, int]]:
    arms = [some for _, _, some in frequencies()]
    each = [counts_of(arm) for some in arms for arm in some]
    single = set().union(*each)
    # A difference is one count less another of the same estimate.
    differences = {
        (abs(one - other), per)
        for some in arms
        for one, per in set().union(*map(counts_of, some))
        for other, same in set().union(*map(counts_of, some))
        if per == same
    }
    return single | differences


@cache
def text_of(page: str) -> str:
    """All that a page says on its screens to someone who has answered nothing and has all open that opens."""
    at = with_details(arrive())
    return " ".join(text for _ in screens(at, page) for text in texts(at))


@pytest.mark.parametrize("page", PAGES)
def test_every_count_of_people_is_an_estimates(page: str) -> None:
    swings = {(20, 100), (25, 100), (50, 100), (5, 100)}  # sizes of change that importance questions name
    text = re.sub(r"<(path|svg)[^>]*>", " ", text_of(page))
    counts = re.findall(r"\b(\d+)(?: to (\d+))? (?:more |fewer )?of (100|1000)\b", text)
    shown = {(int(number), int(per)) for low, high, per in counts for number in (low, high) if number}
    assert shown - known_counts() - swings == set()


# The About page prints the standards' own words, which name what must not be done.
@pytest.mark.parametrize("page", [page for page in PAGES if page != "about"])
@pytest.mark.parametrize("phrase", BANNED)
def test_no_page_uses_a_phrase_that_misleads(page: str, phrase: str) -> None:
    text = re.sub(r"<style.*?</style>|<[^>]*>", " ", without_rows_that_count(text_of(page)), flags=re.DOTALL)
    assert re.findall(BANNED[phrase], text, re.IGNORECASE) == []


def without_rows_that_count(shown: str) -> str:
    """The page without an odds ratio that stands in one row of a table with the people it compares: it is not alone."""
    with_counts = r"\d+ of \d+.*odds ratio"
    rows = [row for row in re.findall(r"<tr.*?</tr>", shown, re.DOTALL) if re.search(with_counts, row, re.IGNORECASE)]
    for row in rows:
        shown = shown.replace(row, re.sub("odds ratio", "", row, flags=re.IGNORECASE))
    return shown
