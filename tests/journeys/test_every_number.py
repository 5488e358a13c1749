"""What patients read holds no outcome number that is not an estimate's, and no misleading phrase."""

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
    """Each (n, per) that one arm of an estimate can give: value, complement, range and reported counts."""
    counts: set[tuple[int, int]] = set()
    for per in (100, 1000):
        value, *ends = share(arm).out_of(per).shown(WHOLE)
        counts |= {(int(number), per) for number in (value, *ends) if number is not None}
        counts |= {(per - int(value), per)} if value is not None else set()
    if "events" in arm:
        counts.add((arm["events"], arm["denominator"]))
    return counts | ({(arm["range"][end], arm["range"]["per"]) for end in ("low", "high")} if "range" in arm else set())


def known_counts() -> set[tuple[int, int]]:
    arms = [group for _, _, group in frequencies()]
    counts = [counts_of(arm) for group in arms for arm in group]
    single = set().union(*counts)
    # A difference of two counts of the same estimate.
    differences = {
        (abs(count - other_count), per)
        for group in arms
        for count, per in set().union(*map(counts_of, group))
        for other_count, other_per in set().union(*map(counts_of, group))
        if per == other_per
    }
    return single | differences


@cache
def page_text(page: str) -> str:
    """The text of a page's screens without answers and with all details open."""
    at = with_details(arrive())
    return " ".join(text for _ in screens(at, page) for text in texts(at))


@pytest.mark.parametrize("page", PAGES)
def test_every_count_of_people_is_an_estimates(page: str) -> None:
    swings = {(20, 100), (25, 100), (50, 100), (5, 100)}  # sizes of change that importance questions name
    text = re.sub(r"<(path|svg)[^>]*>", " ", page_text(page))
    matches = re.findall(r"\b(\d+)(?: to (\d+))? (?:more |fewer )?of (100|1000)\b", text)
    counts = {(int(number), int(per)) for low, high, per in matches for number in (low, high) if number}
    assert counts - known_counts() - swings == set()


# The About page prints the standards' own words, which name what must not be done.
@pytest.mark.parametrize("page", [page for page in PAGES if page != "about"])
@pytest.mark.parametrize("phrase", BANNED)
def test_no_page_uses_a_phrase_that_misleads(page: str, phrase: str) -> None:
    text = re.sub(r"<style.*?</style>|<[^>]*>", " ", without_rows_that_count(page_text(page)), flags=re.DOTALL)
    assert re.findall(BANNED[phrase], text, re.IGNORECASE) == []


def without_rows_that_count(html: str) -> str:
    """The page without odds ratios whose table row gives the counts too: these are not alone."""
    with_counts = r"\d+ of \d+.*odds ratio"
    rows = [row for row in re.findall(r"<tr.*?</tr>", html, re.DOTALL) if re.search(with_counts, row, re.IGNORECASE)]
    for row in rows:
        html = html.replace(row, re.sub("odds ratio", "", row, flags=re.IGNORECASE))
    return html
