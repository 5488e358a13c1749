"""From every figure on a screen to its source, and the day it was checked, in two presses at most.

One press opens the source beside a figure; the evidence page has a row with the source of every figure.
"""

import re
from functools import cache
from html import unescape
from typing import Any

import pytest

from decision_aid.model.aid import Aid
from decision_aid.pages import FACTS, PAGES, VISIT
from decision_aid.wording.dates import day
from harness.walking import arrive, screens, texts, with_details
from tests.cases.published import CONTENT, estimates, raw

PLACEHOLDER = re.compile(r"\{([a-z]\w*)\.[\w.]+\}")


@cache
def page_text(page: str) -> str:
    """The text of a page's screens with all details open."""
    at = with_details(arrive())
    return unescape("\n".join(text for _ in screens(at, page) for text in texts(at)))


def missing_parts(aid: Aid, name: str, text: str) -> list[str]:
    """What a passage about a figure lacks of its sources, their links, and the day of checking."""
    needed = [day(aid, estimates()[name]["checked_on"])]
    for source in estimates()[name]["sources"]:
        record = raw("evidence/sources.yaml")[source]
        needed += [record[part] for part in ("authors", "title") if part in record]
        needed += [f'href="{address}"' for address in source_links(record)] or [aid.words.app["source.no_address"]]
    return [item for item in needed if item.rstrip(".") not in text]


def source_links(source: dict[str, Any]) -> list[str]:
    """Links by DOI and PubMed number; without both, the link of the source."""
    links = [f"https://doi.org/{source['doi']}"] if "doi" in source else []
    links += [f"https://pubmed.ncbi.nlm.nih.gov/{source['pmid']}/"] if "pmid" in source else []
    return links or ([source["link"]] if "link" in source else [])


def test_every_figure_stands_on_the_evidence_page_with_its_sources_and_the_day_it_was_checked(aid: Aid) -> None:
    (table,) = re.findall(
        rf"<caption>{aid.words.app['figures_caption']}</caption>.*?</table>", page_text("evidence"), re.S
    )
    rows = re.findall(r'<tr role="row"><th scope="row".*?</tr>', table, re.DOTALL)
    assert len(rows) == len(estimates())
    passages = dict(zip(estimates(), rows, strict=True))
    assert {name: missing for name, row in passages.items() if (missing := missing_parts(aid, name, row))} == {}


@pytest.mark.parametrize("page", PAGES)
def test_beside_each_figure_one_press_opens_who_says_so_and_when_that_was_checked(aid: Aid, page: str) -> None:
    by_title = {aid.words.estimates[name].title: name for name in estimates()}
    blocks = re.findall(r'<section class="block">.*?</section>', page_text(page), re.DOTALL)
    assert bool(blocks) == (page in (*FACTS, VISIT))
    for block in blocks:
        (title,) = re.findall(r'<summary>[^<]*<span class="visually-hidden">: (.*?)</span></summary>', block)
        assert missing_parts(aid, by_title[title], block.partition("<details>")[2]) == [], title


def test_one_press_beside_the_two_ways_opens_where_each_number_comes_from(aid: Aid) -> None:
    quoted = set()
    for option in aid.decision.options:
        quoted |= set(PLACEHOLDER.findall((CONTENT / f"words/en/options/{option}.yaml").read_text(encoding="utf-8")))
    entries = re.findall(r"<li>.*?</li>", page_text("two_ways"), re.DOTALL)
    assert len(quoted) > 5
    for name in quoted:
        (entry,) = [entry for entry in entries if f"<strong>{aid.words.estimates[name].title}</strong>" in entry]
        assert missing_parts(aid, name, entry) == [], name


@pytest.mark.parametrize("part", ["words/en", "words/es", "caregiver/en", "caregiver/es"])
def test_every_figure_that_words_quote_is_one_of_the_evidence_page(part: str) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (CONTENT / part).rglob("*.yaml"))
    quoted = set(PLACEHOLDER.findall(text)) - {"n", "site"}  # site: numbers to call, from site.yaml
    assert quoted <= estimates().keys()
    assert quoted or part.startswith("caregiver")
